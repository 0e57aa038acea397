import type { FieldCode, FieldFacts, ProblemCode } from '../api/problem-codes.ts'
import type { Refusal, RefusalRule } from '../domain/refusal.ts'
import { problemWords as da } from './da/problems.ts'
import { problemWords as en } from './en/problems.ts'
import type { Language } from './language.ts'
import { onDemand } from './on-demand.ts'

export type RuleFacts = NonNullable<Refusal['facts']>

/** Words for everything that can be refused. */
export interface ProblemWords {
  readonly titles: Readonly<Record<ProblemCode, string>>
  /** Details of troubles that no rule of the process explains. */
  readonly details: {
    readonly 'not-found': string
    readonly unauthenticated: string
    readonly 'bad-token': string
    readonly forbidden: string
    readonly malformed: string
    readonly 'bad-if-match': string
    readonly 'bad-idempotency-key': string
    readonly 'too-large': (limitKilobytes: number) => string
    readonly 'unsupported-media-type': (accepted: readonly string[]) => string
    readonly fields: (count: number) => string
    readonly 'version-conflict': string
    readonly 'idempotency-mismatch': string
    readonly busy: string
    readonly 'not-our-form': string
    readonly 'too-many': (waitMinutes: number) => string
    readonly unavailable: string
    readonly internal: string
  }
  readonly rules: Readonly<Record<RefusalRule, (facts: RuleFacts) => string>>
  readonly fields: Readonly<Record<FieldCode, (facts: FieldFacts) => string>>
}

export const problemWords: Readonly<Record<Language, ProblemWords>> = onDemand({ da, en })
