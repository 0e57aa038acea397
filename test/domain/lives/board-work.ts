import type { Choice } from '../../../shared/domain/board/votes.ts'
import { addDays, dateOf, morningOf } from '../../../shared/domain/calendar/days.ts'
import type { MeetingCommand } from '../../../shared/domain/meeting/commands.ts'
import { countVotes } from '../../../shared/domain/meeting/outcome.ts'
import type { AgendaItem } from '../../../shared/domain/meeting/state.ts'
import { board, kr, person } from '../support/material.ts'
import { chair, secretariat, system } from './cast.ts'
import type { Chance } from './chance.ts'
import { decisionCommand, decisionOf, isOutcome } from './decision-commands.ts'
import { askMeeting, call } from './meeting-acts.ts'
import { ask } from './project-acts.ts'
import type { Gathering, World } from './world.ts'

/** Calls a meeting or a written vote; seldom wrongly. */
export const callOne = (world: World, chance: Chance): void => {
  const written = chance.percent(25)
  const days = chance.percent(4) ? -3 : 15 + chance.below(21)
  const command: MeetingCommand & { type: 'call' } = {
    type: 'call',
    meetsAt: new Date(Date.parse(morningOf(addDays(dateOf(world.now), days))) + 5_400_000).toISOString(),
    form: written ? 'written' : 'meeting',
    members: chance.percent(4) ? board.slice(1) : board,
    ...(chance.percent(50) ? { place: 'Rådhuset i Vestermarsk' } : {}),
    ...(chance.percent(50) ? { budget: kr(chance.below(9_000_000)) } : {}),
  }
  const caller = written || chance.percent(50) ? chair : secretariat
  call(world, command, chance.percent(6) ? person(chance.of(board).contact, 'board') : caller)
}

const choices = {
  concept: ['approve', 'approve', 'approve', 'return', 'reject', 'abstain'],
  reconsideration: ['continue', 'continue', 'rescope', 'return', 'stop', 'abstain'],
  level: ['uphold', 'amend', 'amend', 'abstain'],
  information: ['approve'],
} as const satisfies Record<AgendaItem['kind'], readonly Choice[]>

/** Something happens at the board's table. */
export const boardWork = (world: World, chance: Chance): void => {
  const open = world.gatherings.filter(({ meeting }) => meeting.state === 'called')
  const gathering = chance.percent(92) ? open[chance.below(Math.max(1, open.length))] : chance.of(world.gatherings)
  if (gathering === undefined) return
  const { meeting } = gathering
  const item = meeting.agenda[chance.below(Math.max(1, meeting.agenda.length))]
  const member = chance.of(board).contact
  const actor = chance.percent(5) ? person(chance.of(board).contact, 'board') : person(member, 'board')
  const over = dateOf(world.now) >= dateOf(meeting.meetsAt)
  const dice = chance.below(100)
  if (over && dice < 60) {
    // A board that has met decides what is ripe, and the meeting is over; seldom it leaves without.
    if (chance.percent(85)) for (const one of meeting.agenda) voteAll(world, gathering, one, chance)
    for (const one of meeting.agenda) decideItem(world, gathering, one, chance)
    if (chance.percent(70)) askMeeting(world, gathering, { type: 'conclude', quorate: chance.percent(80) }, secretariat)
    return
  }
  if (dice < 2) {
    askMeeting(world, gathering, { type: 'cancel', reason: 'Sygdom.' }, chance.percent(90) ? chair : actor)
    return
  }
  if (dice < 4) {
    askMeeting(world, gathering, { type: 'conclude', quorate: chance.percent(70) }, chance.percent(80) ? chair : actor)
    return
  }
  if (dice < 12) {
    const proxy = chance.percent(10) ? member : chance.of(board).contact
    askMeeting(world, gathering, { type: 'name-proxy', member, proxy }, actor)
    return
  }
  if (dice < 20) {
    const concepts = meeting.agenda.filter(({ kind }) => kind === 'concept' || chance.percent(5))
    const order = concepts.map(({ project }) => project).filter(() => chance.percent(80))
    askMeeting(world, gathering, { type: 'rank', member, order }, actor)
    return
  }
  if (dice === 20) {
    askMeeting(world, gathering, { type: 'erase-member', member }, chance.percent(90) ? system('eraser') : actor)
    return
  }
  if (item === undefined) return
  if (dice < 26) {
    askMeeting(world, gathering, { type: 'declare-conflict', member, project: item.project }, actor)
    return
  }
  if (dice < 36) {
    decideItem(world, gathering, item, chance)
    return
  }
  if (dice < 80) {
    voteAll(world, gathering, item, chance)
    if (chance.percent(50)) decideItem(world, gathering, item, chance)
  } else voteOne(world, gathering, item, member, chance)
}

const voteAll = (world: World, gathering: Gathering, item: AgendaItem, chance: Chance): void => {
  for (const { contact } of board) if (chance.percent(85)) voteOne(world, gathering, item, contact, chance)
}

const voteOne = (
  world: World,
  gathering: Gathering,
  { project, kind }: AgendaItem,
  member: (typeof board)[number]['contact'],
  chance: Chance,
): void => {
  const proxy = gathering.meeting.proxies.find((named) => named.member === member)?.proxy
  const voter =
    proxy !== undefined && chance.percent(50) ? proxy : chance.percent(3) ? chance.of(board).contact : member
  askMeeting(
    world,
    gathering,
    {
      type: 'vote',
      project,
      member,
      choice: chance.percent(3) ? 'stop' : chance.of(choices[kind]),
      ...(chance.percent(95) ? { comment: 'Økonomien skal genbesøges.' } : {}),
    },
    person(voter, 'board'),
  )
}

/** The chair or the secretariat closes an item, mostly with what the votes say. */
const decideItem = (world: World, gathering: Gathering, item: AgendaItem, chance: Chance): void => {
  const life = world.lives.find(({ id }) => id === item.project)
  if (life === undefined) return
  const counted = countVotes(gathering.meeting, life.project, world.settings)?.result
  const { state, dispute } = life.project
  const asked = state === 'reconsideration' ? state : dispute === undefined ? 'concept' : 'level'
  const outcome =
    counted !== undefined && isOutcome(counted) && !chance.percent(5)
      ? counted
      : chance.of((choices[asked] as readonly Choice[]).filter(isOutcome))
  const command = decisionCommand(
    world,
    life,
    gathering,
    counted === 'general-assembly',
    decisionOf(outcome, world, chance),
  )
  if (command !== undefined) ask(world, life, command, chance.percent(50) ? chair : secretariat)
}
