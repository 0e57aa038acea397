import { describe, expect, it } from 'vitest'
import { taskInHand } from '../../shared/domain/correspondence/next-move.ts'
import { lettersFor } from '../../shared/domain/correspondence.ts'
import { dueKinds } from '../../shared/domain/deadlines/due-item.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { lettersAfter, lettersOfCommit, lines, titles } from './support/correspondence.ts'
import { act, anIdea, aPaused, aReady, aReturned, aRunning, aShaped, day } from './support/life.ts'
import { actors, aReport } from './support/material.ts'

describe('given clocks', () => {
  const step = (
    project: ReturnType<typeof aRunning>,
    item: string,
    name: `after-${number}` | `before-${number}` | `overdue-${number}`,
    at: string,
  ) => lettersAfter(project, { type: 'take-step', item, step: name }, actors.monitor, at)
  const fired = (project: ReturnType<typeof aRunning>, item: string, names: readonly string[], at: string) =>
    names.reduce(
      (now, name) => act(now, { type: 'take-step', item, step: name as `overdue-${number}` }, actors.monitor, at),
      project,
    )

  it('when a reminder fires, then it can be refused, and says what follows if nobody acts', () => {
    const letters = step(aReturned(), 'resubmission-1', 'after-30', day(41))
    expect(lines(letters)).toEqual(['reminder → maren as proposer !'])
    expect(letters[0]).toMatchObject({ reminder: true, body: { threat: { consequence: 'withdraw' } } })
  })

  it('when time runs out, then each rung turns to its own, and the lapse is told in advance', () => {
    const reminded = fired(aReturned(), 'resubmission-1', ['after-30', 'after-60', 'after-80'], day(92))
    const first = step(reminded, 'resubmission-1', 'overdue-1', day(101))
    expect(lines(first)).toEqual(['overdue → secretariat'])
    expect(first[0]).toMatchObject({ reminder: false, delivery: { when: 'morning' }, body: { days: 1 } })
    const late = fired(reminded, 'resubmission-1', ['overdue-1'], day(101))
    const warned = step(late, 'resubmission-1', 'overdue-16', day(118))
    expect(lines(warned)).toEqual(['overdue → maren as proposer !'])
    expect(warned[0]?.body).toMatchObject({ threat: { consequence: 'withdraw' } })
    const last = fired(late, 'resubmission-1', ['overdue-16'], day(118))
    const lapsed = step(last, 'resubmission-1', 'overdue-30', day(132))
    expect(lines(lapsed)).toEqual(['withdrawn → maren as proposer', 'withdrawn → secretariat'])
  })

  it('when a step comes late, then its letters, and those of what came with it, wait for a digest', () => {
    const reminded = fired(aReturned(), 'resubmission-1', ['after-30', 'after-60', 'after-80'], day(92))
    const late = step(reminded, 'resubmission-1', 'overdue-1', day(120))
    expect(late.every(({ delivery }) => delivery.when === 'quiet')).toBe(true)
  })

  it('when a project is chased, then lead, steering group or proposer, secretariat and board are turned to', () => {
    const events = (
      kind: 'report' | 'correction' | 'start',
      to: readonly ('lead' | 'steering' | 'steering-or-proposer' | 'chair' | 'board' | 'secretariat')[],
    ) =>
      [
        {
          type: 'step-taken',
          item: 'report-1',
          kind,
          step: 'overdue-7',
          to,
          consequence: 'none',
          at: day(170),
          late: false,
        },
      ] as const
    const told = (project: ReturnType<typeof aRunning>, to: Parameters<typeof events>[1]) =>
      lines(lettersOfCommit(project, events('report', to), actors.monitor, day(170)))
    expect(told(aRunning(), ['lead', 'steering-or-proposer', 'chair'])).toEqual([
      'overdue → troels as lead !',
      'overdue → birgitte as steering',
      'overdue → chair',
    ])
    expect(told(aRunning(1), ['lead', 'steering-or-proposer', 'board'])).toEqual([
      'overdue → troels as lead !',
      'overdue → maren as proposer',
      'overdue → board',
    ])
    expect(told(aRunning(), ['steering', 'secretariat'])).toEqual([
      'overdue → birgitte as steering',
      'overdue → secretariat',
    ])
  })

  it('when a condition is due, then its owner is turned to', () => {
    const letters = step(aRunning(), 'condition-1', 'before-14', day(140))
    expect(lines(letters)).toEqual(['reminder → kasper as owner !'])
    expect(letters[0]?.body).toMatchObject({ kind: 'condition', about: 1, condition: expect.stringMatching(/\w/) })
  })

  it('when nobody reviews a report, then it counts as accepted, and lead and secretariat hear so once', () => {
    const reported = act(aRunning(), { type: 'report', report: aReport() }, actors.lead, day(140))
    const reminded = fired(reported, 'review-1', ['after-7', 'overdue-1'], day(153))
    expect(lines(step(reminded, 'review-1', 'overdue-7', day(160)))).toEqual([
      'report-accepted → troels as lead !',
      'report-accepted → secretariat',
    ])
  })

  it('when something is due, of whatever kind, then the letter says who has to do what', () => {
    const tasks = dueKinds.map((kind) => {
      const project = { ...aRunning(), due: [{ kind, key: 'x-1', since: day(60), dueAt: day(70), fired: [] }] }
      const taken = { type: 'step-taken', item: 'x-1', kind, step: 'overdue-1', at: day(71), late: false } as const
      const events = [{ ...taken, to: ['secretariat'], consequence: 'none' }] as const
      return [kind, lettersOfCommit(project, events, actors.monitor, day(71))[0]?.move.task]
    })
    // What belongs to the whole project follows from its state: here it is running.
    expect(Object.fromEntries(tasks)).toEqual({
      answer: 'report',
      resubmission: 'report',
      concept: 'report',
      start: 'report',
      review: 'review',
      decision: 'report',
      report: 'report',
      correction: 'correct',
      condition: 'fulfil',
      'look-again': 'report',
      graduation: 'check-graduation',
      'self-evaluation': 'self-evaluate',
      dispute: 'decide-level',
      // Nobody follows it yet: the secretariat would have to find somebody.
      change: 'find-successor',
      'escalated-change': 'answer-escalated-change',
      'sla-result': 'find-successor',
      retention: 'nothing',
      papers: 'prepare-papers',
      vote: 'vote',
    })
  })

  it('when the item is gone, then there is nothing to tell', () => {
    const taken = {
      type: 'step-taken',
      item: 'gone-1',
      kind: 'report',
      step: 'overdue-1',
      at: day(71),
      late: false,
    } as const
    expect(
      lettersOfCommit(aRunning(), [{ ...taken, to: ['lead'], consequence: 'none' }], actors.monitor, day(71)),
    ).toEqual([])
    const commit = {
      actor: actors.monitor,
      at: day(71),
      events: [{ ...taken, to: ['lead'], consequence: 'none' }],
    } as const
    expect(lettersFor(commit.events[0], aRunning(), { commit, settings: defaultSettings, titles })).toEqual([])
  })

  it('when a consequence was told of already, then the step itself is not; where it did not come, it is', () => {
    const taken = {
      type: 'step-taken',
      item: 'report-1',
      kind: 'report',
      step: 'overdue-30',
      at: day(190),
      late: false,
      to: ['lead', 'secretariat', 'board'],
      consequence: 'reconsider',
    } as const
    expect(lines(lettersOfCommit(aRunning(), [taken], actors.monitor, day(190)))).toEqual([
      'overdue → troels as lead !',
      'overdue → secretariat',
      'overdue → board',
    ])
  })

  it('when a project stands still, then the secretariat is reminded to look again', () => {
    const reminded = fired(aPaused(), 'look-again-1', ['before-0'], day(132))
    const overdue = step(reminded, 'look-again-1', 'overdue-1', day(133))
    expect(lines(overdue)).toEqual(['overdue → secretariat !'])
    expect(overdue[0]?.move.task).toBe('look-again')
  })
})

describe('what whoever has the move has to do first', () => {
  it.each([
    ['an idea', anIdea(), 'answer'],
    ['a concept', aShaped(2), 'shape'],
    ['a concept for the board', aReady(2), 'decide'],
    ['one that runs', aRunning(2), 'report'],
    ['one whose dates have all been met', { ...aRunning(2), due: [] }, 'report'],
  ])('given %s, then that', (_, project, task) => {
    expect(taskInHand(project)).toBe(task)
  })

  it('given a report that has to be corrected sooner than the next is due, then the correction', () => {
    const sent = act(aRunning(2), { type: 'report', report: aReport() }, actors.lead, day(200))
    const review = { type: 'review-report', number: 1, outcome: 'return', text: 'Hvad med risici?' } as const
    expect(taskInHand(act(sent, review, actors.secretariat, day(201)))).toBe('correct')
  })
})
