import type { Actor } from '../../shared/domain/actor.ts'
import type { Commit } from '../../shared/domain/commit.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import type { ProjectCommand } from '../../shared/domain/project/commands.ts'
import { decide } from '../../shared/domain/project/decide.ts'
import type { ProjectEvent } from '../../shared/domain/project/events.ts'
import { evolve, fold } from '../../shared/domain/project/evolve.ts'
import type { Project } from '../../shared/domain/project/state.ts'
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { aBaseline, aConcept, actors, aJointConcept, meetings, people, projects } from '../domain/support/material.ts'

export type Act = readonly [actor: Actor, command: ProjectCommand]

/** A day apart each, from the first of September 2026. */
const momentOf = (n: number): string => new Date(Date.UTC(2026, 8, 1 + n, 8)).toISOString()

/** The log that comes of these acts, decided by the domain itself. @throws when one of them is refused. */
export const life = (acts: readonly Act[], id: ProjectId = projects.sensor): readonly Commit<ProjectEvent>[] =>
  lived(acts, id, (command, refusal) => {
    throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`)
  })

/** The same, where acts that the domain refuses leave the life as it was. */
export const lived = (
  acts: readonly Act[],
  id: ProjectId = projects.sensor,
  refused: (command: ProjectCommand, refusal: Refusal) => void = () => {},
): readonly Commit<ProjectEvent>[] => {
  const log: Commit<ProjectEvent>[] = []
  let project: Project | undefined
  for (const [actor, command] of acts) {
    const at = momentOf(log.length)
    const events = decide(project, command, { now: at, actor, settings: defaultSettings, id })
    if (isRefusal(events)) {
      refused(command, events)
      continue
    }
    const version = log.length + 1
    const name = `${version}`.padStart(26, '0')
    log.push({
      stream: id,
      version,
      commitId: `cmt_${name}`,
      commandId: `cmd_${name}`,
      payloadHash: 'a'.repeat(64),
      actor,
      at,
      correlationId: `correlation-${version}`,
      events,
    })
    for (const event of events) project = evolve(project, event, { stream: id, version, at, actor })
  }
  return log
}

export const projectOf = (log: readonly Commit<ProjectEvent>[]): Project => {
  const project = fold(log)
  if (project === undefined) throw new Error('nothing was submitted')
  return project
}

const decision = { reason: 'Løser et fælles behov.', criteria: ['R1'], nextStep: 'Udpeg en projektleder.' } as const
const tally = {
  counts: { approve: 3 },
  eligible: 4,
  excluded: [{ member: people.palle, why: 'declared' }],
  quorum: 3,
  cast: 3,
} as const
const meeting = { meeting: meetings.september, meetingAt: '2026-12-10T08:00:00.000Z' }

/** Acts of a level 2 project, to be put together into lives. */
export const acts = {
  submit: (consentToPublish: boolean): Act => [
    actors.anonymous,
    {
      type: 'submit',
      kind: 'new',
      concept: aJointConcept(),
      answers: {},
      proposer: people.maren,
      consentToPublish,
    },
  ],
  comment: [actors.proposer, { type: 'comment', text: 'Skal vi tage spildevand med?' }],
  place: [actors.secretariat, { type: 'place', level: 2 }],
  ready: [actors.secretariat, { type: 'mark-ready' }],
  returnToProposer: [
    actors.secretariat,
    { type: 'return', reasons: [{ code: 'value-unclear', text: 'Hvem får gavn af det?' }], comeBackWith: 'To cases.' },
  ],
  resubmit: [actors.proposer, { type: 'resubmit', concept: { title: 'Fælles sensorplatform, nu med cases' } }],
  withdraw: [actors.proposer, { type: 'withdraw', reason: 'Vi har ikke råd.' }],
  agenda: [actors.agendaKeeper, { type: 'put-on-agenda', meeting }],
  approve: [
    actors.chair,
    {
      type: 'decide',
      meeting: meetings.september,
      decision: {
        ...decision,
        outcome: 'approve',
        baseline: aBaseline(),
        conditions: [{ text: 'Databehandleraftale.', owner: people.kasper, dueOn: '2026-12-01' }],
      },
      tally,
    },
  ],
  reject: [
    actors.chair,
    { type: 'decide', meeting: meetings.september, decision: { ...decision, outcome: 'reject' }, tally },
  ],
  returnByBoard: [
    actors.chair,
    {
      type: 'decide',
      meeting: meetings.september,
      decision: {
        ...decision,
        outcome: 'return',
        reasons: [{ code: 'architecture', text: 'Tegn den.' }],
        comeBackWith: 'En tegning.',
      },
      tally,
    },
  ],
  lead: [actors.proposer, { type: 'appoint-lead', lead: people.troels }],
  steering: [actors.proposer, { type: 'name-steering-group', members: [people.birgitte] }],
  start: [actors.lead, { type: 'start' }],
  reconsider: [actors.secretariat, { type: 'open-reconsideration', text: 'Leverandøren er gået konkurs.' }],
  stop: [
    actors.chair,
    { type: 'decide', meeting: meetings.september, decision: { ...decision, outcome: 'stop' }, tally },
  ],
  goOn: [
    actors.chair,
    {
      type: 'decide',
      meeting: meetings.september,
      decision: { ...decision, outcome: 'continue', endsOn: '2027-12-31' },
      tally,
    },
  ],
  rescope: [
    actors.chair,
    {
      type: 'decide',
      meeting: meetings.september,
      decision: { ...decision, outcome: 'rescope', baseline: aBaseline({ endsOn: '2028-06-30' }) },
      tally,
    },
  ],
  withhold: [actors.secretariat, { type: 'withhold-frame', until: '2027-03-01' }],
  pause: [actors.secretariat, { type: 'pause', reason: 'Udbuddet afventer en klagesag.', lookAgainOn: '2027-02-01' }],
  resume: [actors.secretariat, { type: 'resume' }],
  reopen: [actors.secretariat, { type: 'reopen', reason: 'Ny finansiering.' }],
  merge: [actors.secretariat, { type: 'merge', into: projects.borger, intoIsLive: true, reason: 'Samme idé.' }],
} as const satisfies Record<string, Act | ((consent: boolean) => Act)>

/** Decided by the board, with everybody named. */
export const approvedLife = (consent = false): readonly Act[] => [
  acts.submit(consent),
  acts.comment,
  acts.place,
  acts.ready,
  acts.agenda,
  acts.approve,
]
export const runningLife = (consent = false): readonly Act[] => [
  ...approvedLife(consent),
  acts.lead,
  acts.steering,
  acts.start,
]
/** A level 1 project of one authority, started by the secretariat. */
export const levelOneLife = (consent = false): readonly Act[] => [
  [
    actors.anonymous,
    {
      type: 'submit',
      kind: 'new',
      concept: aConcept(),
      answers: {},
      proposer: people.maren,
      consentToPublish: consent,
    },
  ],
  [actors.secretariat, { type: 'place', level: 1 }],
  acts.ready,
  [actors.secretariat, { type: 'start', baseline: aBaseline(), lead: people.troels }],
]
