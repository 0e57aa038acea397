import { describe, expect, it } from 'vitest'
import { impersonalEvent } from '../../../shared/domain/impersonal-event.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { publicEvent } from '../../../shared/domain/public-event.ts'
import { publicFieldsOf } from '../../../shared/domain/publication.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import { act, aDecision, aReady, aRunning, ask, aTally, day, expectRefusal, typesOf } from '../support/life.ts'
import { aBaseline, aConcept, actors, aJointConcept, allMet, meetings, people } from '../support/material.ts'
import { aLive, allConfirmed, aProduct, coordination } from '../support/product-life.ts'

const { secretariat, lead, chair } = actors
const goLive = (authority: string, on = '2026-11-01') => ({ type: 'go-live', authority, on }) as const
const checks = ({ due }: Project) => due.filter(({ kind }) => kind === 'graduation')
const live = ({ live: all }: Project) => all.map(({ authority }) => authority)
const graduate = { type: 'graduate', confirmed: allConfirmed } as const

describe('the result goes live', () => {
  it('given one authority, then it is live there, once, and nothing is checked', () => {
    const one = act(aRunning(2), { ...goLive('Tisvang Kommune'), note: 'Hos alle.' }, lead, day(70))
    expect(one.live).toEqual([{ authority: 'Tisvang Kommune', on: '2026-11-01' }])
    expect(checks(one)).toEqual([])
    expect(ask(one, goLive('Tisvang Kommune'), lead, day(71))).toEqual([])
  })

  it('given an authority that took no part, then it takes part from here on', () => {
    const events = ask(aRunning(2), { ...goLive('Holmsund Kommune'), note: 'Hos alle.' }, lead, day(70))
    expect(events).toEqual([
      { type: 'authority-joined', authority: 'Holmsund Kommune', pledge: {} },
      { type: 'went-live', authority: 'Holmsund Kommune', on: '2026-11-01', note: 'Hos alle.' },
    ])
  })

  it('given the second and the third, then the secretariat checks within 30 days, once', () => {
    const one = act(aRunning(2), goLive('Tisvang Kommune'), lead, day(70))
    const two = act(one, goLive('Lynge-Sandby Kommune'), lead, day(83))
    const three = act(two, goLive('Norre Strand Kommune'), lead, day(90))
    expect(checks(two)).toMatchObject([{ since: day(83), dueAt: day(113) }])
    expect(checks(three)).toEqual(checks(two))
  })

  it('given a day that has not come, then that is refused', () => {
    expectRefusal(ask(aRunning(2), goLive('Tisvang Kommune', '2027-01-01'), lead, day(70)), {
      rule: 'date-in-future',
      at: ['on'],
    })
  })

  it('given a product, when it goes live in another authority, then nothing is checked any more', () => {
    const more = act(aProduct(), goLive('Holmsund Kommune'), coordination, day(320))
    expect(live(more)).toEqual(['Tisvang Kommune', 'Lynge-Sandby Kommune', 'Holmsund Kommune'])
    expect(checks(more)).toEqual([])
  })

  it('given it was live before a return, when it starts again, then it is checked within 30 days of that', () => {
    const taken = act(aLive(1), { type: 'open-reconsideration', text: 'Udbuddet er annulleret.' }, lead, day(301))
    const back = { outcome: 'return', reasons: [{ code: 'economy' }], comeBackWith: 'En plan.' } as const
    const returned = act(taken, { type: 'decide-reconsideration', decision: aDecision(back) }, secretariat, day(302))
    const again = act(returned, { type: 'resubmit', concept: {} }, actors.proposer, day(303))
    const placed = act(again, { type: 'place', level: 1 }, secretariat, day(304))
    const ready = act(placed, { type: 'mark-ready' }, secretariat, day(305))
    const baseline = aBaseline({ endsOn: '2028-06-30' })
    const started = act(ready, { type: 'start', baseline }, secretariat, day(307))
    expect(checks(returned)).toEqual([])
    expect(checks(started)).toMatchObject([{ since: day(307), dueAt: day(337) }])
  })

  it('given those who follow it, when the chair is not one of them, then that is refused', () => {
    const named = { type: 'name-coordination-group', members: [people.lone], chair: people.kasper } as const
    expectRefusal(ask(aRunning(2), named, lead, day(70)), { rule: 'chair-not-member', at: ['chair'] })
  })
})

describe('what the onboarding asks for', () => {
  it('given work that has only begun, when it is checked, then everything that is missing is told', () => {
    const events = ask(aRunning(2), { type: 'check-graduation', confirmed: [] }, secretariat, day(70))
    expect(events).toMatchObject([
      {
        type: 'graduation-checked',
        missing: [
          'two-authorities-live',
          'governance-and-financing',
          'documentation',
          'coordination-group',
          'agreements-and-tools',
          'conditions-settled',
        ],
        checkAgainAt: day(100),
      },
    ])
  })

  it('given one authority of two has left again, then that is what is missing', () => {
    const left = act(aLive(2), { type: 'leave', authority: 'Lynge-Sandby Kommune' }, secretariat, day(301))
    expectRefusal(ask(left, graduate, secretariat, day(302)), { facts: { missing: ['two-authorities-live'] } })
  })

  it.each([
    ['red', false],
    ['yellow', false],
    ['green', true],
    ['grey', true],
  ] as const)(
    'given a licence that the secretariat finds %s and the project says is open, then a product: %s',
    (colour, may) => {
      const assessed = act(aLive(2), { type: 'assess', evaluations: { F2: { colour } } }, secretariat, day(301))
      expect(isRefusal(ask(assessed, graduate, secretariat, day(302)))).toBe(!may)
    },
  )

  it('given a licence that nobody has found, and the project says is not open, then no product', () => {
    const closed = { ...aLive(2), answers: { F2: { answer: 'no', text: 'Licensen er lukket.' } } } as const
    expectRefusal(ask(closed, graduate, secretariat, day(302)), { facts: { missing: ['licence'] } })
  })

  it('given a product, then its clocks of the project have ended, and self-evaluations go on as they were', () => {
    const [evaluation] = aLive(2).due.filter(({ kind }) => kind === 'self-evaluation')
    expect(aProduct(2)).toMatchObject({ state: 'product', graduatedAt: day(310), onboarding: allConfirmed })
    expect(aProduct(2).due).toEqual([evaluation])
  })

  it('given a lowered level that waits for a report, when it becomes a product, then it waits no longer', () => {
    const lowered = act(aLive(2), { type: 'place', level: 1, reason: 'Det er blevet mindre.' }, secretariat, day(61))
    const product = act(lowered, graduate, secretariat, day(62))
    expect(product.level).toBe(1)
    expect(product.levelFrom).toBeUndefined()
  })
})

describe('a project that serves one authority is completed', () => {
  it('given exactly one, when completed, then it is closed and asks nothing, and stays public', () => {
    const one = act(aRunning(2), goLive('Tisvang Kommune'), lead, day(70))
    const events = ask(one, { type: 'complete', note: 'Til eget brug.' }, secretariat, day(71))
    expect(events).toEqual([{ type: 'completed', note: 'Til eget brug.' }])
    const done = act(one, { type: 'complete' }, secretariat, day(71))
    expect(done).toMatchObject({ state: 'completed', closedAt: day(71), from: 'implementation', due: [] })
    expect(publicFieldsOf(done, undefined)).toMatchObject({ state: 'completed', whoseMove: 'nobody' })
  })

  it('given none, or two, then that is refused', () => {
    expectRefusal(ask(aRunning(2), { type: 'complete' }, secretariat, day(70)), { rule: 'serves-too-few' })
    expectRefusal(ask(aLive(2), { type: 'complete' }, secretariat, day(301)), {
      rule: 'serves-too-many',
      facts: { live: 2 },
    })
  })
})

describe('a finished solution is taken over', () => {
  const takeover = (level: 1 | 2) => ({ ...aReady(level), kind: 'takeover' as const })
  const approvedTakeover = () => {
    const meeting = { meeting: meetings.september, meetingAt: day(50) }
    const onAgenda = act(takeover(2), { type: 'put-on-agenda', meeting }, secretariat, day(21))
    const decision = aDecision({ baseline: aBaseline() })
    return act(onAgenda, { type: 'decide', meeting: meetings.september, decision, tally: aTally() }, chair, day(50))
  }
  const inUse = (project: Project) => {
    const named = { type: 'name-coordination-group', members: [people.lone], chair: people.lone } as const
    const group = act(project, named, secretariat, day(55))
    const one = act(group, goLive('Tisvang Kommune', '2026-09-01'), secretariat, day(56))
    return act(one, goLive('Lynge-Sandby Kommune', '2026-09-01'), secretariat, day(56))
  }

  it('given level 1, when all is there, then it is a product at once, evaluated in 182 days, and the board is told', () => {
    const events = ask(inUse(takeover(1)), graduate, secretariat, day(57))
    expect(typesOf(events)).toEqual(['graduated', 'board-informed'])
    const product = act(inUse(takeover(1)), graduate, secretariat, day(57))
    expect(product).toMatchObject({ state: 'product', moveSince: day(57), boardInformedAt: day(57) })
    expect(product.due).toMatchObject([{ kind: 'self-evaluation', since: day(57) }])
  })

  it('given level 2, when the board has approved, then it is a product without a start', () => {
    expectRefusal(ask(takeover(2), graduate, secretariat, day(50)), { rule: 'state' })
    expect(typesOf(ask(inUse(approvedTakeover()), graduate, secretariat, day(57)))).toEqual(['graduated'])
  })

  it('given level 1 and one authority that uses it, when completed, then it is closed and public, and the board is told', () => {
    const one = act(takeover(1), goLive('Tisvang Kommune', '2026-09-01'), secretariat, day(56))
    const events = ask(one, { type: 'complete' }, secretariat, day(57))
    expect(events).toEqual([{ type: 'completed' }, { type: 'board-informed', of: 'completed' }])
    const done = act(one, { type: 'complete' }, secretariat, day(57))
    expect(done).toMatchObject({ state: 'completed', from: 'ready', due: [], boardInformedAt: day(57) })
    expect(publicFieldsOf(done, undefined)).toMatchObject({ state: 'completed' })
    expectRefusal(ask(inUse(takeover(1)), { type: 'complete' }, secretariat, day(57)), { rule: 'serves-too-many' })
    expectRefusal(ask(takeover(1), { type: 'complete' }, secretariat, day(57)), { rule: 'serves-too-few' })
  })

  it('given level 2, when the board has approved, then it may be completed without a start, and not before', () => {
    expectRefusal(ask(takeover(2), { type: 'complete' }, secretariat, day(50)), { rule: 'state' })
    const one = act(approvedTakeover(), goLive('Tisvang Kommune', '2026-09-01'), secretariat, day(56))
    expect(ask(one, { type: 'complete' }, secretariat, day(57))).toEqual([{ type: 'completed' }])
  })

  it('given a new idea, when it is ready or approved, then it has to run first', () => {
    expectRefusal(ask(aReady(1), graduate, secretariat, day(57)), { rule: 'state' })
    expectRefusal(ask(aReady(1), { type: 'complete' }, secretariat, day(57)), { rule: 'state' })
  })
})

describe('what anyone may read of it', () => {
  it('given a product, then where it is live and since when it is one', () => {
    expect(publicFieldsOf(aProduct(), undefined)).toMatchObject({
      state: 'product',
      graduatedAt: day(310),
      live: [
        { authority: 'Tisvang Kommune', on: '2027-06-01' },
        { authority: 'Lynge-Sandby Kommune', on: '2027-06-01' },
      ],
    })
  })

  const events: readonly [ProjectEvent, object | undefined, object?][] = [
    [
      { type: 'went-live', authority: 'Tisvang Kommune', on: '2027-06-01', note: 'Hos alle.' },
      { type: 'went-live', authority: 'Tisvang Kommune', on: '2027-06-01' },
    ],
    [{ type: 'graduated', confirmed: allConfirmed }, { type: 'graduated' }],
    [{ type: 'completed', note: 'Til eget brug.' }, { type: 'completed' }],
    [{ type: 'retired', reason: 'Nyt system.' }, { type: 'retired' }],
    [
      { type: 'coordination-group-named', members: [people.lone, people.kasper], chair: people.lone },
      undefined,
      { type: 'coordination-group-named', count: 2 },
    ],
    [{ type: 'person-erased', person: people.lone, successor: people.kasper }, undefined, { type: 'person-erased' }],
    [{ type: 'content-erased' }, undefined],
  ]
  it.each(events)(
    'given %j, when it is told, then without people, notes and what was confirmed',
    (event, told, whole) => {
      expect(publicEvent(event, aProduct(), day(310), undefined)).toEqual(told)
      expect(impersonalEvent(event)).toEqual(whole ?? event)
    },
  )

  it('given an evaluation, when it was published, then level and what is missing are told, else nothing', () => {
    const event = {
      type: 'evaluated',
      number: 1,
      evaluations: {},
      changedCriteria: [],
      found: 2,
      level: 2,
      missingForNext: ['R4'],
      published: true,
    } as const
    expect(publicEvent(event, aProduct(), day(320), undefined)).toEqual({
      type: 'evaluated',
      level: 2,
      missingForNext: ['R4'],
    })
    expect(publicEvent({ ...event, published: false }, aProduct(), day(320), undefined)).toBeUndefined()
  })
})

describe('what was never public is erased a year after it closed', () => {
  const submit = (consentToPublish: boolean) =>
    act(
      undefined,
      {
        type: 'submit',
        kind: 'new',
        concept: consentToPublish ? aJointConcept() : aConcept(),
        answers: allMet(1),
        proposer: people.maren,
        consentToPublish,
      },
      actors.anonymous,
      day(0),
    )
  const withdraw = { type: 'withdraw' } as const
  const step = { type: 'take-step', item: 'retention-1', step: 'overdue-0' } as const

  it('given an idea that is withdrawn, then its content is due to go in 365 days, and nothing else is', () => {
    for (const consent of [true, false]) {
      const closed = act(submit(consent), withdraw, actors.proposer, day(3))
      expect(closed.due).toMatchObject([{ kind: 'retention', since: day(3) }])
      expect(closed.due[0]?.dueAt.slice(0, 10)).toBe('2027-09-06')
    }
  })

  it('given the day has come, when the monitor takes the step, then its content is gone and it stays closed', () => {
    const closed = act(submit(false), withdraw, actors.proposer, day(3))
    const { monitor } = actors
    expect(typesOf(ask(closed, step, monitor, day(400)))).toEqual(['step-taken', 'content-erased'])
    const erased = act(closed, step, monitor, day(400))
    expect(erased).toMatchObject({ state: 'withdrawn', contentErasedAt: day(400), due: [] })
    expectRefusal(ask(erased, { type: 'reopen', reason: 'Der er midler.' }, secretariat, day(401)), {
      rule: 'words-erased',
    })
  })

  it('given it is taken up again in time, then nothing is erased', () => {
    const closed = act(submit(false), withdraw, actors.proposer, day(3))
    const again = act(closed, { type: 'reopen', reason: 'Der er midler.' }, secretariat, day(300))
    expect(again.due.map(({ kind }) => kind)).toEqual(['answer'])
  })

  it('given it was public once, when it closes unseen, then it stays', () => {
    const taken = act(aRunning(1), { type: 'open-reconsideration', text: 'Udbuddet er annulleret.' }, lead, day(70))
    const back = { outcome: 'return', reasons: [{ code: 'economy' }], comeBackWith: 'En plan.' } as const
    const returned = act(taken, { type: 'decide-reconsideration', decision: aDecision(back) }, secretariat, day(72))
    expect(act(returned, withdraw, actors.proposer, day(80)).due).toEqual([])
  })

  it('given an idea that is merged unseen, then it goes too', () => {
    const merge = { type: 'merge', into: 'prj_another', intoIsLive: true, reason: 'Samme idé.' } as const
    expect(act(submit(false), merge, secretariat, day(3)).due).toMatchObject([{ kind: 'retention' }])
  })
})
