import type * as z from 'zod/mini'
import type { ProblemCode } from '../../../shared/api/problem-codes.ts'
import type { Route, RouteKey, routes } from '../../../shared/api/routes.ts'
import type { AnswerName } from './schemas.ts'

/** What belongs together in the eyes of whoever reads the description. */
export const tags = {
  Ideas: 'Handing in an idea, and what its proposer does with it.',
  Secretariat: 'The desk of the secretariat: levels, returns, readiness, pauses.',
  Dialogue: 'The text of a concept, and the talk about it.',
  Board: 'Meetings, votes, rankings and decisions.',
  Progress: 'People, start, reports, conditions, reconsiderations, and the way to a product.',
  Stewardship: 'Products: who follows them, changes, SLA, adaptations, their end.',
  Evaluation: 'The 43 criteria, twice a year: answered, evaluated, and disputed.',
  Portfolio: 'Reading: one project, all of them, meetings.',
  Persons: 'Being forgotten.',
  Mail: 'Links and reminders that go out by mail.',
  Operation: 'Whether Trin answers, and how to speak with it.',
} as const
export type Tag = keyof typeof tags

/** One kind of success. `html`, `openapi` and `asyncapi`: no schema of ours. */
export interface Success {
  readonly about: string
  readonly body?: AnswerName | 'html' | 'openapi' | 'asyncapi'
  readonly headers?: readonly ('etag' | 'location' | 'vary' | 'cache-control' | 'content-language' | 'retry-after')[]
}

/** What the description says of one route, beside what its place in the table of routes and its schemas say. */
export interface Operation {
  /** `operationId`: what clients that are generated call it. Stays the same for good. */
  readonly id: string
  readonly tag: Tag
  readonly summary: string
  readonly description?: string
  /** What may stand behind the `?`. */
  readonly query?: z.ZodMiniObject
  /** An example of the body; validated in the tests. */
  readonly sends?: unknown
  /** Also takes `application/x-www-form-urlencoded`. */
  readonly forms?: true
  readonly answers: Readonly<Partial<Record<200 | 201 | 202 | 304 | 404 | 503, Success>>>
  /** Codes of its problems beside those that every route of its kind has. */
  readonly troubles: readonly ProblemCode[]
}

/** A description for each route of one function: the compiler demands them. */
export type OperationsOf<F extends Route['served']> = Readonly<
  Record<Extract<(typeof routes)[number], { readonly served: F }> extends infer R ? KeyOf<R> : never, Operation>
>
type KeyOf<R> = R extends { readonly method: infer M extends string; readonly path: infer P extends string }
  ? Extract<`${M} ${P}`, RouteKey>
  : never

/** What may go wrong with any command: what its headers say, what the process allows, what others do meanwhile. */
export const commandTroubles = [
  'bad-header',
  'not-your-role',
  'illegal-in-state',
  'version-conflict',
  'reason-required',
  'idempotency-mismatch',
  'busy',
] as const satisfies readonly ProblemCode[]

type Told = Pick<Operation, 'id' | 'tag' | 'summary'> & Partial<Operation>

const onProject = { 200: { about: 'Where the project stands now.', body: 'Standing', headers: ['etag'] } } as const
const onMeeting = { 200: { about: 'The meeting as it is now.', body: 'Meeting', headers: ['etag'] } } as const

/** A command on a project that answers where it stands. */
export const projectCommand = (told: Told): Operation => ({ answers: onProject, troubles: commandTroubles, ...told })

/** The same where it names people, each of whom gets mail: one person may name only so many within an hour. */
export const namingCommand = (told: Told): Operation =>
  projectCommand({ ...told, troubles: [...commandTroubles, 'too-many'] })

/** A command on a meeting that answers the meeting. */
export const meetingCommand = (told: Told): Operation => ({ answers: onMeeting, troubles: commandTroubles, ...told })

/** A command that begins a project or a meeting. */
export const creation = (body: AnswerName, told: Told): Operation => ({
  answers: { 201: { about: 'It is there.', body, headers: ['etag', 'location'] } },
  troubles: commandTroubles,
  ...told,
})

/** A question about one thing, which is answered by 304 where the caller has seen this version. */
export const readOne = (body: AnswerName, told: Told): Operation => ({
  answers: {
    200: { about: 'As the caller may see it.', body, headers: ['etag', 'vary'] },
    304: { about: 'Nothing has happened since the version in `If-None-Match`.', headers: ['etag', 'vary'] },
  },
  troubles: [],
  ...told,
})

/** Any other question, or a request that changes no project. */
export const plain = (body: Success['body'], told: Told): Operation => ({
  answers: { 200: { about: 'The answer.', ...(body === undefined ? {} : { body }) } },
  troubles: [],
  ...told,
})
