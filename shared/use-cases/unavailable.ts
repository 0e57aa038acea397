/**
 * Something that Trin stands on is away or throttles; nothing is known to have happened. The edge answers 503 with
 * `Retry-After`, a queue gets its message back.
 */
export class Unavailable extends Error {
  readonly retryAfterSeconds: number

  constructor(what: string, options: { readonly cause?: unknown; readonly retryAfterSeconds?: number } = {}) {
    super(what, { cause: options.cause })
    this.name = 'Unavailable'
    this.retryAfterSeconds = options.retryAfterSeconds ?? 5
  }
}
