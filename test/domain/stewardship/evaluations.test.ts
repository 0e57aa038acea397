import { describe, expect, it } from 'vitest'
import { dueOn } from '../../../shared/domain/calendar/days.ts'
import type { Evaluations } from '../../../shared/domain/concept.ts'
import { criteria, criteriaFor } from '../../../shared/domain/criteria.ts'
import type { AssessedLevel } from '../../../shared/domain/level.ts'
import { decideDispute } from '../../../shared/domain/project/deciding/evaluations.ts'
import type { Decision } from '../../../shared/domain/project/events.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { publicEvent } from '../../../shared/domain/public-event.ts'
import { publicFieldsOf } from '../../../shared/domain/publication.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import {
  changedEvaluations,
  countByTheme,
  findLevel,
  missingAbove,
} from '../../../shared/domain/stewardship/evaluation.ts'
import { act, aDecision, after, aReconsidered, aRunning, ask, aTally, day, expectRefusal } from '../support/life.ts'
import { actors, allMet, meetings } from '../support/material.ts'
import { aProduct, coordination } from '../support/product-life.ts'

const { secretariat, steering, lead, chair } = actors

/** Everything that the level asks for, in green. */
const greenTo = (level: AssessedLevel): Evaluations =>
  Object.fromEntries(criteriaFor(level).map(({ id }) => [id, { colour: 'green' as const }]))
const evaluate = (level: AssessedLevel, publish = true) =>
  ({ type: 'evaluate', evaluations: greenTo(level), publish }) as const
const dispute = { type: 'dispute-level', wanted: 3, reason: 'Bilagene lå ved.' } as const
const onDecember = { type: 'put-on-agenda', meeting: { meeting: meetings.december, meetingAt: day(340) } } as const
const decide = (outcome: 'uphold' | 'amend' | 'approve') =>
  ({
    type: 'decide',
    meeting: meetings.december,
    decision: aDecision({ outcome }),
    tally: aTally({ counts: { [outcome]: 3 } }),
  }) as const
const evaluated = (publish = true) => act(aProduct(), evaluate(2, publish), secretariat, day(320))
const disputed = (publish = true) => act(evaluated(publish), dispute, steering, day(321))
const onAgenda = (publish = true) => act(disputed(publish), onDecember, secretariat, day(322))
const clocks = ({ due }: Project) => due.filter(({ kind }) => kind === 'dispute')

describe('the level that colours show', () => {
  it.each<AssessedLevel>(['sandbox', 1, 2, 3])('given all of level %s in green, then it is that one', (level) => {
    expect(findLevel(greenTo(level)).level).toBe(level)
  })

  it('given nothing assessed, then it is the floor, and what is missing for level 1 is all of it and of the floor', () => {
    const asked = criteriaFor(1).map(({ id }) => id)
    expect(findLevel({})).toEqual({ level: 'sandbox', missingForNext: asked })
  })

  it('given level 3, then nothing is missing above', () => {
    expect(findLevel(greenTo(3))).toEqual({ level: 3, missingForNext: [] })
    expect(missingAbove({}, 3)).toEqual([])
  })

  it('given recommendations in red, then they hold nothing back', () => {
    const red = criteria
      .filter(({ recommendation }) => recommendation)
      .map(({ id }) => [id, { colour: 'red' as const }])
    expect(findLevel({ ...greenTo(2), ...Object.fromEntries(red) }).level).toBe(2)
  })

  it.each<[string, Evaluations, AssessedLevel]>([
    ['red', { F6: { colour: 'red', text: 'På vej.' } }, 'sandbox'],
    ['grey', { F6: { colour: 'grey' } }, 'sandbox'],
    ['yellow without a word', { F6: { colour: 'yellow', text: ' ' } }, 'sandbox'],
    ['yellow, never explained', { F6: { colour: 'yellow' } }, 'sandbox'],
    ['yellow with an explanation', { F6: { colour: 'yellow', text: 'På vej.' } }, 1],
    ['licence in yellow, however explained', { F2: { colour: 'yellow', text: 'På vej.' } }, 'sandbox'],
    ['law in yellow, however explained', { F3: { colour: 'yellow', text: 'På vej.' } }, 'sandbox'],
  ])('given one of level 1 or of the floor is %s, then so it shows', (_, but, level) => {
    expect(findLevel({ ...greenTo(1), ...but }).level).toBe(level)
  })

  it('given some colours, then each theme counts its own, and what was not assessed is grey', () => {
    const counts = countByTheme({ R1: { colour: 'green' }, F1: { colour: 'yellow' }, S1: { colour: 'red' } })
    expect(counts.relevance).toEqual({ green: 1, yellow: 0, red: 0, grey: 3 })
    expect(counts.form).toEqual({ green: 0, yellow: 1, red: 0, grey: 19 })
    expect(counts.strategy).toEqual({ green: 0, yellow: 0, red: 1, grey: 4 })
    expect(counts.governance).toEqual({ green: 0, yellow: 0, red: 0, grey: 14 })
  })

  it('given another colour or another word, then the criterion has changed', () => {
    expect(
      changedEvaluations(
        { R1: { colour: 'green' }, F1: { colour: 'yellow', text: 'Før.' }, S1: { colour: 'red' } },
        { R1: { colour: 'red' }, F1: { colour: 'yellow', text: 'Nu.' }, S1: { colour: 'red' } },
      ),
    ).toEqual(['R1', 'F1'])
  })
})

describe('those evaluated answer', () => {
  it('given some answers, then the others stand, what changed is told, and the next is due in 182 days', () => {
    const answers = {
      F2: { answer: 'planned', text: 'Licensen vælges i foråret.' },
      R4: { answer: 'dont-know' },
    } as const
    const project = act(aProduct(), { type: 'self-evaluate', answers }, steering, day(320))
    expect(ask(aProduct(), { type: 'self-evaluate', answers }, steering, day(320))).toMatchObject([
      { changedCriteria: ['R4', 'F2'] },
    ])
    expect(project.answers).toEqual({ ...allMet(2), ...answers })
    expect(project).toMatchObject({ selfEvaluatedAt: day(320) })
    expect(project.due.filter(({ kind }) => kind === 'self-evaluation')).toMatchObject([{ dueAt: dueOn('2028-01-16') }])
  })

  it.each(['no', 'planned', 'not-relevant'] as const)('given a %s without a word, then that is refused', (answer) => {
    expectRefusal(ask(aProduct(), { type: 'self-evaluate', answers: { G3: { answer } } }, steering, day(320)), {
      rule: 'unmet-unexplained',
      at: ['answers', 'G3'],
      facts: { criteria: ['G3'] },
    })
  })

  it('given no steering group, then of running work the lead answers, of a product the coordination group', () => {
    const answer = { type: 'self-evaluate', answers: {} } as const
    expect(isRefusal(ask(aRunning(1), answer, lead, day(70)))).toBe(false)
    expect(isRefusal(ask(aReconsidered(1), answer, lead, day(71)))).toBe(false)
    expectRefusal(ask(aRunning(2), answer, lead, day(70)), { rule: 'state' })
    expect(isRefusal(ask(aProduct(1), answer, coordination, day(320)))).toBe(false)
    expectRefusal(ask(aProduct(2), answer, coordination, day(320)), { rule: 'state' })
  })
})

describe('the secretariat evaluates', () => {
  it('given colours, then the level they show is fixed with what is missing, and it is the first', () => {
    expect(evaluated().assessments).toMatchObject([
      {
        number: 1,
        at: day(320),
        by: 'secretariat',
        level: 2,
        missingForNext: ['R4', 'F21', 'F22', 'S5', 'G11', 'G12', 'G13', 'G14'],
        published: true,
      },
    ])
  })

  it('given another level than they show, then it needs a reason, and the level before is told', () => {
    const lower = { ...evaluate(2), level: 1 } as const
    expectRefusal(ask(evaluated(), lower, secretariat, day(400)), {
      rule: 'override-needs-reason',
      at: ['reason'],
      facts: { proposed: 2 },
    })
    expectRefusal(ask(evaluated(), { ...lower, reason: ' ' }, secretariat, day(400)), { rule: 'override-needs-reason' })
    expect(ask(evaluated(), { ...lower, reason: ' Driften vakler. ' }, secretariat, day(400))).toMatchObject([
      { number: 2, found: 2, level: 1, before: 2, reason: 'Driften vakler.', changedCriteria: [] },
    ])
  })

  it('given a reason, then it stands with the level', () => {
    const project = act(evaluated(), { ...evaluate(2), level: 1, reason: 'Driften vakler.' }, secretariat, day(400))
    expect(project.assessments.at(-1)).toMatchObject({ number: 2, level: 1, reason: 'Driften vakler.' })
  })

  it('given it is disputed and on an agenda, when it is evaluated anew, then the board is asked nothing any more', () => {
    const anew = act(onAgenda(), evaluate(3), secretariat, day(330))
    expect(anew.dispute).toBeUndefined()
    expect(anew.meeting).toBeUndefined()
    expect(clocks(anew)).toEqual([])
  })

  it('given it is reconsidered meanwhile, when it is evaluated anew, then the reconsideration stays on its agenda', () => {
    const first = act(aReconsidered(2), evaluate(1), secretariat, day(71))
    const second = act(act(first, dispute, steering, day(72)), onDecember, secretariat, day(73))
    const anew = act(second, evaluate(2), secretariat, day(74))
    expect(anew.dispute).toBeUndefined()
    expect(anew.meeting).toEqual(onDecember.meeting)
  })
})

describe('they disagree about the level', () => {
  it('given an evaluation, when those evaluated want another level, then the board is asked, within 120 days', () => {
    expect(disputed().dispute).toEqual({ wanted: 3, reason: 'Bilagene lå ved.' })
    expect(clocks(disputed())).toMatchObject([{ since: day(321), dueAt: day(441) }])
  })

  it('given no evaluation, or one that is disputed already, then there is nothing to dispute', () => {
    expectRefusal(ask(aProduct(), dispute, steering, day(321)), { rule: 'nothing-to-dispute' })
    expectRefusal(ask(disputed(), { ...dispute, wanted: 1 }, steering, day(322)), { rule: 'nothing-to-dispute' })
  })

  it('given the level that it has, when that is wanted, then there is nothing to dispute', () => {
    expectRefusal(ask(evaluated(), { ...dispute, wanted: 2 }, steering, day(321)), {
      refused: 'invalid',
      rule: 'nothing-to-dispute',
      at: ['wanted'],
    })
  })

  it('given it is on an agenda, then it is due at the meeting; put off, then with the next one', () => {
    expect(clocks(onAgenda())).toMatchObject([{ dueAt: day(340) }])
    const off = act(
      onAgenda(),
      { type: 'postpone', from: meetings.december, why: 'cancelled' },
      actors.agendaKeeper,
      day(330),
    )
    expect(off).toMatchObject({ dispute: { wanted: 3 }, state: 'product' })
    expect(off.meeting).toBeUndefined()
    expect(clocks(off)).toHaveLength(1)
  })

  it('given the board amends, then the level is the wanted one, for good until the next evaluation', () => {
    const decided = act(onAgenda(), decide('amend'), chair, day(340))
    expect(decided.assessments).toMatchObject([
      { number: 1, by: 'secretariat', level: 2 },
      { number: 2, by: 'board', level: 3, missingForNext: [], published: true, at: day(340) },
    ])
    expect(decided.dispute).toBeUndefined()
    expect(decided.meeting).toBeUndefined()
    expect(clocks(decided)).toEqual([])
    expect(decided.decisions.at(-1)).toMatchObject({ outcome: 'amend', by: 'board', at: day(340) })
    expectRefusal(ask(decided, { ...dispute, wanted: 1 }, steering, day(341)), { rule: 'nothing-to-dispute' })
  })

  it('given the board upholds, then the secretariat’s level stands', () => {
    expect(act(onAgenda(), decide('uphold'), chair, day(340)).assessments.at(-1)).toMatchObject({
      level: 2,
      by: 'board',
    })
  })

  it('given an outcome of another kind, then that is refused', () => {
    expectRefusal(ask(onAgenda(), decide('approve'), chair, day(340)), { rule: 'outcome-not-for-this' })
  })

  it('given nothing is disputed, or nothing was fixed, when it is decided all the same, then that is refused', () => {
    const decision: Decision = { by: 'board', ...aDecision({ outcome: 'uphold' }) }
    expect(decideDispute(evaluated(), aDecision({ outcome: 'uphold' }), decision)).toMatchObject({
      rule: 'nothing-to-dispute',
    })
    const unfixed = { ...disputed(), assessments: [] }
    expect(decideDispute(unfixed, aDecision({ outcome: 'uphold' }), decision)).toMatchObject({
      rule: 'nothing-to-dispute',
    })
  })

  it('given a log that fixed no level before, when it says the board has, then that is not public', () => {
    const decision: Decision = { by: 'board', ...aDecision({ outcome: 'uphold' }) }
    const fixed = after(aProduct(), [{ type: 'dispute-decided', decision, level: 1, missingForNext: [] }], day(340))
    expect(fixed.assessments).toMatchObject([{ number: 1, by: 'board', published: false }])
  })
})

describe('what anyone may read of it', () => {
  it('given a published evaluation, then its level, what is missing and the counts, until one is kept back', () => {
    const told = publicFieldsOf(evaluated(), undefined)?.assessment
    expect(told).toMatchObject({ level: 2, by: 'secretariat', at: day(320) })
    expect(told?.themes?.relevance).toEqual({ green: 3, yellow: 0, red: 0, grey: 1 })
    const kept = act(evaluated(), evaluate(3, false), secretariat, day(400))
    expect(publicFieldsOf(kept, undefined)?.assessment).toMatchObject({ level: 2, at: day(320) })
    expect(publicFieldsOf(kept, undefined)?.assessment?.themes).toBeUndefined()
  })

  it('given none was published, then nothing of it is told, neither of the board’s decision about it', () => {
    const decided = act(onAgenda(false), decide('amend'), chair, day(340))
    expect(publicFieldsOf(decided, undefined)?.assessment).toBeUndefined()
    expect(publicFieldsOf(decided, undefined)?.decisions.map(({ outcome }) => outcome)).toEqual(['approve'])
    const [event] = [ask(onAgenda(false), decide('amend'), chair, day(340))].flat()
    expect(event !== undefined && 'type' in event && publicEvent(event, decided, day(340), undefined)).toBeUndefined()
  })

  it('given it was published, then the board’s decision and its level are told', () => {
    const decided = act(onAgenda(), decide('uphold'), chair, day(340))
    expect(publicFieldsOf(decided, undefined)?.decisions.map(({ outcome }) => outcome)).toEqual(['approve', 'uphold'])
    const [event] = [ask(onAgenda(), decide('uphold'), chair, day(340))].flat()
    expect(event !== undefined && 'type' in event && publicEvent(event, decided, day(340), undefined)).toMatchObject({
      type: 'dispute-decided',
      level: 2,
    })
  })
})
