import { describe, expect, test } from 'vitest'
import { nobody } from '../../../shared/domain/identifiers.ts'
import { peopleOn } from '../../../shared/domain/project/parts.ts'
import { secretariatTask } from '../../../shared/domain/project/secretariat-task.ts'
import { aCondition, act, aReady, aRunning, aShaped, day } from '../support/life.ts'
import { actors, people } from '../support/material.ts'

describe('everybody on a project', () => {
  const { maren, troels, lone, palle } = people

  test('given an idea, then its proposer', () => {
    expect(peopleOn(aReady(1))).toEqual([{ contact: maren, parts: ['proposer'] }])
  })

  test('given somebody with several parts, then they stand there once, with each of them', () => {
    const condition = { ...aCondition, number: 1, owner: troels, state: 'open' } as const
    const project = {
      ...aRunning(2),
      lead: troels,
      steering: [lone, troels],
      coordination: { members: [palle], chair: palle },
      conditions: [condition, { ...condition, number: 2, owner: palle, state: 'fulfilled' as const }],
      contacts: [maren],
    }
    expect(peopleOn(project)).toEqual([
      { contact: maren, parts: ['proposer', 'contact'] },
      { contact: troels, parts: ['lead', 'steering', 'owner'] },
      { contact: lone, parts: ['steering'] },
      { contact: palle, parts: ['coordination'] },
    ])
  })

  test('given a proposer who was erased without a successor, then nobody', () => {
    expect(peopleOn({ ...aReady(1), proposer: nobody })).toEqual([])
  })
})

const due30 = { since: day(1), dueAt: day(30), fired: [] }

describe('what waits for the secretariat beside the move of another', () => {
  const due = (kind: 'concept' | 'review' | 'graduation' | 'report', on: number) => ({
    kind,
    key: kind,
    since: day(1),
    dueAt: day(on),
    fired: [],
  })
  test.each([
    ['nothing of its own', [due('report', 3)], undefined],
    ['a report first', [due('graduation', 9), due('report', 3), due('review', 5)], { kind: 'review', dueAt: day(5) }],
    ['a product first', [due('graduation', 4), due('review', 5)], { kind: 'graduation', dueAt: day(4) }],
  ])('given %s, then that', (_, items, task) => {
    expect(secretariatTask({ ...aRunning(2), due: items })).toEqual(task)
  })

  test('given a concept that nobody has written anew, then nothing; else a look at it, before it has to be ready', () => {
    const shaped = { ...aShaped(2), due: [due('concept', 60)] }
    expect(secretariatTask(shaped)).toBeUndefined()
    expect(secretariatTask({ ...shaped, revisedAt: day(20) })).toEqual({ kind: 'revision', dueAt: day(60) })
  })

  test('given a change beyond the frame, then it is the secretariat’s where there is no steering group', () => {
    const due = [{ ...due30, kind: 'escalated-change', key: 'escalated-change-1', about: 1 } as const]
    expect(secretariatTask({ ...aRunning(2), due })).toBeUndefined()
    expect(secretariatTask({ ...aRunning(2), due, steering: [] })).toEqual({ kind: 'change', dueAt: day(30) })
  })

  test('given a condition whose owner was erased, then it is the secretariat’s', () => {
    const due = [{ ...due30, kind: 'condition', key: 'condition-1', about: 1 } as const]
    const { conditions } = aRunning(2)
    expect(secretariatTask({ ...aRunning(2), due })).toBeUndefined()
    const ownerless = conditions.map((condition) => ({ ...condition, owner: nobody }))
    expect(secretariatTask({ ...aRunning(2), due, conditions: ownerless })).toEqual({
      kind: 'condition',
      dueAt: day(30),
    })
  })

  test('given a self-evaluation, then what has a date comes first, and once it is evaluated nothing waits', () => {
    const answered = { ...aRunning(2), due: [], selfEvaluatedAt: day(20) }
    expect(secretariatTask(answered)).toEqual({ kind: 'evaluation' })
    expect(secretariatTask({ ...answered, due: [due('review', 30)] })).toMatchObject({ kind: 'review' })
    const evaluate = { type: 'evaluate', evaluations: {}, publish: false } as const
    expect(secretariatTask(act(answered, evaluate, actors.secretariat, day(25)))).toBeUndefined()
    expect(secretariatTask({ ...aReady(2), due: [], selfEvaluatedAt: day(20) })).toBeUndefined()
  })
})
