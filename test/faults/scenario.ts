import { setTimeout as sleep } from 'node:timers/promises'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { ulid } from '../../shared/use-cases/ulid.ts'
import type { Answer, Lane } from './lane.ts'
import type { Plan, Role } from './plan.ts'
import type { Command } from './process/protocol.ts'

/** A command that was given, to whom ever and how often, and all that was answered. */
export interface Given {
  readonly command: Command
  readonly answers: Answer[]
}

export interface Stage {
  readonly lane: Lane
  readonly plan: Plan
  readonly stream: ProjectId
  /** Whether the client gives a command again when it gets no answer. */
  readonly again: boolean
  readonly given: Given[]
}

const newCommand = ({ stream, given }: Stage): Given => {
  const id = ulid()
  const one = { command: { stream, commandId: `cmd_${id}`, text: `said ${id}`, email: `${id}@x.example` }, answers: [] }
  given.push(one)
  return one
}

const give = async ({ lane, again }: Stage, role: Role, one: Given, insists = again): Promise<void> => {
  one.answers.push(await lane.give(role, one.command, insists))
}

/** One writer, two commands, one after the other. */
const plain = async (stage: Stage): Promise<void> => {
  await give(stage, 'writer-a', newCommand(stage))
  await give(stage, 'writer-a', newCommand(stage))
}

/** Two writers want the same version, one is overtaken; then both are given the same command at once. */
const contended = async (stage: Stage): Promise<void> => {
  let overtaken = () => {}
  const isOvertaken = new Promise<void>((resolve) => {
    overtaken = resolve
  })
  stage.plan.script({
    role: 'writer-a',
    label: 'commit',
    act: { until: () => Promise.race([isOvertaken, sleep(3_000, undefined, { ref: false })]) },
  })
  const first = give(stage, 'writer-a', newCommand(stage))
  const second = give(stage, 'writer-b', newCommand(stage)).finally(overtaken)
  await Promise.all([first, second])
  const doubled = newCommand(stage)
  await Promise.all([give(stage, 'writer-a', doubled), give(stage, 'writer-b', doubled)])
}

/** A writer dies between announcement and commit, and nobody asks again; later somebody else writes. */
const abandoned = async (stage: Stage): Promise<void> => {
  stage.plan.script({ role: 'writer-a', label: 'commit', act: 'kill' })
  await give(stage, 'writer-a', newCommand(stage), false)
  await stage.lane.settled()
  await give(stage, 'writer-b', newCommand(stage))
}

export const scenarios = { plain, contended, abandoned } as const
export type ScenarioName = keyof typeof scenarios
export const scenarioNames = Object.keys(scenarios) as ScenarioName[]
