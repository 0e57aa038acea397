import type { Outcome, Tally } from '../../../shared/domain/board/votes.ts'
import { criteria } from '../../../shared/domain/criteria.ts'
import { tallyFor } from '../../../shared/domain/meeting/outcome.ts'
import type { GivenDecision, ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { owners } from './cast.ts'
import type { Chance } from './chance.ts'
import { baseline, dayAhead, maybe, reasons, words } from './material.ts'
import type { Gathering, Life, World } from './world.ts'

export const outcomes = [
  'approve',
  'return',
  'reject',
  'continue',
  'rescope',
  'stop',
  'uphold',
  'amend',
] as const satisfies Outcome[]
export const isOutcome = (result: string): result is Outcome => outcomes.some((outcome) => outcome === result)

export const noVotes: Tally = { counts: {}, eligible: 5, excluded: [], quorum: 3, cast: 0 }

/** What whoever decides says, of any outcome; mostly complete. */
export const decisionOf = (outcome: GivenDecision['outcome'], world: World, chance: Chance): GivenDecision => ({
  outcome,
  reason: words(chance, 'Behovet er fælles, og rammen er realistisk.'),
  criteria: chance.percent(4) ? [] : [chance.of(criteria).id],
  nextStep: words(chance, 'Styregruppen mødes inden udgangen af måneden.'),
  ...(outcome === 'return' ? { reasons: reasons(chance), comeBackWith: words(chance, 'En aftale om drift.') } : {}),
  ...((outcome === 'approve' || outcome === 'rescope') && !chance.percent(4)
    ? { baseline: baseline(world, chance) }
    : {}),
  ...(outcome === 'approve'
    ? {
        conditions: Array.from({ length: chance.below(3) }, () => ({
          text: 'Aftaler om tilslutning er underskrevet.',
          owner: chance.of(owners),
          dueOn: dayAhead(world, chance, 120),
        })),
      }
    : {}),
  ...(outcome === 'continue' || outcome === 'rescope'
    ? maybe(chance, 'conditionsDueOn', () => dayAhead(world, chance, 90))
    : {}),
  ...(outcome === 'continue' ? maybe(chance, 'endsOn', () => dayAhead(world, chance, 600)) : {}),
})

/** The meeting that has it on its agenda. */
export const itsMeeting = ({ project }: Life, world: World): Gathering | undefined =>
  world.gatherings.find(({ id }) => id === project.meeting?.meeting)

/** The decision as a command with its count, as the votes of the meeting allow it; nothing where they do not. */
export const decisionCommand = (
  { settings, visits }: World,
  { project }: Life,
  gathering: Gathering | undefined,
  generalAssembly: boolean,
  decision: GivenDecision,
): (ProjectCommand & { readonly type: 'decide' | 'record-assembly-decision' }) | undefined => {
  if (gathering === undefined) return undefined
  const said = generalAssembly ? 'general-assembly' : decision.outcome
  const tally = tallyFor(gathering.meeting, project, said, settings)
  if ('refused' in tally) {
    visits.count('refused by', tally.rule)
    return undefined
  }
  return { type: generalAssembly ? 'record-assembly-decision' : 'decide', meeting: gathering.id, decision, tally }
}
