import { decide } from '../../../shared/domain/project/decide.ts'
import { evolve } from '../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import type { ProcessSettings } from '../../../shared/domain/settings.ts'
import { type End, ends } from './ends.ts'
import { towards, type Way } from './towards.ts'
import { isClosed, type World } from './world.ts'

/** Drives sensible commands only, each by whoever may do it, to the end that was least often gone to from this state. */
export const reachesAnEnd = (project: Project, { now, settings, visits, asked }: World): void => {
  if (isClosed(project)) return
  const gone = visits.of('way to an end')
  const wayTo = (end: End): string => `${project.state} → ${end}`
  const timesTo = (end: End): number => gone.get(wayTo(end)) ?? 0
  const [first, ...others] = ends
  const end = others.reduce<End>((least, other) => (timesTo(other) < timesTo(least) ? other : least), first)
  reach(project, { end, level: asked % 2 === 0 ? 1 : 2, now }, settings)
  visits.count('way to an end', wayTo(end))
}

const reach = (from: Project, to: Way, settings: ProcessSettings): void => {
  const { end, now } = to
  let project = from
  const way: string[] = [from.state]
  for (let steps = 0; steps < 40 && project.state !== end; steps += 1) {
    const [command, actor] = towards(project, to)
    const answer = decide(project, command, { now, actor, settings, id: project.id })
    if (isRefusal(answer))
      throw new Error(`broken: no way to ${end}\n  ${way.join(' → ')}, ${command.type}: ${JSON.stringify(answer)}`)
    for (const event of answer)
      project = evolve(project, event, { stream: project.id, version: project.version + 1, at: now, actor })
    way.push(`${command.type} → ${project.state}`)
  }
  if (project.state !== end) throw new Error(`broken: ${end} is out of reach\n  ${way.join(', ')}`)
}
