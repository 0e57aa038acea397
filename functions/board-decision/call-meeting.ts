import { meetingBody } from '../../shared/api/board-decision.ts'
import { toInstant } from '../../shared/api/fields.ts'
import { commandOf, createdBy } from '../../shared/http/command-of.ts'
import type { Act } from '../../shared/http/exchange.ts'
import { meetingAnswer } from '../../shared/http/meeting-answers.ts'
import { parse } from '../../shared/http/parse.ts'
import { actOnMeeting } from '../../shared/use-cases/act-on-meeting.ts'
import { gatherContacts } from '../../shared/use-cases/gather-contacts.ts'
import type { BoardPorts } from './ports.ts'

/** Calls a meeting, or opens a written vote; its members are kept as contacts. */
export const callMeeting =
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
    request.note({ stream: meeting })
    const answer = meetingAnswer(await actOnMeeting(ports, { meeting, command, context, contacts }), request.actor, 201)
    return { ...answer, headers: { ...answer.headers, location: `/api/meetings/${meeting}` } }
  }
