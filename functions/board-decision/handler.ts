import { givenDecision, reconsiderationDecisionBody } from '../../shared/api/board-decision.ts'
import { commandOf } from '../../shared/http/command-of.ts'
import type { Acts } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { type ActingPorts, projectIn } from '../../shared/http/project-acts.ts'
import { projectAnswer } from '../../shared/http/project-answers.ts'
import { labels } from '../../shared/i18n/labels.ts'
import { actOnProject } from '../../shared/use-cases/act-on-project.ts'
import { gatherContacts } from '../../shared/use-cases/gather-contacts.ts'
import type { Contacts } from '../../shared/use-cases/ports.ts'
import { agendaHandlers } from './agenda.ts'
import { memberHandlers } from './members.ts'

export interface BoardPorts extends ActingPorts {
  readonly contacts: ActingPorts['contacts'] & Pick<Contacts, 'find'>
}

/** The board's table: meetings and their agenda, what members do there, and what is decided. */
export const boardHandlers = (ports: BoardPorts): Acts => ({
  ...agendaHandlers(ports),
  ...memberHandlers(ports),
  'POST /api/projects/{id}/reconsideration/decision': async (request) => {
    const project = projectIn(request)
    const people = gatherContacts(ports.contacts, request.actor)
    const body = parse(reconsiderationDecisionBody, request.body)
    const decision = givenDecision(body, people.of, (outcome) => labels[request.language].nextSteps[outcome])
    const command = { type: 'decide-reconsideration', decision } as const
    const contacts = people.all()
    const context = commandOf(request, { command, contacts })
    return projectAnswer(await actOnProject(ports, { project, command, context, contacts }), request.actor)
  },
})
