import { agendaBody, cancellationBody, conclusionBody } from '../../shared/api/board-decision.ts'
import { commandOf } from '../../shared/http/command-of.ts'
import type { Acts } from '../../shared/http/exchange.ts'
import { meetingAnswer, meetingIn } from '../../shared/http/meeting-answers.ts'
import { parse } from '../../shared/http/parse.ts'
import { projectAnswer } from '../../shared/http/project-answers.ts'
import { actOnMeeting } from '../../shared/use-cases/act-on-meeting.ts'
import { concludeMeeting } from '../../shared/use-cases/conclude-meeting.ts'
import { putOnAgenda } from '../../shared/use-cases/put-on-agenda.ts'
import type { BoardPorts } from './ports.ts'

/** A meeting's agenda: filled, cancelled, brought to its end. */
export const agendaHandlers = (ports: BoardPorts): Acts => ({
  'POST /api/meetings/{id}/agenda': async (request) => {
    const meeting = meetingIn(request)
    const body = parse(agendaBody, request.body)
    const context = commandOf(request, body)
    return projectAnswer(await putOnAgenda(ports, { ...body, meeting, context }), request.actor)
  },
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
