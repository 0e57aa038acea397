import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import { criteria } from '../../../shared/domain/criteria.ts'
import type { Baseline } from '../../../shared/domain/economy/report.ts'
import type { GivenReturnReason } from '../../../shared/domain/project/commands.ts'
import { returnReasons } from '../../../shared/domain/return-reasons.ts'
import { aBaseline, kr } from '../support/material.ts'
import type { Chance } from './chance.ts'
import type { World } from './world.ts'

const codes = Object.keys(returnReasons) as (keyof typeof returnReasons)[]

/** A text, seldom an empty one. */
export const words = (chance: Chance, text: string): string => (chance.percent(6) ? ' ' : text)
export const maybe = <Name extends string, Value>(
  chance: Chance,
  name: Name,
  value: () => Value,
): { readonly [Key in Name]?: Value } =>
  chance.percent(50) ? ({ [name]: value() } as { readonly [Key in Name]: Value }) : {}
/** A day ahead, seldom one that has passed. */
export const dayAhead = (world: World, chance: Chance, within: number): string =>
  addDays(dateOf(world.now), chance.percent(6) ? -1 - chance.below(9) : 1 + chance.below(within))

export const reasons = (chance: Chance): readonly GivenReturnReason[] =>
  Array.from({ length: chance.percent(6) ? 0 : 1 + chance.below(2) }, () => ({
    code: chance.of(codes),
    ...maybe(chance, 'criteria', () => [chance.of(criteria).id]),
    ...(chance.percent(80) ? { text: words(chance, 'Leverandøren er bundet til én platform.') } : {}),
  }))

export const baseline = (world: World, chance: Chance): Baseline =>
  aBaseline({ budget: kr(1 + chance.below(9_000_000)), endsOn: addDays(dateOf(world.now), 30 + chance.below(900)) })
