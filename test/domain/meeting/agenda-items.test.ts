import { describe, expect, test } from 'vitest'
import { day, expectRefusal } from '../support/life.ts'
import { actors, people, person, projects } from '../support/material.ts'
import { act, ask, call, vote } from '../support/table.ts'

const { agendaKeeper, chair } = actors
const forInformation = { type: 'add-item', project: projects.byggesag, kind: 'information', excluded: [] } as const
const forDecision = { ...forInformation, kind: 'concept' } as const
const anders = person(people.anders, 'board')

describe('what stands on an agenda', () => {
  const informed = act(act(undefined, call, chair, day(1)), forInformation, agendaKeeper)

  test('given a project is there for information, when it comes for decision, then the board can decide it', () => {
    const asked = act(informed, forDecision, agendaKeeper)
    expect(asked.agenda).toMatchObject([{ project: projects.byggesag, kind: 'concept' }])
    expect(ask(asked, vote, anders)).toMatchObject([{ type: 'vote-cast' }])
  })

  test('given it is there for decision, or decided, when it comes for information, then it stays what it is', () => {
    const asked = act(informed, forDecision, agendaKeeper)
    const decided = act(asked, { type: 'close-item', project: projects.byggesag, outcome: 'approve' }, agendaKeeper)
    expect(ask(asked, forInformation, agendaKeeper)).toEqual([])
    expect(ask(decided, forInformation, agendaKeeper)).toEqual([])
    expect(ask(asked, forDecision, agendaKeeper)).toEqual([])
  })

  test('given a concept was there, when it comes back as a reconsideration, then it is asked anew', () => {
    const asked = act(act(informed, forDecision, agendaKeeper), vote, anders)
    const again = act(asked, { ...forDecision, kind: 'reconsideration' }, agendaKeeper)
    expect(again.agenda).toMatchObject([{ kind: 'reconsideration', votes: [] }])
  })
})

describe('who may not vote on an item', () => {
  const byAnders = { project: projects.byggesag, member: people.anders } as const
  const excluding = { ...forDecision, excluded: [{ member: people.anders, why: 'lead' }] } as const
  const asked = act(act(undefined, call, chair, day(1)), forDecision, agendaKeeper)

  test('given a member who voted, when they get a part in the project, then their vote goes and they vote no more', () => {
    const voted = act(act(asked, vote, anders), { ...vote, member: people.ditte }, person(people.ditte, 'board'))
    const after = act(voted, excluding, agendaKeeper)
    expect(after.agenda).toMatchObject([{ excluded: excluding.excluded, votes: [{ member: people.ditte }] }])
    expectRefusal(ask(after, vote, anders), { rule: 'excluded-from-vote' })
    expect(ask(after, excluding, agendaKeeper)).toEqual([])
  })

  test('given a member with a part in the project, when it is another’s, then they may vote again', () => {
    const after = act(act(asked, excluding, agendaKeeper), forDecision, agendaKeeper)
    expect(ask(after, vote, anders)).toMatchObject([{ type: 'vote-cast' }])
  })

  test('given a conflict that a member declared, when the project’s people change, then it stands', () => {
    const declared = act(asked, { type: 'declare-conflict', ...byAnders }, anders)
    expect(ask(declared, forDecision, agendaKeeper)).toEqual([])
    const after = act(act(declared, excluding, agendaKeeper), forDecision, agendaKeeper)
    expect(after.agenda).toMatchObject([{ excluded: [{ member: people.anders, why: 'declared' }] }])
  })
})

describe('a written vote', () => {
  test('given its moment has passed, when a member votes, then it is closed', () => {
    const written = act(act(undefined, { ...call, form: 'written' }, chair, day(1)), forDecision, agendaKeeper)
    const after = new Date(Date.parse(written.meetsAt) + 60_000).toISOString()
    expect(ask(written, vote, anders, written.meetsAt)).toMatchObject([{ type: 'vote-cast' }])
    expectRefusal(ask(written, vote, anders, after), { rule: 'item-closed' })
  })
})
