import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import { lettersFor } from '../../../shared/domain/correspondence.ts'
import { stepsOf } from '../../../shared/domain/deadlines/steps.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import { decide } from '../../../shared/domain/project/decide.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import { evolve } from '../../../shared/domain/project/evolve.ts'
import type { Project, ProjectStateName } from '../../../shared/domain/project/state.ts'
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { actorAs, everybody, type Somebody, sampleProject } from './people.ts'
import { type Sample, samplesFor } from './sample-commands.ts'
import { moment, type Situation, submission } from './situations.ts'

/** What came of a command in a situation, for everybody for whom the same came of it. */
export interface Outcome {
  readonly name: string
  readonly act: ProjectCommand['type']
  readonly who: readonly Somebody[]
  readonly came:
    | {
        readonly events: readonly ProjectEvent['type'][]
        readonly to: ProjectStateName
        readonly letters: readonly (readonly [ProjectEvent['type'], readonly Letter[]])[]
      }
    | { readonly refusal: Refusal }
}

/** What comes of an idea that is submitted. */
export const outcomesOfSubmitting = (): readonly Outcome[] =>
  outcomesOf(undefined, { name: 'submit', command: submission }, moment)

/** Runs every command as everybody: nothing on the page is written by hand. */
export const outcomesIn = ({ project }: Situation): readonly Outcome[] => [
  ...samplesFor(project, moment).flatMap((sample) => outcomesOf(project, sample, moment)),
  ...stepSamples(project).flatMap(({ before, sample, at }) => outcomesOf(before, sample, at)),
]

const outcomesOf = (project: Project | undefined, { name, command }: Sample, now: Instant): readonly Outcome[] => {
  const grouped = new Map<string, Outcome>()
  for (const who of everybody) {
    const came = run(project, command, who, now)
    const key =
      'refusal' in came ? `${came.refusal.refused}/${came.refusal.rule}` : `${came.events.join()} → ${came.to}`
    const same = grouped.get(key)
    grouped.set(key, { name, act: command.type, who: [...(same?.who ?? []), who], came })
  }
  return [...grouped.values()]
}

const run = (project: Project | undefined, command: ProjectCommand, who: Somebody, now: Instant): Outcome['came'] => {
  const actor = actorAs(who)
  const events = decide(project, command, { now, actor, settings: defaultSettings, id: sampleProject })
  if (isRefusal(events)) return { refusal: events }
  const meta = { stream: sampleProject, version: (project?.version ?? 0) + 1, at: now, actor }
  const after = events.reduce<Project | undefined>((before, event) => evolve(before, event, meta), project)
  if (after === undefined) throw new Error('nothing happened')
  const commit = { actor, at: now, events }
  const context = { commit, titles: new Map(), settings: defaultSettings, ...(project && { before: project }) }
  return {
    events: events.map(({ type }) => type),
    to: after.state,
    letters: events.map((event) => [event.type, lettersFor(event, after, context)]),
  }
}

/** For every clock that runs: its next step, and the step that does more than tell, at their moments. */
const stepSamples = (project: Project): readonly { before: Project; sample: Sample; at: Instant }[] =>
  project.due.flatMap((item) => {
    const steps = stepsOf(item, defaultSettings)
    const told = steps.filter(({ consequence }, index) => consequence !== 'none' || index === 0)
    return told.map(({ name, at }) => {
      const fired = steps
        .slice(
          0,
          steps.findIndex((step) => step.name === name),
        )
        .map((step) => step.name)
      const due = project.due.map((other) => (other.key === item.key ? { ...item, fired } : other))
      return {
        before: { ...project, due },
        sample: {
          name: `take-step (${item.kind} ${name})`,
          command: { type: 'take-step', item: item.key, step: name } as const,
        },
        at,
      }
    })
  })
