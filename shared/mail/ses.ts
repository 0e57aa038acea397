import type { SESClient } from '@aws-sdk/client-ses'
import { SendRawEmailCommand } from '@aws-sdk/client-ses'
import { type Mailer, NotSent } from '../use-cases/mail-ports.ts'
import { composeMail } from './compose.ts'

export interface SesSettings {
  /**
   * With one attempt for each call: the SDK also repeats what may have been sent, which is ours to decide.
   */
  readonly client: SESClient
  readonly sender: string
  /** Bounces, complaints and deliveries are followed by it. */
  readonly configurationSet?: string
  /** The part of message ids after the @. */
  readonly domain: string
  /** Waits before the try after the n-th (from 1). */
  readonly pause: (attempt: number) => Promise<void>
}

/** Tries in all of what certainly was not sent, and may go through in a moment. */
const tries = 3

const throttled = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException'])
/** The connection was never there: nothing can have been sent over it. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const statusOf = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined
  const metadata = error.$metadata
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
    ? Number(metadata.httpStatusCode)
    : undefined
}

/**
 * Whether a mail certainly was not sent. SES refused it (4xx, throttled included), or there was no connection. A timeout,
 * a lost connection or a 5xx may hide a mail that was sent.
 */
const failureOf = (error: unknown): 'again' | 'refused' | 'unknown' => {
  const name = error instanceof Error ? error.name : ''
  const status = statusOf(error)
  if (throttled.has(name) || neverLeft.has(codeOf(error))) return 'again'
  if (status !== undefined && status >= 400 && status < 500) return 'refused'
  return 'unknown'
}

/** Sends raw mail through Amazon SES. */
export const sesMailer = (settings: SesSettings): Mailer => ({
  send: async (mail) => {
    const { client, sender, configurationSet, pause } = settings
    const Data = await composeMail(mail, settings)
    const command = new SendRawEmailCommand({
      Source: sender,
      Destinations: [mail.to.email],
      RawMessage: { Data },
      ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
    })
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.send(command)
        return
      } catch (error) {
        const failure = failureOf(error)
        if (failure === 'unknown') throw error
        if (failure === 'refused' || attempt === tries) throw new NotSent('ses did not take the mail', { cause: error })
        await pause(attempt)
      }
    }
  },
})
