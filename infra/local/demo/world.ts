import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { AccountRole } from '../engines/development-users.ts'
import { callApi, patiently, RefusedCall, unlessAway } from './client.ts'
import type { Receiver } from './receiver.ts'

/** What a life needs of a running stack: calls, tokens, the clock, the inbox, all of it over HTTP. */
export interface World {
  /** A write as somebody; the answer's body. */
  post(path: string, body: unknown, token?: string): Promise<unknown>
  get(path: string, token?: string): Promise<unknown>
  token(
    role: AccountRole,
    claims?: { readonly project?: ProjectId; readonly email?: string; readonly authority?: string },
  ): Promise<string>
  /** The token of the personal link in the newest mail to this address about this project. */
  linkOf(email: string, project: ProjectId): Promise<string>
  /** Steps the domain clock through every due moment of so many days. */
  step(days: number): Promise<void>
  /** Puts the domain clock on a moment ahead. */
  begin(at: string): Promise<void>
  /** The domain's moment. */
  now(): Promise<string>
  /** Waits until no message is on its way. */
  settled(): Promise<void>
  mails(): Promise<readonly Mail[]>
  status(): Promise<Status>
  readonly receiver: Receiver
}

const mail = z.object({
  number: z.number(),
  headers: z.object({ 'message-id': z.string() }),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
})
export type Mail = z.infer<typeof mail>

const status = z.object({
  quiet: z.boolean(),
  deadLetters: z.record(z.string(), z.number()),
  clock: z.object({ now: z.string() }),
})
export type Status = z.infer<typeof status>

const dayInMs = 86_400_000

/** How long the queues may need to fall quiet. */
/**
 * A world over the stack at this address.
 * @param patienceInMs how long messages may be on their way before it gives up. @default a minute
 */
export const worldAt = (url: string, fetchToken: World['token'], receiver: Receiver, patienceInMs = 60_000): World => {
  const world: World = {
    post: (path, body, token) =>
      callApi(`${url}${path}`, { method: 'POST', body, ...(token === undefined ? {} : { token }) }),
    get: (path, token) => callApi(`${url}${path}`, token === undefined ? {} : { token }),
    token: (role, claims) => patiently(`a token for ${role}`, () => unlessAway(() => fetchToken(role, claims))),
    // A stack that was killed while it sent a mail sends it once the lease on it is over.
    linkOf: (email, project) =>
      patiently(`a mail to ${email} with a personal link to ${project}`, async () =>
        (await world.mails())
          .filter(({ to }) => to.includes(email))
          .map(({ text }) => new RegExp(`/p/${project}\\?key=([\\w.-]+)`).exec(text)?.[1])
          .findLast((key) => key !== undefined),
      ),
    step: async (days) => {
      // An instant, not a length: repeated after a crash in the middle of it, it goes no further than once.
      const target = new Date(Date.parse(await world.now()) + days * dayInMs).toISOString()
      const stepTo = (step: string) => callApi(`${url}/local/clock`, { method: 'POST', body: { step } })
      await stepTo(target).catch(async (error: unknown) => {
        const hasArrived = error instanceof RefusedCall && (await world.now()) >= target
        if (!hasArrived) throw error
        await stepTo('+1s')
      })
    },
    begin: async (at) => {
      await callApi(`${url}/local/clock`, { method: 'POST', body: { jump: at } })
    },
    now: async () => (await world.status()).clock.now,
    settled: async () => {
      const until = performance.now() + patienceInMs
      while (!(await world.status()).quiet) {
        if (performance.now() > until) throw new Error(`Messages were still on their way after ${patienceInMs} ms`)
        await wait(25)
      }
    },
    mails: async () => z.array(mail).parse(await callApi(`${url}/local/mails`)),
    status: async () => status.parse(await callApi(`${url}/local/status`)),
    receiver,
  }
  return world
}
