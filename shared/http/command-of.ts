import { createHash } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import { crockford, ulid } from '../use-cases/ulid.ts'
import type { EdgeRequest } from './exchange.ts'
import { InTrouble } from './trouble.ts'

/** What the log needs to know about a command beside the command itself. */
export interface CommandContext {
  readonly actor: Actor
  /** The same for every repeat of one request. */
  readonly commandId: `cmd_${string}`
  /** SHA-256 of the payload with its names in order, Base64 for URLs. */
  readonly payloadHash: string
  readonly correlationId: string
  /** The version the caller has seen: `If-Match`. */
  readonly expectedVersion?: number
}

export interface CommandOptions {
  /** Who repeats, where the caller is nobody in particular: without it, strangers would share their keys. */
  readonly caller?: string
  /** The caller's key, where it does not come as `Idempotency-Key`. */
  readonly key?: string
}

/** The identity of a command: by route, caller and key the same for each repeat; without a key, new. */
export const commandOf = (request: EdgeRequest, payload: unknown, options: CommandOptions = {}): CommandContext => {
  const key = options.key ?? keyIn(request.headers)
  const caller = request.actor.kind === 'person' ? request.actor.id : (options.caller ?? request.actor.kind)
  const [method = ''] = request.route.split(' ')
  const expectedVersion = versionIn(request.headers)
  const commandId: CommandContext['commandId'] =
    key === undefined ? `cmd_${ulid()}` : `cmd_${idFrom([method, request.path, caller, key])}`
  request.note({ command: commandId })
  return {
    actor: request.actor,
    commandId,
    payloadHash: sha256(canonical(payload)).toString('base64url'),
    correlationId: request.correlationId,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  }
}

/** The id of what a command creates: its own under another prefix, so that concurrent repeats meet at the same first commit. */
export const createdBy = <P extends 'prj' | 'mtg' | 'era'>(prefix: P, commandId: `cmd_${string}`): `${P}_${string}` =>
  `${prefix}_${commandId.slice('cmd_'.length)}`

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

const idFrom = (parts: readonly string[]): string =>
  crockford(BigInt(`0x${sha256(JSON.stringify(parts)).subarray(0, 16).toString('hex')}`))

const keyIn = (headers: EdgeRequest['headers']): string | undefined => {
  const key = headers['idempotency-key']
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return key
  throw new InTrouble({ kind: 'bad-header', header: 'idempotency-key' })
}

const versionIn = (headers: EdgeRequest['headers']): number | undefined => {
  const tag = headers['if-match']
  // `*` asks that it exists, which every command on something does anyway.
  if (tag === undefined || tag === '*') return undefined
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(tag)?.[1]
  if (version === undefined) throw new InTrouble({ kind: 'bad-header', header: 'if-match' })
  return Number(version)
}

/** JSON with the names of every object in order, so that equal payloads are equal text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
