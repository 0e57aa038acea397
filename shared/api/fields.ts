import * as z from 'zod/mini'
import { type CriterionId, criteria } from '../domain/criteria.ts'
import type { Money } from '../domain/economy/money.ts'
import type { ProjectId } from '../domain/identifiers.ts'
import type { Level } from '../domain/level.ts'
import type { GivenReturnReason } from '../domain/project/commands.ts'
import type { ReturnReasonCode } from '../domain/return-reasons.ts'
import { returnReasons } from '../domain/return-reasons.ts'

/**
 * What no text may hold: halves of characters, characters that turn the direction of what follows and so make a name or a
 * title read as another, and the mark of a character that was lost on the way, since a form sent in another charset would
 * be kept without its letters.
 */
const never = String.raw`\p{Cs}\u202a-\u202e\u2066-\u2069\ufffd`
const inLine = new RegExp(`^[^\\p{Cc}\\u2028\\u2029${never}]*$`, 'u')
/** An address is read leniently, by what browsers do: what stands around it, or is hidden in it, would be kept. */
export const webAddress = new RegExp(`^[Hh][Tt][Tt][Pp][Ss]?:[^\\p{Cc}\\u2028\\u2029${never}]*$`, 'u')
const inText = new RegExp(`^(?:[^\\p{Cc}${never}]|[\\n\\r\\t])*$`, 'u')

/** Text as people type it, on one line: nothing in it can break a header, a row or a layout. */
export const line = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.regex(inLine))

/** Text of several lines. */
export const text = (longest = 10_000) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.regex(inText))

/**
 * From 2000 to 2199: another year is a slip of the finger, and the days that are reckoned from the last of four digits
 * have five, which is no longer the order of their text.
 */
const ofOurTime = ({ _zod: { pattern } }: { readonly _zod: { readonly pattern: RegExp } }) =>
  new RegExp(pattern.source.replace('^', '^(?=2[01])'))

/** A day in Europe/Copenhagen, from 2000 to 2199. */
export const date = z.stringFormat('date', ofOurTime(z.iso.date()))

/** A moment with its offset, from 2000 to 2199; `toInstant` writes it as the domain does. */
export const moment = z.stringFormat('datetime', ofOurTime(z.iso.datetime({ offset: true })))
export const toInstant = (sent: string): string => new Date(sent).toISOString()

/** Whole øre. */
export const money = z.strictObject({
  amount: z.int().check(z.nonnegative()),
  currency: z.literal('DKK'),
}) satisfies z.ZodMiniType<Money>

/** A ULID behind a prefix. */
const id = <P extends string>(prefix: P) =>
  z.templateLiteral([prefix, z.string().check(z.regex(/[0-9A-HJKMNP-TV-Z]{26}/))])

export const projectId = id('prj_') satisfies z.ZodMiniType<ProjectId>
export const meetingId = id('mtg_')
/** `con_` and a keyed hash in base 32. */
export const contactId = z.templateLiteral(['con_', z.string().check(z.regex(/[0-9a-hjkmnp-tv-z]{52}/))])

const criterionIds = criteria.map(({ id }) => id)
export const criterionId: z.ZodMiniType<CriterionId> = z.enum(criterionIds)

/** Criteria that something rests on, each once. */
export const criterionList = z.array(criterionId).check(z.maxLength(criteria.length))

export const level: z.ZodMiniType<Level> = z.literal([1, 2, 3])

export const authority = line(200)

export const email = z.email().check(z.maxLength(254))

/** Somebody named in a request. The name and address are kept apart from the log. */
export const person = z.strictObject({
  name: line(200),
  email,
  language: z.exactOptional(z.enum(['da', 'en'])),
  authority: z.exactOptional(authority),
})
export type GivenPerson = z.output<typeof person>

const returnReasonCodes = Object.keys(returnReasons) as ReturnReasonCode[]

/** Why something goes back to idea generation: coded, so that it can be counted. */
export const returnReason = z.strictObject({
  code: z.enum(returnReasonCodes),
  criteria: z.exactOptional(criterionList),
  text: z.exactOptional(text()),
}) satisfies z.ZodMiniType<GivenReturnReason>
export const returnReasonList = z.lazy(() => z.array(returnReason).check(z.minLength(1), z.maxLength(20)))

/** A body with nothing in it. */
export const nothing = z.strictObject({})
