import {
  agendaBody,
  cancellationBody,
  conclusionBody,
  decisionBody,
  givenDecision,
  meetingBody,
} from '../../shared/api/board-decision.ts'
import { toInstant } from '../../shared/api/fields.ts'
import { commandOf, createdBy } from '../../shared/http/command-of.ts'
import type { Act, Acts } from '../../shared/http/exchange.ts'
import { meetingAnswer, meetingIn } from '../../shared/http/meeting-answers.ts'
import { parse } from '../../shared/http/parse.ts'
import { projectAnswer } from '../../shared/http/project-answers.ts'
import { labels } from '../../shared/i18n/labels.ts'
import { actOnMeeting } from '../../shared/use-cases/act-on-meeting.ts'
import { concludeMeeting } from '../../shared/use-cases/conclude-meeting.ts'
import { decideItem } from '../../shared/use-cases/decide-item.ts'
import { gatherContacts } from '../../shared/use-cases/gather-contacts.ts'
import { putOnAgenda } from '../../shared/use-cases/put-on-agenda.ts'
import type { BoardPorts } from './handler.ts'
import { minutes, showMeeting } from './show.ts'

/** Meetings: called, filled, decided at, ended. */
export const agendaHandlers = (ports: BoardPorts): Acts => ({
  'POST /api/meetings': call(ports),
  'GET /api/meetings/{id}': showMeeting(ports),
  'GET /api/meetings/{id}/minutes': minutes(ports),
  'POST /api/meetings/{id}/agenda': async (request) => {
    const meeting = meetingIn(request)
    const body = parse(agendaBody, request.body)
    const context = commandOf(request, body)
    return projectAnswer(await putOnAgenda(ports, { ...body, meeting, context }), request.actor)
  },
  'POST /api/meetings/{id}/decisions': decide(ports),
  'POST /api/meetings/{id}/cancellation': async (request) => {
    const meeting = meetingIn(request)
    const command = { type: 'cancel', ...parse(cancellationBody, request.body) } as const
    const context = commandOf(request, command)
    return meetingAnswer(await actOnMeeting(ports, { meeting, command, context }), request.actor)
  },
  'POST /api/meetings/{id}/conclusion': async (request) => {
    const meeting = meetingIn(request)
    const body = parse(conclusionBody, request.body)
    const context = commandOf(request, body)
    return meetingAnswer(await concludeMeeting(ports, { meeting, ...body, context }), request.actor)
  },
})

const call =
  (ports: BoardPorts): Act =>
  async (request) => {
    const { meetsAt, members, ...body } = parse(meetingBody, request.body)
    const people = gatherContacts(ports.contacts, request.actor)
    const command = {
      type: 'call',
      ...body,
      meetsAt: toInstant(meetsAt),
      members: members.map(({ seat, ...person }) => ({
        contact: people.of(person),
        authority: person.authority,
        seat,
      })),
    } as const
    const contacts = people.all()
    const context = commandOf(request, { command, contacts })
    const meeting = createdBy('mtg', context.commandId)
    const answer = meetingAnswer(await actOnMeeting(ports, { meeting, command, context, contacts }), request.actor, 201)
    return { ...answer, headers: { ...answer.headers, location: `/api/meetings/${meeting}` } }
  }

const decide =
  (ports: BoardPorts): Act =>
  async (request) => {
    const meeting = meetingIn(request)
    const people = gatherContacts(ports.contacts, request.actor)
    const { project, generalAssembly, ...body } = parse(decisionBody, request.body)
    const decision = givenDecision(body, people.of, (outcome) => labels[request.language].nextSteps[outcome])
    const contacts = people.all()
    const context = commandOf(request, { project, generalAssembly, decision, contacts })
    const acting = { meeting, project, generalAssembly, decision, context, contacts }
    return projectAnswer(await decideItem(ports, acting), request.actor)
  }
