import { describe, expect, it } from 'vitest'
import { paperOn, papersOn } from '../../../shared/domain/board/paper.ts'
import { type CriterionId, criteriaFor } from '../../../shared/domain/criteria.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { act, anIdea, aReady, aReconsidered, aRunning, aShaped, day, onAgenda } from '../support/life.ts'
import { actors, aJointConcept, aReport, kr, projects } from '../support/material.ts'
import { called } from '../support/table.ts'

const { secretariat, proposer } = actors

const isOfLevel3 = (criterion: CriterionId): boolean =>
  criteriaFor(3).some(({ id, level }) => id === criterion && level === 3)

describe('the board’s paper', () => {
  it('given a ready concept, when the paper is made, then it shows each criterion of the level with answer and colour', () => {
    const ready = act(
      aReady(2),
      { type: 'assess', evaluations: { F3: { colour: 'yellow', text: 'Afvent udbud.' } } },
      secretariat,
      day(21),
    )
    const paper = paperOn(ready, 'concept', defaultSettings)
    expect(paper.analysis.map(({ criterion }) => criterion)).toEqual(criteriaFor(2).map(({ id }) => id))
    expect(paper.analysis.find(({ criterion }) => criterion === 'F3')?.evaluation.colour).toBe('yellow')
    expect(paper.analysis.find(({ criterion }) => criterion === 'R1')?.evaluation.colour).toBe('grey')
    expect(paper).toMatchObject({ title: ready.concept.title, level: 2, loops: 0, changedFields: [] })
    expect(paper.asked).toEqual({ decide: 'concept', grounds: [] })
  })

  it('given the secretariat’s word when it marked it ready, when the paper is made, then that is the recommendation', () => {
    const ready = act(aShaped(2), { type: 'mark-ready', note: 'Indstilles til godkendelse.' }, secretariat, day(20))
    expect(paperOn(ready, 'concept', defaultSettings).recommendation).toBe('Indstilles til godkendelse.')
  })

  it('given a concept that came back, when the paper is made, then it tells why, and what has changed since', () => {
    const returned = act(
      aReady(2),
      { type: 'return', reasons: [{ code: 'security' }], comeBackWith: 'En risikovurdering.' },
      secretariat,
      day(22),
    )
    const again = act(
      returned,
      {
        type: 'resubmit',
        concept: { background: 'Ny baggrund.', architecture: 'Følger rammearkitekturen.' },
        answers: { F4: { answer: 'planned', text: 'Risikovurdering er bestilt.' } },
      },
      proposer,
      day(30),
    )
    const paper = paperOn(again, 'concept', defaultSettings)
    expect(paper).toMatchObject({ loops: 1, lastReturn: { from: 'secretariat', comeBackWith: 'En risikovurdering.' } })
    expect(paper.changedFields).toEqual(expect.arrayContaining(['background', 'architecture']))
    expect(paper.analysis.filter(({ changed }) => changed).map(({ criterion }) => criterion)).toEqual(['F4'])
  })

  it('given a level in dispute, when the paper is made, then it says which is fixed, which is wanted, and what is missing for that', () => {
    const green = Object.fromEntries(criteriaFor('sandbox').map(({ id }) => [id, { colour: 'green' as const }]))
    const evaluated = act(aRunning(2), { type: 'evaluate', evaluations: green, publish: false }, secretariat, day(90))
    const wanted = { type: 'dispute-level', wanted: 1, reason: 'Portalen er på plads.' } as const
    const paper = paperOn(act(evaluated, wanted, actors.steering, day(92)), 'level', defaultSettings)
    expect(paper.asked).toEqual({ decide: 'level', grounds: [] })
    expect(paper.dispute).toMatchObject({ fixed: 'sandbox', wanted: 1, reason: 'Portalen er på plads.' })
    expect(paper.dispute?.missingForWanted).toEqual(
      criteriaFor(1)
        .filter(({ level }) => level === 1)
        .map(({ id }) => id),
    )
    expect(paper.analysis).toHaveLength(43)
    // Nobody has answered what applies from level 3 on: that is neither met nor explained.
    const atLevel3 = paper.analysis.filter(({ criterion, recommendation }) => isOfLevel3(criterion) && !recommendation)
    expect(atLevel3.length).toBeGreaterThan(0)
    expect(atLevel3.filter(({ unmet }) => !unmet)).toEqual([])
    expect(paperOn(aRunning(2), 'level', defaultSettings).dispute).toBeUndefined()
  })

  it('given a reconsideration, when the paper is made, then it states its grounds and how far it is from its frame', () => {
    const paper = paperOn(aReconsidered(2), 'reconsideration', defaultSettings)
    expect(paper.asked.decide).toBe('reconsideration')
    expect(paper.asked.grounds.length).toBeGreaterThan(0)
    expect(paper.consequences.baseline).toBeDefined()
  })

  it('given a running project that reported, when it is reconsidered, then the variance stands in the paper', () => {
    const reconsidered = aReconsidered(2)
    const reported = {
      ...reconsidered,
      reports: [
        {
          number: 1,
          report: { ...aReport({ forecast: kr(1_300_000) }), endsOn: reconsidered.baseline?.endsOn ?? '2027-06-30' },
          receivedAt: day(80),
          late: false,
          review: 'pending' as const,
        },
      ],
    }
    const paper = paperOn(reported, 'reconsideration', defaultSettings)
    expect(paper.consequences.variance?.overrun).toBe(
      kr(1_300_000).amount - (reconsidered.baseline?.budget.amount ?? 0),
    )
    expect(paper.lastReport).toEqual({ period: aReport().period, status: aReport().status })
    expect(paperOn(reported, 'concept', defaultSettings).lastReport).toBeUndefined()
    const asking = reported.reports.map((one) => ({ ...one, report: { ...one.report, helpWanted: 'En jurist.' } }))
    expect(paperOn({ ...reported, reports: asking }, 'reconsideration', defaultSettings).lastReport).toMatchObject({
      helpWanted: 'En jurist.',
    })
  })

  it('given an idea that is not placed, when it is for information, then it is read at level 1 and asks for note only', () => {
    const paper = paperOn(anIdea(), 'information', defaultSettings)
    expect(paper).toMatchObject({ level: 1, asked: { decide: 'take-note' } })
  })

  it('given a bare concept, when the paper is made, then nothing stands where nothing was said', () => {
    const { background, value, jointCost, procurement, architecture, ...bare } = aJointConcept()
    const paper = paperOn({ ...aReady(2), concept: bare, answers: {} }, 'concept', defaultSettings)
    expect(paper.analysis.every((one) => !('answer' in one) && one.unmet !== one.recommendation)).toBe(true)
    expect(paper).not.toHaveProperty('background')
    expect(paper).not.toHaveProperty('value')
    expect(paper.consequences).toEqual({})
  })

  it('given all that a concept can say, when the paper is made, then all of it stands there', () => {
    const paper = paperOn({ ...aReady(2), concept: aJointConcept() }, 'concept', defaultSettings)
    expect(Object.keys(paper.consequences)).toEqual(['jointCost', 'architecture', 'procurement'])
  })

  it('given a meeting, when its papers are made, then there is one on each open item whose project is known', () => {
    const [known, closed] = [aReady(2), onAgenda()]
    const items = [
      { project: known.id, kind: 'concept', excluded: [], votes: [] },
      { project: projects.arkiv, kind: 'concept', excluded: [], votes: [] },
      { project: projects.borger, kind: 'concept', excluded: [], votes: [], outcome: 'approve' },
    ] as const
    const found = new Map([
      [known.id, known],
      [projects.borger, closed],
    ])
    expect([...papersOn({ ...called, agenda: items }, found, defaultSettings).keys()]).toEqual([known.id])
  })
})
