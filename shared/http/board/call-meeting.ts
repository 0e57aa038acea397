import { meetingBody } from '../../api/board-decision.ts'
import { toInstant } from '../../api/fields.ts'
import { actOnMeeting } from '../../use-cases/act-on-meeting.ts'
import { gatherContacts } from '../../use-cases/gather-contacts.ts'
import { commandOf, createdBy } from '../command-of.ts'
import type { Act } from '../exchange.ts'
import { meetingAnswer } from '../meeting-answers.ts'
import { parse } from '../parse.ts'
import type { ActingPorts } from '../project-acts.ts'

/** Calls a meeting, or opens a written vote; its members are kept as contacts. */
export const callMeeting =
  (ports: ActingPorts): Act =>
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
