import { agendaBody, cancellationBody, conclusionBody } from '../../api/board-decision.ts'
import { actOnMeeting } from '../../use-cases/act-on-meeting.ts'
import { concludeMeeting } from '../../use-cases/conclude-meeting.ts'
import { putOnAgenda } from '../../use-cases/put-on-agenda.ts'
import { commandOf } from '../command-of.ts'
import type { Acts } from '../exchange.ts'
import { meetingAnswer, meetingIn } from '../meeting-answers.ts'
import { parse } from '../parse.ts'
import type { ActingPorts } from '../project-acts.ts'
import { projectAnswer } from '../project-answers.ts'

/** A meeting's agenda: filled, cancelled, brought to its end. */
export const agendaActs = (ports: ActingPorts) =>
  ({
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
  }) satisfies Acts
