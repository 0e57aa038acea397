import type { Actor, Role } from '../../../shared/domain/actor.ts'
import { proposeLevel } from '../../../shared/domain/classification.ts'
import type { Commit } from '../../../shared/domain/commit.ts'
import type { ContactId } from '../../../shared/domain/identifiers.ts'
import type { MeetingCommand } from '../../../shared/domain/meeting/commands.ts'
import * as meetings from '../../../shared/domain/meeting/decide.ts'
import type { MeetingEvent } from '../../../shared/domain/meeting/events.ts'
import * as meetingLog from '../../../shared/domain/meeting/evolve.ts'
import { exclusionsOf, tallyFor } from '../../../shared/domain/meeting/outcome.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import * as projects from '../../../shared/domain/project/decide.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import * as projectLog from '../../../shared/domain/project/evolve.ts'
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { board, people, sensorBaseline, sensorLayer, sensorLayerAnswers } from '../demo/material.ts'
import { exampleIds } from './example-ids.ts'

export type Person = keyof typeof people | 'signe'
export const contactOf = (person: Person): ContactId => `con_${person}`

/** Somebody of the example, in a role of theirs. */
export const as = (person: Person, ...roles: Role[]): Actor => ({ kind: 'person', id: contactOf(person), roles })
export const secretariat = as('signe', 'secretariat')
const chair = as('birgitte', 'chair')

const meant = <E>(events: readonly E[] | Refusal): readonly E[] => {
  if (isRefusal(events)) throw new Error(`an act of the example was refused: ${events.rule}`)
  return events
}

/** A level 2 project from idea to approval, with its meeting, decided by the domain itself; a week from act to act. */
export const exampleLife = () => {
  const projectCommits: Commit<ProjectEvent>[] = []
  const meetingCommits: Commit<MeetingEvent>[] = []
  let acts = 0
  const commit = <E>(stream: Commit<E>['stream'], log: Commit<E>[], actor: Actor, events: readonly E[]) => {
    const version = log.length + 1
    const name = String(acts).padStart(26, '0')
    const ids = { commitId: `cmt_${name}`, commandId: `cmd_${name}`, payloadHash: '0'.repeat(64) }
    log.push({ stream, version, ...ids, actor, at: now(), correlationId: exampleIds.correlation, events })
    acts += 1
  }
  const now = () => new Date(Date.UTC(2026, 8, 7 + 7 * acts, 8)).toISOString()
  const context = (actor: Actor) => ({ now: now(), actor, settings: defaultSettings })
  const project = () => projectLog.fold(projectCommits)
  const meeting = () => meetingLog.fold(meetingCommits)
  const act = (actor: Actor, command: ProjectCommand) => {
    const events = projects.decide(project(), command, { ...context(actor), id: exampleIds.project })
    commit(exampleIds.project, projectCommits, actor, meant(events))
  }
  const meet = (actor: Actor, command: MeetingCommand) => {
    const events = meetings.decide(meeting(), command, { ...context(actor), id: exampleIds.meeting })
    commit(exampleIds.meeting, meetingCommits, actor, meant(events))
  }
  const standing = () => {
    const [ofProject, ofMeeting] = [project(), meeting()]
    if (ofProject === undefined || ofMeeting === undefined) throw new Error('the example has not begun')
    return { project: ofProject, meeting: ofMeeting }
  }

  const concept = sensorLayer
  act(
    { kind: 'anonymous' },
    {
      type: 'submit',
      kind: 'new',
      concept,
      answers: sensorLayerAnswers,
      proposer: contactOf('helle'),
      consentToPublish: true,
    },
  )
  const proposal = proposeLevel(concept, sensorLayerAnswers, defaultSettings)
  act({ kind: 'system', name: 'classification' }, { type: 'propose-level', proposal })
  act(secretariat, { type: 'place', level: 2 })
  act(as('helle', 'proposer'), { type: 'comment', text: 'Skal nødkald med fra begyndelsen?', criterion: 'F18' })
  act(secretariat, { type: 'assess', evaluations: { R1: { colour: 'green' }, F18: { colour: 'yellow' } } })
  act(secretariat, { type: 'mark-ready', note: 'Vi anbefaler bestyrelsen at godkende.' })
  meet(secretariat, {
    type: 'call',
    form: 'meeting',
    meetsAt: '2027-01-20T08:00:00.000Z',
    place: 'Odense',
    members: seats.map(({ person, authority, seat }) => ({ contact: contactOf(person), authority, seat })),
  })
  const ref = { meeting: exampleIds.meeting, meetingAt: '2027-01-20T08:00:00.000Z' }
  act({ kind: 'system', name: 'agenda-keeper' }, { type: 'put-on-agenda', meeting: ref })
  const { project: listed, meeting: called } = standing()
  meet(
    { kind: 'system', name: 'agenda-keeper' },
    { type: 'add-item', project: listed.id, kind: 'concept', excluded: exclusionsOf(called.members, listed) },
  )
  for (const { person, seat } of seats.slice(0, 4))
    meet(as(person, seat === 'chair' ? 'chair' : 'board'), {
      type: 'vote',
      project: listed.id,
      member: contactOf(person),
      choice: 'approve',
    })
  const open = standing()
  const tally = tallyFor(open.meeting, open.project, 'approve', defaultSettings)
  if (isRefusal(tally)) throw new Error(`the votes of the example say something else: ${tally.rule}`)
  const decision = {
    outcome: 'approve',
    reason: 'Tre kommuner deltager, og flere vil med.',
    criteria: ['R3'],
    nextStep: 'Udpeg en projektleder og nedsæt en styregruppe.',
    baseline: sensorBaseline('2028-12-31'),
    conditions: [{ text: 'Aftaler underskrevet.', owner: contactOf('amir'), dueOn: '2027-06-30' }],
  } as const
  act(chair, { type: 'decide', meeting: open.meeting.id, decision, tally })
  const closed = standing()
  meet(
    { kind: 'system', name: 'agenda-keeper' },
    { type: 'close-item', project: closed.project.id, outcome: 'approve' },
  )
  return { ...standing(), open, projectCommits }
}

const named = Object.keys(people) as (keyof typeof people)[]
const personWith = (email: string): Person => named.find((name) => people[name].email === email) ?? 'signe'
/** Who sits on the board of the example. */
export const seats = board.map(({ email, authority, seat }) => ({ person: personWith(email), authority, seat }))
