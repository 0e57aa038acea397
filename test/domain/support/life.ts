import { expect } from 'vitest'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { Tally } from '../../../shared/domain/board/votes.ts'
import { addDays, morningOf } from '../../../shared/domain/calendar/days.ts'
import type { Commit } from '../../../shared/domain/commit.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { GivenDecision, ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { decide } from '../../../shared/domain/project/decide.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import { evolve } from '../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings, type ProcessSettings } from '../../../shared/domain/settings.ts'
import type { Days, Instant } from '../../../shared/domain/time.ts'
import { aBaseline, aConcept, actors, aJointConcept, allMet, board, meetings, people, projects } from './material.ts'

/** The morning so many days into the story, which begins on Tuesday 1 September 2026. */
export const day = (days: Days): Instant => morningOf(addDays('2026-09-01', days))

/** What a project answers to a command: events or a refusal. */
export const ask = (
  project: Project | undefined,
  command: ProjectCommand,
  actor: Actor,
  now: Instant,
  settings: ProcessSettings = defaultSettings,
) => decide(project, command, { now, actor, settings, id: projects.byggesag })

/** The project after events that happened at one moment. */
export const after = (
  project: Project | undefined,
  events: readonly ProjectEvent[],
  at: Instant,
  actor: Actor = actors.secretariat,
): Project => {
  let now = project
  for (const event of events)
    now = evolve(now, event, {
      stream: projects.byggesag,
      version: (project?.version ?? 0) + 1,
      at,
      actor,
    })
  if (now === undefined) throw new Error('nothing has happened to this project')
  return now
}

/** The project after a command that must be accepted. */
export const act = (
  project: Project | undefined,
  command: ProjectCommand,
  actor: Actor,
  now: Instant,
  settings: ProcessSettings = defaultSettings,
): Project => {
  const decided = ask(project, command, actor, now, settings)
  if (isRefusal(decided)) throw new Error(`refused: ${JSON.stringify(decided)}`)
  return after(project, decided, now, actor)
}

/** Types of the events of an answer, for reading a story at a glance. */
export const typesOf = (decided: ReturnType<typeof ask>): readonly string[] =>
  isRefusal(decided) ? [`refused: ${decided.rule}`] : decided.map(({ type }) => type)

export const expectRefusal = (decided: readonly unknown[] | Refusal, expected: Partial<Refusal>): void =>
  expect(decided).toMatchObject(expected)

/** One commit of a log as it would be stored. */
export const commitOf = <Event>(
  stream: Commit<Event>['stream'],
  version: number,
  at: Instant,
  events: readonly Event[],
): Commit<Event> => ({
  stream,
  version,
  commitId: `cmt_${version}`,
  commandId: `cmd_${version}`,
  payloadHash: 'e3b0c442',
  actor: actors.secretariat,
  at,
  correlationId: 'fortælling',
  events,
})

export const aTally = (but: Partial<Tally> = {}): Tally => ({
  counts: { approve: 3 },
  eligible: board.length,
  excluded: [],
  quorum: 3,
  cast: 3,
  ...but,
})

export const aDecision = (but: Partial<GivenDecision> = {}): GivenDecision => ({
  outcome: 'approve',
  reason: 'Behovet er fælles, og rammen er realistisk.',
  criteria: ['R3', 'G10'],
  nextStep: 'Styregruppen mødes inden udgangen af måneden.',
  ...but,
})

export const aCondition = {
  text: 'Aftaler om tilslutning er underskrevet af mindst tre kommuner.',
  owner: people.kasper,
  dueOn: '2027-02-01',
} as const

/** Day 0: the idea has come in. */
export const anIdea = (level: Level = 1): Project =>
  act(
    undefined,
    {
      type: 'submit',
      kind: 'new',
      concept: level === 1 ? aConcept() : aJointConcept(),
      answers: allMet(level),
      proposer: people.maren,
      consentToPublish: false,
    },
    actors.anonymous,
    day(0),
  )

/** Day 3: placed at its level. */
export const aShaped = (level: Level = 1): Project =>
  act(anIdea(level), { type: 'place', level }, actors.secretariat, day(3))

/** What a return says. */
export const returning = {
  reasons: [{ code: 'value-unclear', text: 'Hvem får gavn af det?' }],
  comeBackWith: 'To cases fra hverdagen.',
} as const

/** Day 10: returned by the secretariat. */
export const aReturned = (): Project => act(aShaped(2), { type: 'return', ...returning }, actors.secretariat, day(10))

/** Day 20: marked ready. */
export const aReady = (level: Level = 1): Project =>
  act(aShaped(level), { type: 'mark-ready' }, actors.secretariat, day(20))

/** Day 21: on the agenda of a meeting on day 50. */
export const onAgenda = (level: Level = 2): Project =>
  act(
    aReady(level),
    { type: 'put-on-agenda', meeting: { meeting: meetings.september, meetingAt: day(50) } },
    actors.secretariat,
    day(21),
  )

/** Day 50: approved by the board, with a condition. */
export const anApproved = (level: Level = 2): Project =>
  act(
    onAgenda(level),
    {
      type: 'decide',
      meeting: meetings.september,
      decision: aDecision({ baseline: aBaseline(), conditions: [aCondition] }),
      tally: aTally(),
    },
    actors.chair,
    day(50),
  )

/** Day 60: running; level 1 started by the secretariat, the others by their lead with a steering group. */
export const aRunning = (level: Level = 2): Project => {
  if (level === 1)
    return act(aReady(1), { type: 'start', baseline: aBaseline(), lead: people.troels }, actors.secretariat, day(60))
  const led = act(anApproved(level), { type: 'appoint-lead', lead: people.troels }, actors.secretariat, day(51))
  const steered = act(led, { type: 'name-steering-group', members: [people.birgitte] }, actors.lead, day(52))
  return act(steered, { type: 'start' }, actors.lead, day(60))
}

/** Day 70: taken up again because the lead asked for it. */
export const aReconsidered = (level: Level = 2): Project =>
  act(aRunning(level), { type: 'open-reconsideration', text: 'Leverandøren er gået konkurs.' }, actors.lead, day(70))

/** Day 70: standing still until day 130. */
export const aPaused = (level: Level = 2): Project =>
  act(
    aRunning(level),
    { type: 'pause', reason: 'Afventer ny lov om byggeri.', lookAgainOn: '2027-01-09' },
    actors.secretariat,
    day(70),
  )
