import * as z from 'zod/mini'
import type { Answers, AnswersChange, Concept, ConceptChange, Evaluations } from '../domain/concept.ts'
import { projectThemes } from '../domain/theme.ts'
import { authority, criterionId, line, money, text, webAddress } from './fields.ts'

/** What the form asks, field by field (`shared/domain/concept.ts` says what each means). */
/** Long enough for a page; all fields and answers together must fit into one item of the log (400 KB). */
const paragraphs = text(6_000)
const evidence = text(2_000)

const repository = z.url({ protocol: /^https?$/ }).check(z.trim(), z.maxLength(2_000), z.regex(webAddress))
const potentialAuthorities = z.int().check(z.nonnegative(), z.maximum(10_000))
const theme = z.enum(projectThemes)
const nationalStrategy = text(2_000)
const licence = line(100)

const required = { title: line(200), purpose: paragraphs, authority }
const optional = {
  background: z.exactOptional(paragraphs),
  value: z.exactOptional(paragraphs),
  theme: z.exactOptional(theme),
  potentialAuthorities: z.exactOptional(potentialAuthorities),
  nationalStrategy: z.exactOptional(nationalStrategy),
  jointCost: z.exactOptional(money),
  licence: z.exactOptional(licence),
  repository: z.exactOptional(repository),
  procurement: z.exactOptional(paragraphs),
  architecture: z.exactOptional(paragraphs),
}
const withDefaults = {
  otherAuthorities: z.array(authority).check(z.maxLength(150)),
  backedByManagement: z.boolean(),
  businessCritical: z.enum(['no', 'own', 'many']),
}

export const conceptFields = {
  ...required,
  ...optional,
  otherAuthorities: z._default(withDefaults.otherAuthorities, []),
  backedByManagement: z._default(withDefaults.backedByManagement, false),
  businessCritical: z._default(withDefaults.businessCritical, 'no'),
}

export const concept = z.strictObject(conceptFields) satisfies z.ZodMiniType<Concept>

/** Those of its fields that a revision or a resubmission changes: what is not sent stays as it was, null takes it back. */
export const conceptChange = z.lazy(() =>
  z.strictObject({
    title: z.exactOptional(required.title),
    purpose: z.exactOptional(required.purpose),
    authority: z.exactOptional(required.authority),
    background: z.exactOptional(z.nullable(paragraphs)),
    value: z.exactOptional(z.nullable(paragraphs)),
    theme: z.exactOptional(z.nullable(theme)),
    potentialAuthorities: z.exactOptional(z.nullable(potentialAuthorities)),
    nationalStrategy: z.exactOptional(z.nullable(nationalStrategy)),
    jointCost: z.exactOptional(z.nullable(money)),
    licence: z.exactOptional(z.nullable(licence)),
    repository: z.exactOptional(z.nullable(repository)),
    procurement: z.exactOptional(z.nullable(paragraphs)),
    architecture: z.exactOptional(z.nullable(paragraphs)),
    otherAuthorities: z.exactOptional(withDefaults.otherAuthorities),
    backedByManagement: z.exactOptional(withDefaults.backedByManagement),
    businessCritical: z.exactOptional(withDefaults.businessCritical),
  }),
) satisfies z.ZodMiniType<ConceptChange>

const answer = z.strictObject({
  answer: z.enum(['yes', 'no', 'planned', 'not-relevant', 'dont-know']),
  text: z.exactOptional(evidence),
})

/** Answers of a self-evaluation, by criterion. */
export const answers = z.partialRecord(criterionId, answer) satisfies z.ZodMiniType<Answers>

/** Answers that a revision or a resubmission changes; null takes one back. */
export const answersChange = z.partialRecord(criterionId, z.nullable(answer)) satisfies z.ZodMiniType<AnswersChange>

/** The secretariat's colours, by criterion. */
export const evaluations = z.partialRecord(
  criterionId,
  z.strictObject({
    colour: z.enum(['green', 'yellow', 'red', 'grey']),
    text: z.exactOptional(evidence),
  }),
) satisfies z.ZodMiniType<Evaluations>
