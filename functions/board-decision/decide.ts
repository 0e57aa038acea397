import { decisionBody, givenDecision, reconsiderationDecisionBody } from '../../shared/api/board-decision.ts'
import { commandOf } from '../../shared/http/command-of.ts'
import type { Act } from '../../shared/http/exchange.ts'
import { meetingIn } from '../../shared/http/meeting-answers.ts'
import { parse } from '../../shared/http/parse.ts'
import { projectIn } from '../../shared/http/project-acts.ts'
import { projectAnswer } from '../../shared/http/project-answers.ts'
import { labels } from '../../shared/i18n/labels.ts'
import { actOnProject } from '../../shared/use-cases/act-on-project.ts'
import { decideItem } from '../../shared/use-cases/decide-item.ts'
import { gatherContacts } from '../../shared/use-cases/gather-contacts.ts'
import type { BoardPorts } from './ports.ts'

/** Closes an item of a meeting by its votes, or records what the general assembly decided. */
export const decideOnItem =
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

/** Level 1: the secretariat decides a reconsideration, and the board is informed. */
export const decideReconsideration =
  (ports: BoardPorts): Act =>
  async (request) => {
    const project = projectIn(request)
    const people = gatherContacts(ports.contacts, request.actor)
    const body = parse(reconsiderationDecisionBody, request.body)
    const decision = givenDecision(body, people.of, (outcome) => labels[request.language].nextSteps[outcome])
    const command = { type: 'decide-reconsideration', decision } as const
    const contacts = people.all()
    const context = commandOf(request, { command, contacts })
    return projectAnswer(await actOnProject(ports, { project, command, context, contacts }), request.actor)
  }
