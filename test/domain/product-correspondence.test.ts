import { describe, expect, it } from 'vitest'
import { linkLetter } from '../../shared/domain/correspondence/link-letter.ts'
import { nobody } from '../../shared/domain/identifiers.ts'
import type { ProjectCommand } from '../../shared/domain/project/commands.ts'
import type { Project } from '../../shared/domain/project/state.ts'
import { lettersAfter, lettersOfCommit, lines } from './support/correspondence.ts'
import { act, anApproved, aReady, aReconsidered, aRunning, day } from './support/life.ts'
import { actors, kr, people, person } from './support/material.ts'
import { anAlmostProduct, aProduct, confirmed, coordinators, goLive, nameGroup } from './support/stewardship.ts'

const system = { kind: 'system', name: 'eraser' } as const
const withoutSteering = (project: Project): Project => ({ ...project, steering: [] })

describe('given a result that goes live', () => {
  it('when it is the first authority, then those who carry it hear of it', () => {
    const letters = lettersAfter(
      aRunning(),
      { ...goLive('Tisvang Kommune'), note: 'Alle.' },
      actors.secretariat,
      day(90),
    )
    expect(lines(letters)).toEqual(['went-live → troels as lead !', 'went-live → birgitte as steering'])
    expect(letters[0]?.body).toMatchObject({ authority: 'Tisvang Kommune', on: '2026-11-20', live: 1, note: 'Alle.' })
    expect(letters[0]?.move).toMatchObject({ task: 'report' })
    expect(letters[0]?.body).not.toHaveProperty('graduationDueAt')
  })

  it('when it is the second, then the secretariat has to look whether it is a product', () => {
    const first = act(aRunning(), goLive('Tisvang Kommune'), actors.lead, day(90))
    const letters = lettersAfter(first, goLive('Lynge-Sandby Kommune'), actors.lead, day(91))
    expect(lines(letters)).toEqual(['went-live → secretariat !', 'went-live → birgitte as steering'])
    expect(letters[0]?.move).toMatchObject({ task: 'check-graduation', by: day(121) })
    expect(letters[0]?.body).toMatchObject({ live: 2, graduationDueAt: day(121) })
    expect(letters[0]?.body).not.toHaveProperty('note')
  })

  it('when it joins with it, then both are told', () => {
    const letters = lettersAfter(aRunning(), goLive('Ny Kommune'), actors.lead, day(90))
    expect(lines(letters)).toEqual([
      'authority-joined → maren as proposer',
      'authority-joined → secretariat',
      'went-live → birgitte as steering',
      'went-live → secretariat',
    ])
  })

  it('when a product goes live in one more, then the coordination group hears of it', () => {
    const letters = lettersAfter(aProduct(), goLive('Norre Strand Kommune'), coordinators.chair, day(110))
    expect(lines(letters)).toEqual([
      'went-live → palle as coordination !',
      'went-live → birgitte as steering',
      'went-live → secretariat',
    ])
  })
})

describe('given a coordination group', () => {
  it('when it is named, then its members get their way in, and the lead hears of it', () => {
    const letters = lettersAfter(aRunning(), nameGroup, actors.secretariat, day(90))
    expect(lines(letters)).toEqual([
      'coordination-group-named → troels as lead !',
      'coordination-group-named → ditte as coordination',
      'coordination-group-named → palle as coordination',
    ])
    expect(letters.map(({ body }) => body)).toEqual([
      { template: 'coordination-group-named', members: 2, chair: false, isProduct: false },
      { template: 'coordination-group-named', members: 2, chair: true, isProduct: false },
      { template: 'coordination-group-named', members: 2, chair: false, isProduct: false },
    ])
  })

  it('when it is named anew, then only those who are new, gone, or lead it now are told', () => {
    const anew = { ...nameGroup, members: [people.palle, people.lone, people.anders], chair: people.palle } as const
    const letters = lettersAfter(aProduct(), anew, coordinators.chair, day(110))
    expect(letters[0]?.body).toMatchObject({ isProduct: true })
    expect(lines(letters)).toEqual([
      'coordination-group-named → palle as coordination !',
      'coordination-group-named → lone as coordination !',
      'coordination-group-named → anders as coordination !',
      'coordination-group-named → troels as lead',
      'coordination-group-named → secretariat',
      'coordination-group-left → ditte as former',
    ])
    const wider = { ...nameGroup, members: [...nameGroup.members, people.lone] } as const
    expect(lines(lettersAfter(aProduct(), wider, actors.secretariat, day(110)))).toEqual([
      'coordination-group-named → lone as coordination !',
      'coordination-group-named → troels as lead',
    ])
  })
})

describe('given a project that may be a product', () => {
  it('when something is missing, then lead and coordination group hear what', () => {
    const check = { type: 'check-graduation', confirmed: confirmed.slice(0, 2), note: 'Næsten.' } as const
    const letters = lettersAfter(anAlmostProduct(), check, actors.secretariat, day(100))
    expect(lines(letters)).toEqual([
      'graduation-checked → troels as lead',
      'graduation-checked → ditte as coordination',
      'graduation-checked → palle as coordination',
    ])
    expect(letters[0]?.body).toEqual({
      template: 'graduation-checked',
      missing: ['agreements-and-tools'],
      note: 'Næsten.',
    })
    expect(letters[0]?.move).toMatchObject({ task: 'check-graduation', party: 'secretariat', by: day(132) })
  })

  it('when nobody is named yet, then the lead alone hears what is missing', () => {
    const check = { type: 'check-graduation', confirmed: [] } as const
    expect(lines(lettersAfter(aRunning(1), check, actors.secretariat, day(100)))).toEqual([
      'graduation-checked → troels as lead',
    ])
  })

  it('when it becomes a product, then everybody hears of it, the board too, and the coordination group has the move', () => {
    const letters = lettersAfter(anAlmostProduct(), { type: 'graduate', confirmed }, actors.secretariat, day(100))
    expect(lines(letters)).toEqual([
      'graduated → ditte as coordination !',
      'graduated → palle as coordination !',
      'graduated → troels as lead',
      'graduated → maren as proposer',
      'graduated → birgitte as steering',
      'graduated → board',
    ])
    expect(letters[0]?.move).toMatchObject({ task: 'steward', party: 'coordination' })
    expect(letters[0]?.body).toMatchObject({
      live: ['Tisvang Kommune', 'Lynge-Sandby Kommune'],
      selfEvaluationDueAt: letters[0]?.move.by,
    })
  })

  it('when it is a takeover on level 1, then the board hears of it once, as information', () => {
    const submitted = { ...aReady(1), kind: 'takeover' } as const
    const live = ['Tisvang Kommune', 'Lynge-Sandby Kommune'].reduce<Project>(
      (now, authority) => act(now, goLive(authority), actors.secretariat, day(90)),
      submitted,
    )
    const followed = act(live, nameGroup, actors.secretariat, day(90))
    const letters = lettersAfter(followed, { type: 'graduate', confirmed }, actors.secretariat, day(100))
    expect(lines(letters)).toEqual([
      'graduated → ditte as coordination !',
      'graduated → palle as coordination !',
      'graduated → maren as proposer',
      'board-informed → board',
    ])
  })

  it('when it is a takeover on level 1 that stays with one authority, then the board hears of its end once', () => {
    const submitted = { ...aReady(1), kind: 'takeover' } as const
    const one = act(submitted, goLive('Tisvang Kommune'), actors.secretariat, day(90))
    const letters = lettersAfter(one, { type: 'complete' }, actors.secretariat, day(100))
    expect(lines(letters)).toEqual(['completed → maren as proposer', 'board-informed → board'])
  })

  it('when its evaluations have no clock, then none is told', () => {
    const events = [{ type: 'graduated', confirmed }] as const
    const project = { ...anAlmostProduct(), due: [] }
    expect(lettersOfCommit(project, events, actors.secretariat, day(100))[0]?.body).not.toHaveProperty(
      'selfEvaluationDueAt',
    )
  })

  it('when it serves one authority only, then it ends, and all hear of it', () => {
    const one = act(aRunning(), goLive('Tisvang Kommune'), actors.lead, day(90))
    const letters = lettersAfter(one, { type: 'complete', note: 'Ingen andre.' }, actors.secretariat, day(100))
    expect(lines(letters)).toEqual([
      'completed → troels as lead',
      'completed → maren as proposer',
      'completed → birgitte as steering',
      'completed → kasper as owner',
      'completed → board',
    ])
    expect(letters[0]?.body).toEqual({ template: 'completed', live: ['Tisvang Kommune'], note: 'Ingen andre.' })
    expect(letters[0]?.move).toEqual({ task: 'nothing', party: 'nobody', yours: false })
  })

  it('when the product is retired, then all hear why', () => {
    const letters = lettersAfter(aProduct(), { type: 'retire', reason: 'Erstattet.' }, coordinators.chair, day(200))
    expect(lines(letters)).toEqual([
      'retired → troels as lead',
      'retired → maren as proposer',
      'retired → birgitte as steering',
      'retired → ditte as coordination',
      'retired → palle as coordination',
      'retired → secretariat',
      'retired → board',
    ])
    expect(letters[0]?.body).toEqual({ template: 'retired', reason: 'Erstattet.' })
  })

  it('when somebody comments on a product, then the coordination group is in the dialogue', () => {
    const comment = { type: 'comment', text: 'Hvornår?' } as const
    const letters = lettersAfter(aProduct(), comment, coordinators.member, day(110))
    expect(lines(letters)).toEqual([
      'comment → ditte as coordination !',
      'comment → maren as proposer',
      'comment → secretariat',
    ])
    expect(letters[0]?.body).toMatchObject({ by: 'coordination' })
  })
})

describe('given a change of a product', () => {
  const request = { type: 'request-change', title: 'Kort', text: 'I marken.' } as const
  const ask = (actor: Parameters<typeof lettersAfter>[2], project = aProduct()) =>
    lettersAfter(project, request, actor, day(110))
  const asked = () => act(aProduct(), request, actors.proposer, day(110))
  const assess = { type: 'assess-change', change: 1, text: 'To måneder.', cost: kr(40_000) } as const
  const assessed = () => act(asked(), assess, coordinators.chair, day(111))
  const decide = (outcome: 'accept' | 'reject' | 'beyond-frame') =>
    ({ type: 'decide-change', change: 1, outcome, reason: 'Derfor.' }) as const

  it('when it is asked for, then the coordination group has to answer, and who asked has a receipt', () => {
    const letters = ask(actors.proposer)
    expect(lines(letters)).toEqual([
      'change-received → ditte as coordination !',
      'change-received → palle as coordination !',
      'change-received → maren as proposer',
    ])
    expect(letters[0]?.body).toEqual({
      template: 'change-received',
      number: 1,
      title: 'Kort',
      text: 'I marken.',
      receipt: false,
    })
    expect(letters[2]?.body).toMatchObject({ receipt: true })
    expect(letters[0]?.move).toMatchObject({ task: 'answer-change', by: day(140) })
  })

  it('when a member of the board, the secretariat or the group itself asks, then each knows as much as it needs', () => {
    expect(lines(ask(actors.chair)).at(-1)).toBe('change-received → henrik as member')
    expect(lines(ask(actors.member)).at(-1)).toBe('change-received → anders as member')
    expect(lines(ask(actors.secretariat))).toEqual([
      'change-received → ditte as coordination !',
      'change-received → palle as coordination !',
    ])
    expect(lines(ask(coordinators.chair))).toEqual(['change-received → palle as coordination !'])
    const events = [{ ...request, type: 'change-requested', number: 1, answerDueAt: day(140) }] as const
    expect(lines(lettersOfCommit(aProduct(), events, actors.monitor, day(110)))).toHaveLength(2)
  })

  it('when nobody follows the product any more, then the secretariat finds somebody', () => {
    const { coordination: _, ...left } = aProduct()
    const letters = ask(actors.proposer, left)
    expect(lines(letters)).toEqual(['change-received → secretariat !', 'change-received → maren as proposer'])
    expect(letters[0]?.move).toMatchObject({ task: 'find-successor', by: day(140) })
  })

  it('when it is assessed, then nobody is written to', () => {
    expect(lettersAfter(asked(), assess, coordinators.chair, day(111))).toEqual([])
  })

  it('when it is answered, then the others in the group hear of it, and whoever asked', () => {
    const letters = lettersAfter(assessed(), decide('accept'), coordinators.chair, day(112))
    expect(lines(letters)).toEqual(['change-decided → palle as coordination !', 'change-decided → maren as proposer'])
    expect(letters[0]?.body).toEqual({
      template: 'change-decided',
      number: 1,
      title: 'Kort',
      outcome: 'accept',
      by: 'coordination',
      reason: 'Derfor.',
      assessment: 'To måneder.',
      cost: 4_000_000,
    })
    const unread = lettersAfter(asked(), decide('reject'), coordinators.chair, day(112))
    expect(unread[0]?.body).not.toHaveProperty('assessment')
    expect(unread[0]?.body).not.toHaveProperty('cost')
  })

  it('when whoever asked sits on the board, has left the product, or answers it themselves, then they are told as what they are', () => {
    const answered = (asker: Parameters<typeof act>[2], become = (project: ReturnType<typeof asked>) => project) =>
      lines(
        lettersAfter(
          become(act(act(aProduct(), request, asker, day(110)), assess, coordinators.chair, day(111))),
          decide('accept'),
          coordinators.chair,
          day(112),
        ),
      )
    expect(answered(actors.member)).toContain('change-decided → anders as member')
    expect(answered(actors.proposer, (project) => ({ ...project, proposer: people.lone }))).toContain(
      'change-decided → maren as former',
    )
    for (const asker of [actors.secretariat, coordinators.chair])
      expect(answered(asker)).toEqual(['change-decided → palle as coordination !'])
  })

  it('when it is beyond the frame, then the steering group has the move, and the groups hear what it says', () => {
    const handed = lettersAfter(assessed(), decide('beyond-frame'), coordinators.chair, day(112))
    expect(lines(handed)).toEqual(['change-decided → birgitte as steering !', 'change-decided → palle as coordination'])
    expect(handed[0]?.move).toMatchObject({ task: 'answer-escalated-change', party: 'steering', by: day(142) })
    const twoAbove = { ...assessed(), steering: [people.birgitte, people.lone] }
    const beyond = act(twoAbove, decide('beyond-frame'), coordinators.chair, day(112))
    expect(lines(lettersAfter(beyond, decide('accept'), actors.steering, day(120)))).toEqual([
      'change-decided → ditte as coordination !',
      'change-decided → palle as coordination !',
      'change-decided → lone as steering',
      'change-decided → maren as proposer',
    ])
  })

  it('when somebody is in both groups, then they hear of the move they have handed to themselves', () => {
    const both = { ...assessed(), steering: [people.ditte] }
    expect(lines(lettersAfter(both, decide('beyond-frame'), coordinators.chair, day(112)))).toEqual([
      'change-decided → ditte as steering !',
      'change-decided → palle as coordination',
    ])
  })

  it('when the steering group is erased before it answers, then the secretariat hears that it has to', () => {
    const handed = act(assessed(), decide('beyond-frame'), coordinators.chair, day(112))
    const erased = { type: 'erase-person', person: people.birgitte } as const
    const letters = lettersAfter(handed, erased, { kind: 'system', name: 'eraser' }, day(120))
    expect(lines(letters)).toEqual(['part-vacant → secretariat !'])
    expect(letters[0]?.move).toMatchObject({ task: 'answer-escalated-change', by: day(142) })
  })

  it('when there is no steering group, then it is the secretariat that answers', () => {
    const alone = withoutSteering(assessed())
    const handed = lettersAfter(alone, decide('beyond-frame'), coordinators.chair, day(112))
    expect(lines(handed)).toEqual(['change-decided → secretariat !', 'change-decided → palle as coordination'])
    expect(handed[0]?.move).toMatchObject({ task: 'answer-escalated-change', party: 'secretariat' })
    const beyond = act(alone, decide('beyond-frame'), coordinators.chair, day(112))
    expect(lines(lettersAfter(beyond, decide('reject'), actors.secretariat, day(120)))).toEqual([
      'change-decided → ditte as coordination !',
      'change-decided → palle as coordination !',
      'change-decided → maren as proposer',
    ])
  })

  it('when it is done, then both groups hear of it, and whoever asked', () => {
    const accepted = act(assessed(), decide('accept'), coordinators.chair, day(112))
    const letters = lettersAfter(
      accepted,
      { type: 'finish-change', change: 1, note: 'I 2.4.' },
      coordinators.member,
      day(150),
    )
    expect(lines(letters)).toEqual([
      'change-done → ditte as coordination !',
      'change-done → birgitte as steering',
      'change-done → maren as proposer',
    ])
    expect(letters[0]?.body).toEqual({ template: 'change-done', number: 1, title: 'Kort', note: 'I 2.4.' })
  })

  it('when the request is not there, then its title is empty', () => {
    const events = [{ type: 'change-done', number: 9 }] as const
    expect(lettersOfCommit(aProduct(), events, actors.secretariat, day(150))[0]?.body).toEqual({
      template: 'change-done',
      number: 9,
      title: '',
    })
  })
})

describe('given service levels and architecture', () => {
  const set = (targets: (ProjectCommand & { type: 'set-sla' })['targets']) => ({ type: 'set-sla', targets }) as const
  const served = () => act(aProduct(), set({ availability: 9_950, response: 60 }), coordinators.chair, day(110))
  const result = (availability: number) =>
    ({
      type: 'record-sla-result',
      period: { from: '2026-12-20', to: '2027-01-19' },
      results: { availability, response: 30 },
    }) as const

  it('when targets are set, then the others hear of them, and when the first result is due', () => {
    const letters = lettersAfter(aProduct(), set({ availability: 9_950 }), coordinators.chair, day(110))
    expect(lines(letters)).toEqual([
      'sla-set → palle as coordination !',
      'sla-set → birgitte as steering',
      'sla-set → secretariat',
    ])
    expect(letters[0]?.body).toEqual({ template: 'sla-set', targets: { availability: 9_950 } })
    expect(letters[0]?.move).toMatchObject({ task: 'tell-sla' })
  })

  it('when they end, then nothing is to be told any more', () => {
    const letters = lettersAfter(served(), set({}), actors.secretariat, day(120))
    expect(lines(letters)).toEqual([
      'sla-set → ditte as coordination !',
      'sla-set → palle as coordination !',
      'sla-set → birgitte as steering',
    ])
    expect(letters[0]?.move).toMatchObject({ task: 'steward' })
  })

  it('when a period kept its targets, then nobody is written to; when it missed one, then all hear which', () => {
    expect(lettersAfter(served(), result(9_960), coordinators.chair, day(141))).toEqual([])
    const missed = { ...result(9_870), note: 'Strømsvigt.' }
    const letters = lettersAfter(served(), missed, coordinators.chair, day(141))
    expect(lines(letters)).toEqual([
      'sla-breach → ditte as coordination !',
      'sla-breach → palle as coordination !',
      'sla-breach → birgitte as steering',
      'sla-breach → secretariat',
    ])
    expect(letters[0]?.body).toEqual({
      template: 'sla-breach',
      period: { from: '2026-12-20', to: '2027-01-19' },
      missed: [{ measure: 'availability', target: 9_950, result: 9_870 }],
      note: 'Strømsvigt.',
    })
  })

  it('when the architecture is adapted, then the others hear what was done and why', () => {
    const adapt = {
      type: 'record-adaptation',
      title: 'Adresser',
      text: 'Kopien er væk.',
      reason: 'DAWA lukker.',
    } as const
    const letters = lettersAfter(aProduct(), adapt, coordinators.member, day(120))
    expect(lines(letters)).toEqual([
      'adaptation-recorded → ditte as coordination !',
      'adaptation-recorded → birgitte as steering',
      'adaptation-recorded → secretariat',
    ])
    expect(letters[0]?.body).toMatchObject({ title: 'Adresser', criterion: 'F18' })
  })
})

describe('given clocks of a product', () => {
  const step = (project: Project, item: string, name: `after-${number}` | `before-${number}`, at: string) =>
    lettersAfter(project, { type: 'take-step', item, step: name }, actors.monitor, at)

  it('when an answer to a request is due, then the coordination group is reminded', () => {
    const request = { type: 'request-change', title: 'Kort', text: 'I marken.' } as const
    const asked = act(aProduct(), request, actors.proposer, day(110))
    const letters = step(asked, 'change-1', 'after-21', day(132))
    expect(lines(letters)).toEqual(['reminder → ditte as coordination !', 'reminder → palle as coordination !'])
    expect(letters[0]).toMatchObject({ reminder: true, move: { task: 'answer-change', by: day(140) } })
  })

  it('when a self-evaluation is due, then those who answer it are reminded: steering group, lead or coordination group', () => {
    const told = (project: Project) => {
      const due = project.due.find(({ kind }) => kind === 'self-evaluation')
      if (due === undefined) throw new Error('no self-evaluation is due')
      return lines(step(project, due.key, 'before-30', due.dueAt))
    }
    expect(told(aProduct())).toEqual(['reminder → birgitte as steering !'])
    expect(told(withoutSteering(aProduct()))).toEqual([
      'reminder → ditte as coordination !',
      'reminder → palle as coordination !',
    ])
    expect(told(aRunning(1))).toEqual(['reminder → troels as lead !'])
    const { coordination: _, ...left } = withoutSteering(aProduct())
    expect(told(left)).toEqual(['reminder → secretariat !'])
  })

  it('when there is no group to turn to, then the secretariat is turned to in its place', () => {
    const taken = {
      type: 'step-taken',
      item: 'change-1',
      kind: 'change',
      step: 'overdue-30',
      at: day(171),
      late: false,
    }
    const request = { type: 'request-change', title: 'Kort', text: 'I marken.' } as const
    const asked = act(aProduct(), request, actors.proposer, day(110))
    const told = (project: Project) =>
      lines(
        lettersOfCommit(
          project,
          [{ ...taken, to: ['steering-or-secretariat'], consequence: 'none' } as never],
          actors.monitor,
          day(171),
        ),
      )
    expect(told(asked)).toEqual(['overdue → birgitte as steering'])
    expect(told(withoutSteering(asked))).toEqual(['overdue → secretariat'])
  })
})

describe('given somebody who is erased', () => {
  const erase = (who: (typeof people)[keyof typeof people], successor?: (typeof people)[keyof typeof people]) =>
    ({ type: 'erase-person', person: who, ...(successor === undefined ? {} : { successor }) }) as const

  it('when somebody follows, then they get a link in each part, the one with the move first', () => {
    const letters = lettersAfter(aRunning(), erase(people.troels, people.anders), system, day(90))
    expect(lines(letters)).toEqual(['part-taken-over → anders as lead !'])
    expect(letters[0]?.body).toEqual({ template: 'part-taken-over', parts: ['lead'] })
    const owner = lettersAfter(anApproved(), erase(people.kasper, people.anders), system, day(55))
    expect(lines(owner)).toEqual(['part-taken-over → anders as owner'])
    const chair = lettersAfter(aProduct(), erase(people.ditte, people.anders), system, day(110))
    expect(lines(chair)).toEqual(['part-taken-over → anders as coordination !'])
  })

  it('when nobody follows a lead, then the proposer has the move until another is named', () => {
    const led = act(anApproved(), { type: 'appoint-lead', lead: people.troels }, actors.secretariat, day(51))
    const letters = lettersAfter(led, erase(people.troels), system, day(55))
    expect(lines(letters)).toEqual(['part-vacant → maren as proposer !'])
    expect(letters[0]?.body).toEqual({ template: 'part-vacant', parts: ['lead'] })
    expect(letters[0]?.move).toMatchObject({ task: 'name-lead', party: 'proposer' })
    const running = lettersAfter(aRunning(), erase(people.troels), system, day(90))
    expect(lines(running)).toEqual(['part-vacant → secretariat !'])
    expect(running[0]?.move).toMatchObject({ task: 'find-successor' })
    // While it is reconsidered too: work that has begun was never the proposer's.
    const asked = act(aReconsidered(), erase(people.troels), system, day(75))
    const late = {
      type: 'step-taken',
      item: 'report-1',
      kind: 'report',
      step: 'overdue-1',
      at: day(170),
      late: false,
      to: ['lead'],
      consequence: 'none',
    } as const
    expect(lines(lettersOfCommit(asked, [late], actors.monitor, day(170)))).toEqual(['overdue → secretariat !'])
  })

  it('when the move is nobody’s, then the secretariat has to find somebody, and every later letter goes to it', () => {
    const both = { ...aRunning(), lead: people.maren }
    const letters = lettersAfter(both, erase(people.maren), system, day(90))
    expect(lines(letters)).toEqual(['part-vacant → secretariat !'])
    expect(letters[0]?.body).toEqual({ template: 'part-vacant', parts: ['lead', 'proposer'] })
    expect(letters[0]?.move).toMatchObject({ task: 'find-successor', party: 'secretariat' })
    const gone = act(both, erase(people.maren), system, day(90))
    const pause = { type: 'pause', reason: 'Udbud.', lookAgainOn: '2027-01-09' } as const
    expect(lines(lettersAfter(gone, pause, actors.secretariat, day(91)))).toEqual([
      'paused → birgitte as steering',
      'paused → kasper as owner',
    ])
    const taken = {
      type: 'step-taken',
      item: 'report-1',
      kind: 'report',
      step: 'overdue-1',
      at: day(170),
      late: false,
      to: ['lead'],
      consequence: 'none',
    } as const
    const chased = lettersOfCommit(gone, [taken], actors.monitor, day(170))
    expect(lines(chased)).toEqual(['overdue → secretariat !'])
    expect(chased[0]?.move.task).toBe('find-successor')
  })

  it('when the whole coordination group is gone, then the secretariat has the move', () => {
    const alone = act(aProduct(), { ...nameGroup, members: [people.ditte] }, actors.secretariat, day(105))
    const letters = lettersAfter(alone, erase(people.ditte), system, day(110))
    expect(lines(letters)).toEqual(['part-vacant → secretariat !'])
    expect(letters[0]?.body).toMatchObject({ parts: ['coordination'] })
  })

  it('when a condition is nobody’s, then the secretariat sees to it', () => {
    const letters = lettersAfter(aRunning(), erase(people.kasper), system, day(90))
    expect(lines(letters)).toEqual(['part-vacant → secretariat !'])
    const due = aRunning().due.find(({ kind }) => kind === 'condition')?.dueAt
    expect(letters[0]?.move).toEqual({ task: 'fulfil', party: 'secretariat', yours: true, by: due })
    const gone = act(aRunning(), erase(people.kasper), system, day(90))
    const reminded = lettersAfter(
      gone,
      { type: 'take-step', item: 'condition-1', step: 'before-14' },
      actors.monitor,
      day(140),
    )
    expect(lines(reminded)).toEqual(['reminder → secretariat !'])
    const undated = lettersAfter({ ...aRunning(), due: [] }, erase(people.kasper), system, day(90))
    expect(undated[0]?.move).not.toHaveProperty('by')
  })

  it('when no steering group is left where there has to be one, then the secretariat hears of it', () => {
    const two = { ...aRunning(), steering: [people.birgitte, people.lone] }
    expect(lettersAfter(two, erase(people.lone), system, day(90))).toEqual([])
    const letters = lettersAfter(aRunning(), erase(people.birgitte), system, day(90))
    expect(lines(letters)).toEqual(['part-vacant → secretariat'])
    expect(letters[0]).toMatchObject({ body: { parts: ['steering'] }, move: { task: 'report', party: 'lead' } })
  })

  it('when nobody misses the part, then nobody is written to', () => {
    expect(lettersAfter(aRunning(1), erase(people.maren), system, day(90))).toEqual([])
    expect(lettersAfter(aProduct(), erase(people.birgitte), system, day(110))).toEqual([])
    expect(lettersAfter(aProduct(), erase(people.palle), system, day(110))).toEqual([])
    const joined = { ...aRunning(), contacts: [people.anders] }
    expect(lettersAfter(joined, erase(people.anders), system, day(90))).toEqual([])
    // The lead carries it on; the proposer is asked nothing.
    expect(lettersAfter(aRunning(), erase(people.maren), system, day(90))).toEqual([])
    const closed = act(aProduct(), { type: 'retire', reason: 'Slut.' }, actors.secretariat, day(110))
    const open = { ...closed, conditions: aRunning().conditions }
    expect(lettersAfter(open, erase(people.kasper), system, day(120))).toEqual([])
    expect(lettersAfter(closed, erase(people.troels), system, day(120))).toEqual([])
  })

  it('when nothing is known of what was before, then there is nothing to tell', () => {
    const events = [{ type: 'person-erased', person: people.troels }] as const
    expect(lettersOfCommit(undefined, [submittedBy(people.troels), ...events], system, day(90)).slice(2)).toEqual([])
  })
})

const submittedBy = (proposer: `con_${string}`) =>
  ({
    type: 'submitted',
    kind: 'new',
    concept: aRunning().concept,
    answers: {},
    proposer,
    consentToPublish: false,
    answerDueAt: day(10),
  }) as const

describe('given somebody in a group who asks for a link', () => {
  it('then it is for that part, with the move where the group has it', () => {
    expect(linkLetter(aProduct(), people.ditte)).toMatchObject({ as: 'coordination', move: { yours: true } })
    expect(linkLetter(aRunning(), people.birgitte)).toMatchObject({ as: 'steering', move: { yours: false } })
    expect(linkLetter({ ...aRunning(), contacts: [people.anders] }, people.anders)).toMatchObject({ as: 'contact' })
    expect(linkLetter({ ...aRunning(), proposer: nobody }, nobody)).toBeUndefined()
    expect(linkLetter(aProduct(), person(people.signe).id)).toBeUndefined()
  })
})
