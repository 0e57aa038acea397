import type { Actor } from '../../../shared/domain/actor.ts'
import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { decide } from '../../../shared/domain/project/decide.ts'
import { evolve } from '../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { actorAs, contact, type Somebody, sampleMeeting, sampleProject } from './people.ts'
import { answersFor, baseline, concept, decisionOf, goneLive, samplesFor, tallyOf } from './sample-commands.ts'

/** A project in one of its states, with what else makes a difference there. */
export interface Situation {
  readonly project: Project
  /** What is particular about it beside its state. */
  readonly particular?: string
}

/** Every sample stands at this moment. */
export const moment: Instant = '2026-10-01T09:00:00.000Z'
const began: Instant = '2026-09-01T09:00:00.000Z'

const act = (project: Project | undefined, command: ProjectCommand, actor: Actor, now = began): Project => {
  const events = decide(project, command, { now, actor, settings: defaultSettings, id: sampleProject })
  if (isRefusal(events)) throw new Error(`the page's own ${command.type} was refused: ${events.rule}`)
  const version = (project?.version ?? 0) + 1
  let after = project
  for (const event of events) after = evolve(after, event, { stream: sampleProject, version, at: now, actor })
  if (after === undefined) throw new Error('nothing happened')
  return after
}

/** The project after these acts, each by whoever it is for. */
const then = (project: Project, ...acts: readonly (readonly [ProjectCommand['type'] | ProjectCommand, Somebody])[]) =>
  acts.reduce((before, [asked, who]) => {
    const command = typeof asked === 'string' ? sampleOf(before, asked) : asked
    return act(before, command, actorAs(who))
  }, project)

const sampleOf = (project: Project, type: string): ProjectCommand => {
  const sample = samplesFor(project, began).find(({ command }) => command.type === type)
  if (sample === undefined) throw new Error(`there is no sample of ${type}`)
  return sample.command
}

/** How every project begins: not yet one of the situations. */
export const submission = {
  type: 'submit',
  kind: 'new',
  concept,
  answers: answersFor(3),
  proposer: contact.proposer,
  consentToPublish: false,
} as const
const idea = act(undefined, submission, actorAs('anonymous'))
const shaping = (level: Level): Project => then(idea, [{ type: 'place', level }, 'secretariat'])
const ready = (level: Level): Project => then(shaping(level), ['mark-ready', 'secretariat'])
const meeting = { meeting: sampleMeeting, meetingAt: '2026-10-05T09:00:00.000Z' }
const listed = then(ready(2), [{ type: 'put-on-agenda', meeting }, 'secretariat'])
const approve = {
  type: 'decide',
  meeting: sampleMeeting,
  decision: decisionOf('approve', moment),
  tally: tallyOf('approve'),
} as const
const approved = then(
  listed,
  [approve, 'chair'],
  [{ type: 'appoint-lead', lead: contact.lead }, 'secretariat'],
  [{ type: 'name-steering-group', members: [contact.steering] }, 'secretariat'],
)
const running = then(approved, ['start', 'lead'])
const runningOn1 = then(ready(1), [{ type: 'start', baseline, lead: contact.lead }, 'secretariat'])
const reported = then(running, ['report', 'lead'])
const reconsidered = then(
  running,
  ['open-reconsideration', 'lead'],
  [{ type: 'put-on-agenda', meeting }, 'secretariat'],
)
const steered = then(running, [
  { type: 'name-coordination-group', members: [contact.coordination], chair: contact.coordination },
  'secretariat',
])
const evaluated = then(running, ['evaluate', 'secretariat'])
const disputed = then(evaluated, ['dispute-level', 'steering'], [{ type: 'put-on-agenda', meeting }, 'secretariat'])
const live = (project: Project, ...authorities: readonly string[]): Project =>
  then(project, ...authorities.map((authority) => [{ ...goneLive, authority }, 'secretariat'] as const))
const complete = live(then(steered, ['fulfil-condition', 'owner']), 'Tisvang Kommune', 'Norre Strand Kommune')
const product = then(complete, ['graduate', 'secretariat'])
const withoutSteering: Project = { ...product, steering: [] }
const asked = then(product, ['request-change', 'steering'])
const assessed = then(asked, ['assess-change', 'coordination'])
const escalate = { type: 'decide-change', change: 1, outcome: 'beyond-frame', reason: 'Det koster mere.' } as const
const accept = { ...escalate, outcome: 'accept' } as const
const takeover = then(
  act(undefined, { ...submission, kind: 'takeover' }, actorAs('anonymous')),
  [{ type: 'place', level: 1 }, 'secretariat'],
  ['mark-ready', 'secretariat'],
  [{ type: 'name-coordination-group', members: [contact.coordination], chair: contact.coordination }, 'secretariat'],
)
const stopped = then(
  runningOn1,
  ['open-reconsideration', 'lead'],
  [{ type: 'decide-reconsideration', decision: decisionOf('stop', moment) }, 'secretariat'],
)
const rejected = then(listed, [
  { ...approve, decision: decisionOf('reject', moment), tally: tallyOf('reject') },
  'chair',
])

/** Every state, and in it every situation in which something else follows from the same act. */
export const situations: readonly Situation[] = [
  { project: idea },
  { project: shaping(2) },
  { project: ready(1), particular: 'level 1' },
  { project: ready(2), particular: 'level 2 or 3, on no agenda' },
  { project: listed, particular: 'level 2 or 3, on an agenda' },
  { project: then(shaping(2), ['return', 'secretariat']) },
  { project: approved, particular: 'with a condition' },
  { project: runningOn1, particular: 'level 1' },
  { project: running, particular: 'level 2 or 3, with a condition' },
  { project: reported, particular: 'level 2 or 3, with a report to review' },
  {
    project: then(running, [{ type: 'withhold-frame', until: addDays(dateOf(moment), 30) }, 'secretariat']),
    particular: 'level 2 or 3, its frame withheld',
  },
  { project: then(runningOn1, ['open-reconsideration', 'lead']), particular: 'level 1' },
  { project: reconsidered, particular: 'level 2 or 3, running, on an agenda' },
  {
    project: then(approved, ['open-reconsideration', 'lead'], [{ type: 'put-on-agenda', meeting }, 'secretariat']),
    particular: 'approved and not begun, on an agenda',
  },
  { project: then(shaping(2), ['pause', 'secretariat']), particular: 'while it was shaped' },
  { project: then(shaping(2), ['return', 'secretariat'], ['pause', 'secretariat']), particular: 'after a return' },
  { project: then(approved, ['pause', 'secretariat']), particular: 'once approved' },
  { project: then(running, ['pause', 'secretariat']), particular: 'while it ran' },
  { project: live(runningOn1, 'Tisvang Kommune'), particular: 'level 1, live in one authority' },
  { project: complete, particular: 'live in two authorities, all in place' },
  { project: evaluated, particular: 'evaluated' },
  { project: disputed, particular: 'its level in dispute, on an agenda' },
  {
    project: live(takeover, 'Tisvang Kommune', 'Norre Strand Kommune'),
    particular: 'level 1, a finished solution that is live',
  },
  { project: live(takeover, 'Tisvang Kommune'), particular: 'level 1, a finished solution live in one authority' },
  { project: product, particular: 'with a steering group' },
  { project: withoutSteering, particular: 'without a steering group' },
  { project: asked, particular: 'a change is asked for' },
  { project: then(assessed, [escalate, 'coordination']), particular: 'a change is beyond the frame' },
  { project: then(assessed, [accept, 'coordination']), particular: 'a change is accepted' },
  { project: assessed, particular: 'a change is assessed' },
  { project: then(product, ['set-sla', 'coordination']), particular: 'with service levels' },
  { project: rejected },
  { project: stopped },
  { project: then(idea, ['withdraw', 'proposer']) },
  { project: then(idea, ['merge', 'secretariat']) },
  { project: then(live(runningOn1, 'Tisvang Kommune'), ['complete', 'secretariat']) },
  { project: then(product, ['retire', 'coordination']) },
]
