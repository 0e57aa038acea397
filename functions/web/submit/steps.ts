import { type CriterionId, criteria, criteriaFor } from '../../../shared/domain/criteria.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import { pointerOfField, typedIn } from '../../../shared/http/sent-form.ts'

/** The parts of the form, in their order; `more` only where the answers point above level 1. */
export const stepNames = ['idea', 'reach', 'solution', 'criteria', 'more', 'send'] as const
export type StepName = (typeof stepNames)[number]

export const stepsFor = (level: Level): readonly StepName[] => stepNames.filter((name) => name !== 'more' || level > 1)

export const isStepName = (name: string): name is StepName => stepNames.some((one) => one === name)

/** Criteria that everybody is asked about: those of the sandbox and of level 1. */
export const firstCriteria = criteriaFor(1)
/** Those that a higher level asks about beside. */
export const moreCriteria = (level: Level) => criteriaFor(level).filter((one) => !firstCriteria.includes(one))

export const answerField = (id: CriterionId): string => `answers.${id}.answer`
export const evidenceField = (id: CriterionId): string => `answers.${id}.text`
const criterionFields = (ids: readonly CriterionId[]): readonly string[] =>
  ids.flatMap((id) => [answerField(id), evidenceField(id)])

const idsOf = (some: readonly { readonly id: CriterionId }[]): readonly CriterionId[] => some.map(({ id }) => id)

/** Names of the fields of each step, as they are sent: `spent:kr` says how a text is read. */
export const stepFields: Readonly<Record<StepName, readonly string[]>> = {
  idea: ['kind', 'concept.title', 'concept.purpose', 'concept.theme', 'concept.value', 'concept.background'],
  reach: [
    'concept.authority',
    'concept.otherAuthorities:lines',
    'concept.potentialAuthorities:int',
    'concept.backedByManagement:yes',
    'concept.businessCritical',
    'concept.nationalStrategy',
    'concept.jointCost:kr',
  ],
  solution: ['concept.licence', 'concept.repository', 'concept.procurement', 'concept.architecture'],
  criteria: criterionFields(idsOf(firstCriteria)),
  more: criterionFields(idsOf(criteria.filter((one) => !firstCriteria.includes(one)))),
  send: ['contact.name', 'contact.email', 'contact.language', 'consentToPublish:yes'],
}

const allFields = stepNames.flatMap((name) => stepFields[name])

/** What stands in fields of other steps: it travels along, since nothing is kept before the idea is sent. */
export const carriedBeside = (
  shown: readonly string[],
  typed: FormObject | undefined,
): readonly (readonly [string, string])[] =>
  allFields
    .filter((name) => !shown.includes(name))
    .flatMap((name) => {
      const found = typedIn(typed, name)
      const value = Array.isArray(found) ? found.at(-1) : found
      return typeof value === 'string' ? [[name, value] as const] : []
    })

/** The step on which a problem's field stands; an answer to no known field belongs to the last. */
export const stepOfPointer = (pointer: string): StepName =>
  stepNames.find((step) => stepFields[step].some((name) => isAtField(pointer, name))) ?? 'send'

const isAtField = (pointer: string, name: string): boolean => {
  const at = pointerOfField(name)
  return pointer === at || pointer.startsWith(`${at}/`)
}
