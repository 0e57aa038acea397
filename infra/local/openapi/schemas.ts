import * as z from 'zod/mini'
import {
  counts,
  erasureAsked,
  health,
  linkAsked,
  meetingInList,
  pageOf,
  projectInList,
  standing,
  unhealthy,
} from '../../../shared/api/answers/lists.ts'
import { meetingAnswer, minutesAnswer, paper } from '../../../shared/api/answers/meeting.ts'
import { ground, money as moneyTold, proposal } from '../../../shared/api/answers/parts.ts'
import { problem } from '../../../shared/api/answers/problem.ts'
import {
  decision,
  namedView,
  publicDecision,
  publicProject,
  publicView,
  toldDecision,
  wholeView,
} from '../../../shared/api/answers/project.ts'
import { baseline } from '../../../shared/api/baseline.ts'
import { bodies } from '../../../shared/api/bodies.ts'
import { concept, evaluations, answers as selfEvaluation } from '../../../shared/api/concept.ts'
import { criterionId, money, person, returnReason } from '../../../shared/api/fields.ts'
import { report } from '../../../shared/api/report.ts'
import { projectAsHeard, publicFields, toldFields } from './events.ts'

/** A JSON schema (2020-12) as OpenAPI 3.1 takes it. */
export interface JsonSchema {
  [keyword: string]: unknown
}

/** What answers are, by the name they have in the description. */
export const answers = {
  Standing: standing,
  Project: z.union([namedView, wholeView, publicView]),
  ProjectWithPeople: namedView,
  ProjectWithoutPeople: wholeView,
  PublicProject: publicView,
  Projects: pageOf(projectInList),
  ProjectInList: projectInList,
  Counts: counts,
  Meeting: meetingAnswer,
  Minutes: minutesAnswer,
  Meetings: pageOf(meetingInList),
  LinkAsked: linkAsked,
  ErasureAsked: erasureAsked,
  Health: health,
  Unhealthy: unhealthy,
  Problem: problem,
} as const

/** `History` is written by hand: which fields an event has depends on its type. */
export type AnswerName = keyof typeof answers | 'History'

/** What several of them are made of: said once. */
const parts = {
  Money: moneyTold,
  Baseline: baseline,
  Concept: concept,
  SelfEvaluation: selfEvaluation,
  Evaluations: evaluations,
  Report: report,
  Decision: toldDecision,
  DecisionAt: decision,
  PublicDecision: publicDecision,
  Paper: paper,
  Ground: ground,
  LevelProposal: proposal,
  CriterionId: criterionId,
  ProjectAsHeard: projectAsHeard,
  ProjectForAnyone: publicProject,
} as const

/** What several requests are made of. */
const sentParts = {
  MoneySent: money,
  BaselineSent: baseline,
  SelfEvaluationSent: selfEvaluation,
  EvaluationsSent: evaluations,
  PersonSent: person,
  ReturnReasonSent: returnReason,
  CriterionId: criterionId,
} as const

const at = (name: string): string => `#/components/schemas/${name}`
export const reference = (name: string): JsonSchema => ({ $ref: at(name) })

/** Events on the wire are named with dashes, schemas as types are. */
export const pascal = (type: string): string =>
  type
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
export const eventName = (type: string): string => `${pascal(type)}Event`
export const publicEventName = (type: string): string => `${pascal(type)}PublicEvent`

/** The names of body schemas: `POST /api/projects/{id}/reports/{n}/review` → `ProjectsReportsReviewBody`. */
export const bodyName = (route: string): string => {
  const words = route.replace(/^\w+ \/(api\/)?/, '').split('/')
  return `${words
    .filter((word) => !word.startsWith('{'))
    .map(pascal)
    .join('')}Body`
}

const described = (named: Readonly<Record<string, z.core.$ZodType>>, io: 'input' | 'output') => {
  const registry = z.registry<{ readonly id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    uri: at,
    io,
    unrepresentable: 'any',
    // What is read as an address may have letters beyond those of a URI.
    override: ({ zodSchema, jsonSchema }) => {
      if ('format' in zodSchema._zod.def && zodSchema._zod.def.format === 'url') jsonSchema.format = 'iri'
    },
  })
  return Object.entries(schemas).map(([name, { $id, $schema, ...schema }]): readonly [string, JsonSchema] => [
    name,
    io === 'output' ? open(schema) : schema,
  ])
}

/** An answer may have more fields one day: whoever reads it must not mind. Requests stay as strict as they are parsed. */
const open = (schema: JsonSchema): JsonSchema => {
  const { additionalProperties, pattern, ...rest } = schema
  const kept = Object.entries(pattern === undefined || isMoment(schema) ? rest : { ...rest, pattern }).map(
    ([keyword, value]) => [keyword, opened(value)],
  )
  return {
    ...Object.fromEntries(kept),
    ...(additionalProperties === undefined || additionalProperties === false
      ? {}
      : { additionalProperties: opened(additionalProperties) }),
  }
}
/** What its format says already. */
const isMoment = ({ format }: JsonSchema): boolean => format === 'date-time' || format === 'date'
const opened = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(opened)
  return typeof value === 'object' && value !== null ? open(value as JsonSchema) : value
}

const events = (fields: Readonly<Record<string, z.core.$ZodLooseShape>>, nameOf: (type: string) => string) =>
  Object.fromEntries(Object.entries(fields).map(([type, shape]) => [nameOf(type), z.strictObject(shape)]))

/** Every schema of the description. @throws when two of one name differ */
export const schemas = (): Readonly<Record<string, JsonSchema>> => {
  const all = new Map<string, JsonSchema>()
  const add = (entries: readonly (readonly [string, JsonSchema])[]) => {
    for (const [name, schema] of entries) {
      const before = all.get(name)
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(schema))
        throw new Error(`two schemas are named ${name}`)
      all.set(name, schema)
    }
  }
  add(
    described(
      { ...answers, ...parts, ...events(toldFields, eventName), ...events(publicFields, publicEventName) },
      'output',
    ),
  )
  const sent = Object.entries(bodies).map(([route, body]) => [bodyName(route), body])
  add(described({ ...Object.fromEntries(sent), ...sentParts }, 'input'))
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)))
}
