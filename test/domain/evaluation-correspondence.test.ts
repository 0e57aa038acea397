import { describe, expect, it } from 'vitest'
import type { Evaluations } from '../../shared/domain/concept.ts'
import { criteriaFor } from '../../shared/domain/criteria.ts'
import type { AssessedLevel } from '../../shared/domain/level.ts'
import type { Project } from '../../shared/domain/project/state.ts'
import { lettersAfter, lettersOfCommit, lines } from './support/correspondence.ts'
import { act, aDecision, aRunning, aTally, day } from './support/life.ts'
import { actors, meetings, people, projects } from './support/material.ts'
import { aProduct, coordinators } from './support/stewardship.ts'

/** Green for all that applies at the level. */
const greenAt = (level: AssessedLevel): Evaluations =>
  Object.fromEntries(criteriaFor(level).map(({ id }) => [id, { colour: 'green' }]))

const evaluate = (level: AssessedLevel, publish = false) =>
  ({ type: 'evaluate', evaluations: greenAt(level), publish }) as const
const withoutSteering = (project: Project): Project => ({ ...project, steering: [] })

describe('given a self-evaluation', () => {
  const answer = { type: 'self-evaluate', answers: { R1: { answer: 'no', text: 'Vi afventer tal.' } } } as const

  it('when it comes, then the secretariat evaluates it, and the others hear that it was sent', () => {
    const letters = lettersAfter(aProduct(), answer, actors.steering, day(200))
    expect(lines(letters)).toEqual([
      'self-evaluated → secretariat !',
      'self-evaluated → ditte as coordination',
      'self-evaluated → palle as coordination',
    ])
    expect(letters[0]?.move).toEqual({ task: 'evaluate', party: 'secretariat', yours: true })
    expect(letters[0]?.body).toMatchObject({
      changedCriteria: ['R1'],
      // Of 43, those of level 2 were all answered yes.
      answers: { yes: 34, no: 1, planned: 0, 'not-relevant': 0, 'dont-know': 8 },
    })
  })

  it('when the project has no steering group, then lead or coordination group answer, and know it', () => {
    expect(lines(lettersAfter(aRunning(1), answer, actors.lead, day(200)))).toEqual(['self-evaluated → secretariat !'])
    expect(lines(lettersAfter(withoutSteering(aProduct()), answer, coordinators.chair, day(200)))).toEqual([
      'self-evaluated → secretariat !',
      'self-evaluated → palle as coordination',
    ])
  })
})

describe('given an evaluation', () => {
  it('when it is the first, then those evaluated hear the level and what is missing for the next, and the board too', () => {
    const letters = lettersAfter(aProduct(), evaluate(1, true), actors.secretariat, day(210))
    expect(lines(letters)).toEqual([
      'level-assessed → ditte as coordination !',
      'level-assessed → palle as coordination !',
      'level-assessed → birgitte as steering',
      'level-assessed → board',
    ])
    // Only whoever answers for it may bring it before the board.
    expect(letters.map(({ body }) => 'mayDispute' in body)).toEqual([false, false, true, false])
    const body = letters[0]?.body
    expect(body).toMatchObject({ level: 1, published: true, counts: { relevance: { green: 1, grey: 3 } } })
    if (body?.template !== 'level-assessed') throw new Error('another letter')
    expect(body.missingForNext).toContain('R2')
    for (const fact of ['before', 'found', 'reason']) expect(body).not.toHaveProperty(fact)
  })

  it('when the level stays, then the board has nothing to see', () => {
    const once = act(aRunning(), evaluate(1), actors.secretariat, day(210))
    const letters = lettersAfter(once, evaluate(1), actors.secretariat, day(390))
    expect(lines(letters)).toEqual(['level-assessed → troels as lead !', 'level-assessed → birgitte as steering'])
    expect(letters[0]?.body).toMatchObject({ before: 1, level: 1 })
  })

  it('when the secretariat fixes another level than the colours show, then it says which and why', () => {
    const command = { ...evaluate(1), level: 2, reason: 'Aftalen er på vej.' } as const
    expect(lettersAfter(aProduct(), command, actors.secretariat, day(210))[0]?.body).toMatchObject({
      found: 1,
      level: 2,
      reason: 'Aftalen er på vej.',
    })
  })
})

describe('given a level that is disputed', () => {
  const assessed = (project = aProduct()) => act(project, evaluate(1), actors.secretariat, day(210))
  const dispute = { type: 'dispute-level', wanted: 2, reason: 'R2 er på plads.' } as const
  const disputed = () => act(assessed(), dispute, actors.steering, day(215))
  const agenda = { type: 'put-on-agenda', meeting: { meeting: meetings.december, meetingAt: day(260) } } as const

  it('when it is brought before the board, then the board has to decide, by when', () => {
    const letters = lettersAfter(assessed(), dispute, actors.steering, day(215))
    expect(lines(letters)).toEqual([
      'level-disputed → board !',
      'level-disputed → secretariat',
      'level-disputed → ditte as coordination',
      'level-disputed → palle as coordination',
    ])
    expect(letters[0]?.body).toEqual({
      template: 'level-disputed',
      fixed: 1,
      wanted: 2,
      reason: 'R2 er på plads.',
    })
    expect(letters[0]?.move).toMatchObject({
      task: 'decide-level',
      by: disputed().due.find(({ kind }) => kind === 'dispute')?.dueAt,
    })
  })

  it('when nothing was fixed before, then the floor is what is disputed', () => {
    const events = [{ ...dispute, type: 'level-disputed', decisionDueAt: day(300) }] as const
    expect(lettersOfCommit(aProduct(), events, actors.steering, day(215))[0]?.body).toMatchObject({ fixed: 'sandbox' })
  })

  it('when it is on the agenda, or put off, then those evaluated hear of it, and that the board decides', () => {
    const letters = lettersAfter(disputed(), agenda, actors.agendaKeeper, day(216))
    expect(lines(letters)).toEqual(['on-agenda → birgitte as steering'])
    expect(letters[0]?.body).toMatchObject({ item: 'level' })
    expect(letters[0]?.move).toMatchObject({ task: 'decide-level', party: 'board' })
    const tabled = act(disputed(), agenda, actors.agendaKeeper, day(216))
    const off = { type: 'postpone', from: meetings.december, why: 'cancelled' } as const
    const postponed = lettersAfter(tabled, off, actors.agendaKeeper, day(230))
    expect(lines(postponed)).toEqual(['postponed → birgitte as steering', 'postponed → secretariat'])
    expect(postponed[0]?.move).toMatchObject({ task: 'decide-level' })
  })

  it('when a running project is disputed and reconsidered, then what is on the agenda is the reconsideration', () => {
    const running = act(assessed(aRunning()), dispute, actors.steering, day(215))
    const asked = act(running, { type: 'open-reconsideration', text: 'Konkurs.' }, actors.lead, day(216))
    expect(lettersAfter(asked, agenda, actors.agendaKeeper, day(217))[0]?.body).toMatchObject({
      item: 'reconsideration',
    })
  })

  it.each(['uphold', 'amend'] as const)('when the board decides to %s it, then those evaluated hear why', (outcome) => {
    const tabled = act(disputed(), agenda, actors.agendaKeeper, day(216))
    const decide = {
      type: 'decide',
      meeting: meetings.december,
      decision: aDecision({ outcome, criteria: ['R2'] }),
      tally: aTally(),
    } as const
    const letters = lettersAfter(tabled, decide, actors.chair, day(260))
    expect(lines(letters)).toEqual([
      'dispute-decided → ditte as coordination !',
      'dispute-decided → palle as coordination !',
      'dispute-decided → birgitte as steering',
      'dispute-decided → secretariat',
    ])
    expect(letters[0]?.body).toMatchObject({ level: outcome === 'uphold' ? 1 : 2, decision: { outcome } })
    expect(letters[0]?.about).toEqual({ stream: projects.byggesag, title: aProduct().concept.title })
  })

  it('when there is nobody in the steering group, then the lead is who was evaluated', () => {
    const alone = withoutSteering(assessed(aRunning()))
    expect(lines(lettersAfter(alone, dispute, { ...actors.lead, id: people.troels }, day(215)))).toEqual([
      'level-disputed → board !',
      'level-disputed → secretariat',
    ])
  })
})
