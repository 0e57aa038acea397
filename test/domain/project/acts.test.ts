import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../shared/domain/actor.ts'
import { isMeetingId, isProjectId } from '../../../shared/domain/identifiers.ts'
import { allowedActs, refusalOf, rolesOn } from '../../../shared/domain/project/acts.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import { evolve, fold } from '../../../shared/domain/project/evolve.ts'
import { happenings } from '../../../shared/domain/project/happenings.ts'
import { closedStates, type Project } from '../../../shared/domain/project/state.ts'
import { whoseMove } from '../../../shared/domain/project/whose-move.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import {
  act,
  anApproved,
  anIdea,
  aPaused,
  aReady,
  aReconsidered,
  aRunning,
  aShaped,
  ask,
  commitOf,
  day,
  onAgenda,
} from '../support/life.ts'
import { actors, meetings, people, person, projects } from '../support/material.ts'

const { secretariat, proposer, lead } = actors
const allowed = (project: Project, actor: Actor) =>
  allowedActs(project, actor)
    .filter(({ refusal }) => refusal === undefined)
    .map((allowedAct) => allowedAct.act)

describe('whose move it is', () => {
  const returned = act(
    aReady(),
    { type: 'return', reasons: [{ code: 'security' }], comeBackWith: 'En risikovurdering.' },
    secretariat,
    day(22),
  )
  const report = (project: Project) => project.due.find(({ kind }) => kind === 'report')?.dueAt

  it.each([
    ['an idea', anIdea(), 'secretariat', day(0)],
    ['a concept being shaped', aShaped(), 'proposer', day(3)],
    ['a ready concept of level 1', aReady(1), 'secretariat', day(20)],
    ['a ready concept of level 2', aReady(2), 'board', day(20)],
    ['a returned one', returned, 'proposer', day(22)],
    ['an approved one', anApproved(), 'lead', day(50)],
    ['a running one', aRunning(), 'lead', day(60)],
    ['a reconsideration of level 1', aReconsidered(1), 'secretariat', day(70)],
    ['a reconsideration of level 2', aReconsidered(2), 'board', day(70)],
    ['a paused one', aPaused(), 'secretariat', day(70)],
  ] as const)(
    'given %s, when asked, then it is one party’s, since a moment, until another',
    (_, project, party, since) => {
      const move = whoseMove(project)
      expect(move).toMatchObject({ party, since })
      expect((move.dueAt ?? '') > since).toBe(true)
    },
  )

  it('given a running project, when asked until when, then it is the next report', () => {
    expect(whoseMove(aRunning()).dueAt).toBe(report(aRunning()))
  })

  it('given a closed project, when asked, then it is nobody’s and nothing is due', () => {
    const closed = act(anIdea(), { type: 'withdraw' }, proposer, day(2))
    expect(closedStates).toContain(closed.state)
    expect(whoseMove(closed)).toEqual({ party: 'nobody', since: day(2) })
  })
})

describe('what somebody is on a project', () => {
  it('given nobody in particular, when asked, then they are nothing; a part of Trin is itself', () => {
    expect(rolesOn(anIdea(), actors.anonymous)).toEqual([])
    expect(rolesOn(anIdea(), actors.monitor)).toEqual(['progress-monitor'])
  })

  it('given the project names them, when asked, then they have the part it gives', () => {
    expect(rolesOn(aRunning(), proposer)).toEqual(['proposer'])
    expect(rolesOn(aRunning(), lead)).toEqual(['lead'])
    expect(rolesOn(aRunning(), actors.steering)).toEqual(['steering'])
    expect(rolesOn(aRunning(), actors.owner)).toEqual(['owner'])
    expect(rolesOn({ ...anIdea(), contacts: [people.kasper] }, actors.owner)).toEqual(['contact'])
  })

  it('given somebody who came along by a merge, when they act, then they may comment, and not withdraw or hand over', () => {
    const joined = { ...aRunning(), contacts: [people.palle] }
    expect(allowed(joined, person(people.palle))).toEqual(['comment'])
  })

  it('given a condition is fulfilled, when its owner is asked for, then they are one no more', () => {
    const command = { type: 'fulfil-condition', condition: 1, evidence: 'Underskrevet.' } as const
    expect(rolesOn(act(aRunning(), command, actors.owner, day(61)), actors.owner)).toEqual([])
  })

  it('given the chair, when asked, then they are of the board too', () => {
    expect(rolesOn(anIdea(), actors.chair)).toEqual(['chair', 'board'])
    expect(rolesOn(anIdea(), person(people.henrik, 'integrator'))).toEqual(['integrator'])
  })

  it('given a token for another project, when asked, then a part in that one counts for nothing here', () => {
    const there = { ...person(people.kasper, 'lead'), project: projects.sensor }
    expect(rolesOn(anIdea(), there)).toEqual([])
    expect(rolesOn(anIdea(), { ...there, project: projects.byggesag })).toEqual(['lead'])
  })

  it('given a personal link, when its holder has the part no more or it is another project’s, then it opens nothing', () => {
    const link = { ...person(people.maren, 'proposer'), link: true, project: projects.byggesag } as const
    expect(rolesOn(anIdea(), link)).toEqual(['proposer'])
    expect(rolesOn({ ...anIdea(), proposer: people.kasper }, link)).toEqual([])
    expect(rolesOn(anIdea(), { ...link, project: projects.sensor })).toEqual([])
    expect(rolesOn(anIdea(), { ...link, roles: ['lead'] })).toEqual([])
  })
})

describe('what somebody may do', () => {
  it('given an idea, when the secretariat asks, then it may place, return and merge it', () => {
    expect(allowed(anIdea(), secretariat)).toEqual(
      expect.arrayContaining(['place', 'return', 'merge', 'comment', 'assess', 'revise']),
    )
    expect(allowed(anIdea(), secretariat)).not.toContain('withdraw')
  })

  it('given anybody, when they ask, then they may do nothing', () => {
    expect(allowed(aRunning(), actors.anonymous)).toEqual([])
  })

  it('given the wrong role, when refused, then it says who may', () => {
    expect(refusalOf(anIdea(), 'place', proposer)).toMatchObject({
      refused: 'not-your-role',
      facts: { roles: ['secretariat'] },
    })
  })

  it('given the wrong state, when refused, then it says where it is and where it would be allowed', () => {
    expect(refusalOf(anIdea(), 'mark-ready', secretariat)).toMatchObject({
      refused: 'illegal-in-state',
      facts: { state: 'idea', allowedIn: ['shaping'] },
    })
  })

  it('given a project that runs, when its proposer withdraws, then that is refused, also while it is reconsidered or paused', () => {
    for (const project of [aRunning(), aReconsidered(), aPaused()])
      expect(allowed(project, proposer)).not.toContain('withdraw')
  })

  it('given a project that has not started, when its proposer withdraws, then they may, also while it is reconsidered or paused', () => {
    const asked = act(anApproved(), { type: 'open-reconsideration', text: 'Ny lov.' }, secretariat, day(55))
    const pause = { type: 'pause', reason: 'Ny lov.', lookAgainOn: '2026-12-01' } as const
    for (const project of [anApproved(), asked, act(anApproved(), pause, secretariat, day(55))])
      expect(allowed(project, proposer)).toContain('withdraw')
    expect(allowed(asked, { ...person(people.troels, 'lead'), project: projects.byggesag })).not.toContain('report')
  })

  it('given a closed project, when the secretariat asks, then it may reopen it and nothing else', () => {
    expect(allowed(act(anIdea(), { type: 'withdraw' }, proposer, day(2)), secretariat)).toEqual(['reopen'])
  })

  it('given a level 2 project, when it is not approved, then nobody at all may start it', () => {
    for (const project of [anIdea(2), aShaped(2), aReady(2), onAgenda(2)])
      for (const actor of Object.values(actors)) expect(allowed(project, actor)).not.toContain('start')
  })
})

describe('the log of a project', () => {
  const submitted = ask(
    undefined,
    {
      type: 'submit',
      kind: 'new',
      concept: anIdea().concept,
      answers: {},
      proposer: people.maren,
      consentToPublish: true,
    },
    proposer,
    day(0),
  ) as readonly ProjectEvent[]
  const placed = ask(anIdea(), { type: 'place', level: 1 }, secretariat, day(3)) as readonly ProjectEvent[]
  const log = [
    commitOf(projects.byggesag, 1, day(0), submitted),
    commitOf<ProjectEvent>(projects.byggesag, 2, day(1), []),
    commitOf(projects.byggesag, 3, day(3), placed),
    commitOf<ProjectEvent>(projects.byggesag, 4, day(4), []),
  ]

  it('given voids between commits, when folded, then they are passed over and the version is of the last event', () => {
    expect(fold(log)).toMatchObject({ state: 'shaping', version: 3 })
  })

  it('given voids only, when folded, then there is no such project', () => {
    expect(fold(log.slice(1, 2))).toBeUndefined()
    expect(fold([])).toBeUndefined()
  })

  it('given a log whose beginning is missing, when folded, then it says so', () => {
    const meta = { stream: projects.byggesag, version: 3, at: day(3), actor: secretariat }
    expect(() => evolve(undefined, { type: 'commented', text: 'Hej' }, meta)).toThrow('its first event is missing')
  })

  it('given a log, when told, then each event stands with the project before and after it', () => {
    const told = happenings(projects.byggesag, log)
    expect(told.map(({ event, before, after, index }) => [event.type, before?.state, after.state, index])).toEqual([
      ['submitted', undefined, 'idea', 0],
      ['placed', 'idea', 'shaping', 0],
    ])
  })

  it('given events that change nothing of the state, when they happen, then the version still counts', () => {
    const meta = { stream: projects.byggesag, version: 9, at: day(9), actor: secretariat }
    expect(evolve(aRunning(), { type: 'commented', text: 'Hej' }, meta)).toEqual({ ...aRunning(), version: 9 })
  })

  it('given the board is told, then the project knows since when it is to be on an agenda', () => {
    const meta = { stream: projects.byggesag, version: 9, at: day(9), actor: secretariat }
    expect(evolve(aRunning(), { type: 'board-informed', of: 'started' }, meta)).toMatchObject({
      boardInformedAt: day(9),
    })
  })

  it('given it was reconsidered by mistake, when going on is told outside a reconsideration, then nothing changes', () => {
    const decision = { by: 'secretariat', outcome: 'continue', reason: 'x', criteria: [], nextStep: 'y' } as const
    const event = { type: 'continued', decision, goesOn: { conditions: [] } } as const
    const meta = { stream: projects.byggesag, version: 9, at: day(9), actor: secretariat }
    expect(evolve(aRunning(), event, meta)).toEqual({ ...aRunning(), version: 9 })
  })

  it('given identifiers, when asked what they are of, then the prefix says so', () => {
    expect([isProjectId(projects.sensor), isMeetingId(projects.sensor)]).toEqual([true, false])
    expect([isProjectId(meetings.december), isMeetingId(meetings.december)]).toEqual([false, true])
  })

  it('given an answer, when asked whether it is a refusal, then only a refusal is', () => {
    expect(isRefusal(ask(anIdea(), { type: 'resume' }, secretariat, day(1)))).toBe(true)
    expect([isRefusal([]), isRefusal(null), isRefusal('nej')]).toEqual([false, false, false])
  })
})
