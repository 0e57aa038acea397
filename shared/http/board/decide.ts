import { decisionBody, givenDecision, reconsiderationDecisionBody } from '../../api/board-decision.ts'
import { labels } from '../../i18n/labels.ts'
import { actOnProject } from '../../use-cases/act-on-project.ts'
import { decideItem } from '../../use-cases/decide-item.ts'
import { gatherContacts } from '../../use-cases/gather-contacts.ts'
import { commandOf } from '../command-of.ts'
import type { Act } from '../exchange.ts'
import { meetingIn } from '../meeting-answers.ts'
import { parse } from '../parse.ts'
import type { ActingPorts } from '../project-acts.ts'
import { projectIn } from '../project-acts.ts'
import { projectAnswer } from '../project-answers.ts'

/** Closes an item of a meeting by its votes, or records what the general assembly decided. */
export const decideOnItem =
  (ports: ActingPorts): Act =>
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
  (ports: ActingPorts): Act =>
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
