import { describe, expect, it } from 'vitest'
import type { Actor } from '../../shared/domain/actor.ts'
import { isPublic, publicFieldsOf, sightOf, withheldUntil } from '../../shared/domain/publication.ts'
import { type Act, acts, approvedLife, levelOneLife, life, projectOf, runningLife } from '../fakes/life.ts'
import { actors, people, person, projects } from './support/material.ts'

const having = (...all: readonly Act[]) => projectOf(life(all))
const idea = (consent: boolean) => [acts.submit(consent)]
const onTable = (consent: boolean) => [acts.submit(consent), acts.place, acts.ready, acts.agenda]

describe('what is public when', () => {
  it.each<[string, (consent: boolean) => readonly Act[]]>([
    ['an idea', idea],
    ['a concept in shaping', (c) => [...idea(c), acts.place]],
    ['a concept that awaits the board', onTable],
    ['an idea that the secretariat returned', (c) => [...idea(c), acts.returnToProposer]],
    ['an idea that was withdrawn', (c) => [...idea(c), acts.withdraw]],
    ['an idea withdrawn after the secretariat returned it', (c) => [...idea(c), acts.returnToProposer, acts.withdraw]],
    ['an idea that was merged', (c) => [...idea(c), acts.merge]],
    ['a concept on pause', (c) => [...idea(c), acts.place, acts.pause]],
    ['a concept withdrawn from a pause', (c) => [...idea(c), acts.place, acts.pause, acts.withdraw]],
    ['a resubmission after the board returned it', (c) => [...onTable(c), acts.returnByBoard, acts.resubmit]],
    [
      'a return by the secretariat after one by the board',
      (c) => [...onTable(c), acts.returnByBoard, acts.resubmit, acts.returnToProposer],
    ],
    [
      'a project that was stopped and reopened',
      (c) => [...runningLife(c), acts.reconsider, acts.agenda, acts.stop, acts.reopen],
    ],
    ['a level 1 project before its start', (c) => levelOneLife(c).slice(0, -1)],
  ])('given %s, when anyone looks, then nothing is public, with consent or without', (_, acts) => {
    for (const consent of [true, false]) {
      expect(isPublic(having(...acts(consent)))).toBe(false)
      expect(publicFieldsOf(having(...acts(consent)), undefined)).toBeUndefined()
    }
  })

  it.each<[string, (consent: boolean) => readonly Act[]]>([
    ['approved', approvedLife],
    ['running', runningLife],
    ['paused while running', (c) => [...runningLife(c), acts.pause]],
    ['in reconsideration', (c) => [...runningLife(c), acts.reconsider]],
    ['stopped', (c) => [...runningLife(c), acts.reconsider, acts.agenda, acts.stop]],
    ['a level 1 that has started', levelOneLife],
  ])('given a project that is %s, when anyone looks, then it is public, with consent or without', (_, acts) => {
    for (const consent of [true, false]) expect(isPublic(having(...acts(consent)))).toBe(true)
  })

  it.each<[string, (consent: boolean) => readonly Act[]]>([
    ['rejected', (c) => [...onTable(c), acts.reject]],
    ['returned by the board', (c) => [...onTable(c), acts.returnByBoard]],
    ['returned by the board and paused', (c) => [...onTable(c), acts.returnByBoard, acts.pause]],
    ['returned by the board and merged', (c) => [...onTable(c), acts.returnByBoard, acts.merge]],
    ['returned by the board and withdrawn', (c) => [...onTable(c), acts.returnByBoard, acts.withdraw]],
    ['returned from a reconsideration', (c) => [...runningLife(c), acts.reconsider, acts.agenda, acts.returnByBoard]],
    ['withdrawn after approval', (c) => [...approvedLife(c), acts.withdraw]],
    ['withdrawn from a pause after approval', (c) => [...approvedLife(c), acts.pause, acts.withdraw]],
    ['withdrawn from a reconsideration', (c) => [...approvedLife(c), acts.reconsider, acts.withdraw]],
  ])('given a project that is %s, when anyone looks, then the proposer has said whether it is public', (_, acts) => {
    expect(isPublic(having(...acts(true)))).toBe(true)
    expect(isPublic(having(...acts(false)))).toBe(false)
  })

  it('given a theme, when anyone reads the project, then it is told', () => {
    const project = having(...runningLife())
    const themed = { ...project, concept: { ...project.concept, theme: 'climate-and-environment' } } as const
    expect(publicFieldsOf(themed, undefined)?.theme).toBe('climate-and-environment')
  })

  it('given a running project, when anyone reads it, then it is these fields and no others', () => {
    const project = having(...runningLife())
    expect(publicFieldsOf(project, undefined)).toEqual({
      id: projects.sensor,
      kind: 'new',
      title: project.concept.title,
      purpose: project.concept.purpose,
      authority: 'Tisvang Kommune',
      authorities: ['Tisvang Kommune', 'Lynge-Sandby Kommune', 'Norre Strand Kommune'],
      level: 2,
      state: 'implementation',
      submittedAt: project.submittedAt,
      approvedAt: project.approvedAt,
      startedAt: project.startedAt,
      whoseMove: 'lead',
      since: project.moveSince,
      dueAt: project.due.find(({ kind }) => kind === 'report')?.dueAt,
      decisions: [
        {
          at: project.approvedAt,
          by: 'board',
          meeting: 'mtg_01JSEPTEMBER00000000000001',
          outcome: 'approve',
          reason: 'Løser et fælles behov.',
          criteria: ['R1'],
          nextStep: 'Udpeg en projektleder.',
        },
      ],
      baseline: project.baseline,
      live: [],
    })
  })

  it('given a frame that is withheld, when anyone reads it, then the day is told and no figure; from then on all', () => {
    const project = having(...runningLife(), acts.withhold)
    const before = publicFieldsOf(project, withheldUntil(project, '2027-02-28T12:00:00.000Z'))
    expect(before).toMatchObject({ state: 'implementation', frameWithheldUntil: '2027-03-01' })
    expect(before).not.toHaveProperty('baseline')
    const after = publicFieldsOf(project, withheldUntil(project, '2027-03-01T12:00:00.000Z'))
    expect(after).toMatchObject({ baseline: project.baseline })
    expect(after).not.toHaveProperty('frameWithheldUntil')
  })

  it('given a level 1 project, when anyone reads it, then no approval is told, for there was none', () => {
    const fields = publicFieldsOf(having(...levelOneLife()), undefined)
    expect(fields).toMatchObject({ level: 1, decisions: [] })
    expect(fields).not.toHaveProperty('approvedAt')
  })

  it('given a return before the approval, when anyone reads the decisions, then it is told with consent only', () => {
    const withReturn = (consent: boolean) => [
      ...onTable(consent),
      acts.returnByBoard,
      acts.resubmit,
      acts.place,
      acts.ready,
      acts.agenda,
      acts.approve,
    ]
    const outcomes = (consent: boolean) =>
      publicFieldsOf(having(...withReturn(consent)), undefined)?.decisions.map(({ outcome }) => outcome)
    expect(outcomes(true)).toEqual(['return', 'approve'])
    expect(outcomes(false)).toEqual(['approve'])
  })

  it('given a rejection with consent, when anyone reads it, then it has an end, no next date and no frame', () => {
    const fields = publicFieldsOf(having(...onTable(true), acts.reject), undefined)
    expect(fields).toMatchObject({ state: 'rejected', whoseMove: 'nobody', decisions: [{ outcome: 'reject' }] })
    expect(fields).toHaveProperty('closedAt')
    expect(fields).not.toHaveProperty('dueAt')
    expect(fields).not.toHaveProperty('baseline')
  })

  it('given a decision that no meeting made, when anyone reads it, then no meeting is told', () => {
    const fields = publicFieldsOf(
      having(...levelOneLife(), acts.reconsider, [
        actors.secretariat,
        {
          type: 'decide-reconsideration',
          decision: { outcome: 'continue', reason: 'Vi venter.', criteria: ['G10'], nextStep: 'Rapportér til juni.' },
        },
      ]),
      undefined,
    )
    expect(fields?.decisions[0]).toMatchObject({ by: 'secretariat', reason: 'Vi venter.' })
    expect(fields?.decisions[0]).not.toHaveProperty('meeting')
  })

  it('given a level that does not exist, when a project is public, then none is told', () => {
    const { level: _, ...project } = having(...runningLife())
    expect(publicFieldsOf(project, undefined)).not.toHaveProperty('level')
  })
})

describe('who sees how much', () => {
  const project = having(...runningLife())
  const stranger: Actor = person('con_stranger')
  const seen = (actor: Actor) => [sightOf(having(...idea(true)), actor), sightOf(project, actor)]

  it('given the secretariat or somebody on the project, when they look, then they see people', () => {
    expect(seen(actors.secretariat)).toEqual(['people', 'people'])
    expect(seen(actors.proposer)).toEqual(['people', 'people'])
    expect(sightOf(project, actors.lead)).toBe('people')
    expect(sightOf(project, actors.steering)).toBe('people')
    expect(sightOf(project, actors.owner)).toBe('people')
  })

  it('given the board or an integration, when they look, then they see the whole without people', () => {
    for (const role of ['board', 'chair', 'integrator'] as const)
      expect(seen(person('con_somebody', role))).toEqual(['whole', 'whole'])
  })

  it('given anybody else, when they look, then they see what is public, or nothing', () => {
    for (const actor of [actors.anonymous, stranger, person('con_other', 'lead'), actors.monitor])
      expect(seen(actor)).toEqual(['nothing', 'public'])
  })

  it('given a link to another project, when its holder looks, then they see no more than anyone', () => {
    const link: Actor = { kind: 'person', id: people.maren, roles: ['proposer'], project: projects.borger, link: true }
    expect(sightOf(project, link)).toBe('public')
    expect(sightOf(project, { ...link, project: projects.sensor })).toBe('people')
  })
})
