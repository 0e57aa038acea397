import { classificationActs, mergeBody } from '../../shared/api/classification.ts'
import { commandOf } from '../../shared/http/command-of.ts'
import type { Acts } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { type ActingPorts, projectActs, projectIn } from '../../shared/http/project-acts.ts'
import { projectAnswer } from '../../shared/http/project-answers.ts'
import { mergeProjects } from '../../shared/use-cases/merge-projects.ts'

/** The secretariat's desk: levels, returns, colours, readiness, merges; and the dialogue about a concept. */
export const classificationHandlers = (ports: ActingPorts): Acts => ({
  ...projectActs(ports, classificationActs),
  'POST /api/projects/{id}/merge': async (request) => {
    const project = projectIn(request)
    const body = parse(mergeBody, request.body)
    const result = await mergeProjects(ports, { project, ...body, context: commandOf(request, body) })
    return projectAnswer(result, request.actor)
  },
})
