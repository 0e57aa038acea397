import { boardHandlers } from '../../functions/board-decision/handler.ts'
import { classificationHandlers } from '../../functions/classification/handler.ts'
import { requestHandlers } from '../../functions/erasure/request.ts'
import { portfolioActs } from '../../functions/portfolio/acts.ts'
import type { PortfolioPorts } from '../../functions/portfolio/ports.ts'
import { submissionHandlers } from '../../functions/submission/handler.ts'
import { progressActs } from '../../shared/api/progress.ts'
import type { RouteKey } from '../../shared/api/routes.ts'
import { onboardingActs, stewardshipActs } from '../../shared/api/stewardship.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import { defaultSettings, type ProcessSettings } from '../../shared/domain/settings.ts'
import { edge } from '../../shared/http/edge.ts'
import type { Acts, EdgeEvent } from '../../shared/http/exchange.ts'
import { projectActs } from '../../shared/http/project-acts.ts'
import { formTokens } from '../../shared/identity/form-token.ts'
import { newId } from '../../shared/identity/new-id.ts'
import { sealBy } from '../../shared/identity/seal.ts'
import { senderHash } from '../../shared/identity/sender-hash.ts'
import type { WriteLine } from '../../shared/logging/log-line.ts'
import { unsubscribeKeys } from '../../shared/mail/unsubscribe-keys.ts'
import { type Chased, chaseOverdue } from '../../shared/use-cases/chase-overdue.ts'
import { classifyIdea } from '../../shared/use-cases/classify-idea.ts'
import { confirm } from '../../shared/use-cases/confirm.ts'
import type { DraftLinkRequest } from '../../shared/use-cases/drafts.ts'
import { keepAgenda } from '../../shared/use-cases/keep-agenda.ts'
import type { LinkRequest } from '../../shared/use-cases/link-requests.ts'
import type { Identify } from '../../shared/use-cases/people.ts'
import type { Announcement, CommitLog, EventNotice } from '../../shared/use-cases/ports.ts'
import { projectionOf } from '../../shared/use-cases/projection-of.ts'
import type { IdeaThrottle } from '../../shared/use-cases/throttle.ts'
import { asDescribed } from '../openapi/support/answered.ts'
import { httpEvent, lambdaContext } from './http-event.ts'
import { memoryContacts } from './memory-contacts.ts'
import { memoryDrafts } from './memory-drafts.ts'
import { memoryErasureLedger, memoryErasureOrders } from './memory-erasures.ts'
import { memoryLog } from './memory-log.ts'
import { memoryDigests, memoryDigestTimer, memoryPostMessages, memoryRounds } from './memory-mail.ts'
import { memoryProjections } from './memory-projections.ts'
import { memoryFanOut } from './memory-queues.ts'
import { memorySenders } from './memory-senders.ts'

export interface Asked {
  readonly as?: Actor | 'bad-token'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly params?: Readonly<Record<string, string>>
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | boolean>>
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests are about
  readonly body: any
}

export const signingKey = 'a signing key for tests, long enough'

/**
 * The functions of the process over a log in memory: requests go through the whole edge, and `settle` does what queues,
 * relay, classification and agenda-keeper do. The clock stands where it is put.
 */
export const memoryStack = (
  options: {
    log?: CommitLog
    settings?: ProcessSettings
    /** @default more than a test sends */
    ideasAnHour?: IdeaThrottle['ideasAnHour']
    /** @default more than a test names */
    namesAnHour?: number
    now?: string
    write?: WriteLine
    /** Who speaks by a token that no test has given out. @default nobody that we trust */
    identify?: Identify
    /** Puts something else in the place of some acts. */
    change?: (acts: Acts) => Acts
  } = {},
) => {
  const settings = options.settings ?? defaultSettings
  const log = options.log ?? memoryLog()
  const digests = memoryDigests()
  const digestTimer = memoryDigestTimer()
  const rounds = memoryRounds()
  const postMessages = memoryPostMessages()
  const projections = memoryProjections(rounds.due)
  const contacts = memoryContacts([], signingKey)
  const fanOut = memoryFanOut()
  const announced: Announcement[] = []
  let now = options.now ?? '2026-11-02T08:00:00.000Z'
  const clock = () => now
  const ports = {
    log,
    contacts,
    announcer: { announce: async (one: Announcement) => void announced.push(one) },
    clock,
    newId,
    pace: { pause: async () => {}, elapsed: () => performance.now(), budget: 2_000 },
    settings,
    projections,
    digests,
    digestTimer,
    rounds,
    postMessages,
    calendar: projections,
    fanOut,
    projectionOf: projectionOf(log, settings),
    senders: memorySenders(),
    senderOf: senderHash(signingKey),
    ideasAnHour: options.ideasAnHour ?? { person: 1_000, network: 1_000 },
    naming: {
      senders: memorySenders(),
      senderOf: senderHash(signingKey),
      namesAnHour: options.namesAnHour ?? 1_000_000,
    },
  }
  const actors = new Map<string, Actor>()
  const stranger = options.identify ?? (async () => 'bad-token' as const)
  const identify: Identify = async (authorization) =>
    authorization === undefined ? { kind: 'anonymous' } : (actors.get(authorization) ?? stranger(authorization))
  const asked: LinkRequest[] = []
  const draftsAsked: DraftLinkRequest[] = []
  const refusing: string[] = []
  const erasures = memoryErasureLedger()
  const erasing = { ledger: erasures, orders: memoryErasureOrders(), wallClock: clock }
  const reads: PortfolioPorts = {
    log,
    clock,
    projections,
    contacts,
    links: { send: async (request) => void asked.push(request) },
    cursors: sealBy(signingKey, 'cursors'),
    unsubscribing: {
      keys: unsubscribeKeys(sealBy(signingKey, 'unsubscribe')),
      preferences: { refuseReminders: async (contact) => void refusing.push(contact) },
      wallClock: clock,
    },
    reachTable: async () => {},
    version: '0.1.0',
  }
  const acts: Acts = {
    ...submissionHandlers(ports),
    ...classificationHandlers(ports),
    ...boardHandlers(ports),
    ...projectActs(ports, { ...progressActs, ...onboardingActs, ...stewardshipActs }),
    ...portfolioActs(reads),
    ...requestHandlers({ ...ports, ...erasing }),
  }
  const handler = edge({
    identify,
    acts: options.change?.(acts) ?? acts,
    forms: true,
    write: options.write ?? (() => {}),
  })

  /** What the actor sends as `Authorization` from now on; nothing where they are nobody in particular. */
  const tokenOf = (actor: Actor): string | undefined => {
    if (actor.kind === 'anonymous') return undefined
    const token = JSON.stringify(actor)
    actors.set(token, actor)
    return token
  }

  const ask = async (route: RouteKey, { as, headers = {}, body, params = {} }: Asked = {}): Promise<Answered> => {
    const authorization = as === undefined ? undefined : as === 'bad-token' ? as : tokenOf(as)
    const sent = httpEvent({
      route,
      params,
      body,
      headers: { ...(authorization === undefined ? {} : { authorization }), ...headers },
    })
    const answer = await handler(sent, lambdaContext())
    asDescribed(route, { status: answer.statusCode ?? 0, headers: answer.headers ?? {}, body: answer.body })
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers ?? {},
      body: answer.body === undefined ? undefined : JSON.parse(answer.body),
    }
  }

  /** Handles every notice twice, as a queue may. */
  const follow = async (notice: EventNotice, channel: string): Promise<void> => {
    for (let time = 0; time < 2; time += 1) {
      if (channel === 'classify') await classifyIdea(ports, notice)
      if (channel === 'agenda') await keepAgenda(ports, notice)
    }
  }

  let confirmedTo = 0
  let followedTo = 0
  /** Until nothing is on its way any more. */
  const settle = async (): Promise<void> => {
    while (confirmedTo < announced.length || followedTo < fanOut.sent.length) {
      const announcement = announced[confirmedTo]
      if (announcement !== undefined) {
        confirmedTo += 1
        await confirm(ports, announcement, 2)
        continue
      }
      const sent = fanOut.sent[followedTo]
      followedTo += 1
      if (sent !== undefined) await follow(sent.notice, sent.channel)
    }
  }

  /** One run of the monitor at this moment. */
  const chase = (): Promise<Chased> => chaseOverdue(ports, { correlationId: 'monitor-run', goesOn: () => true })

  return {
    ...ports,
    tokens: formTokens(signingKey),
    receipts: sealBy(signingKey, 'receipt'),
    drafts: memoryDrafts(),
    draftSeal: sealBy(signingKey, 'draft'),
    draftLinks: { send: async (request: DraftLinkRequest) => void draftsAsked.push(request) },
    draftsAsked,
    secretariat: 'sekretariat@os2.example',
    fanOut,
    announced,
    /** Who asked for a link, and who wants no more reminders. */
    asked,
    refusing,
    erasures,
    erasing,
    tokenOf,
    /** One event of the gateway, and the answer as it is. */
    handle: (event: EdgeEvent) => handler(event, lambdaContext()),
    ask,
    settle,
    chase,
    /** The request, and everything that follows from it. */
    act: async (route: RouteKey, asked: Asked = {}): Promise<Answered> => {
      const answer = await ask(route, asked)
      await settle()
      return answer
    },
    moveTo: (instant: string): void => {
      now = instant
    },
    eventsOf: async (stream: Parameters<CommitLog['load']>[0]) =>
      (await log.load(stream)).flatMap(({ events }) => [...events]),
  }
}
export type MemoryStack = ReturnType<typeof memoryStack>
