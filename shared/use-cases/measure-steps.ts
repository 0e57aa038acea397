import {
  type Holder,
  holders,
  type Spread,
  type Step,
  type StepTimes,
  spreadOf,
  steps,
  stepTimesOf,
} from '../domain/statistics/step-times.ts'
import type { CommitLog, Projections } from './ports.ts'
import { surveyProjects } from './public-projects.ts'

export interface MeasuredSteps {
  /** Days from step to step, of the public projects that have gone through it. */
  readonly steps: Readonly<Partial<Record<Step, Spread>>>
  /** Days until work began, by who had the move. */
  readonly held: Readonly<Partial<Record<Holder, Spread>>>
}

/** Logs read at once. */
const together = 10

/** How long projects take from step to step: over those that anybody may know of, so that nothing else can be told from it. */
export const measureSteps = async ({
  projections,
  log,
}: {
  readonly projections: Pick<Projections, 'byState'>
  readonly log: Pick<CommitLog, 'load'>
}): Promise<MeasuredSteps> => {
  const { projects } = await surveyProjects(projections)
  const times: StepTimes[] = []
  for (let at = 0; at < projects.length; at += together) {
    const logs = await Promise.all(projects.slice(at, at + together).map(({ id }) => log.load(id)))
    times.push(...logs.map(stepTimesOf))
  }
  return {
    steps: spreads(steps, (step) => times.map((one) => one.steps[step])),
    held: spreads(holders, (holder) => times.map(({ held }) => held?.[holder])),
  }
}

const spreads = <Name extends string>(
  names: readonly Name[],
  numbersOf: (name: Name) => readonly (number | undefined)[],
): Readonly<Partial<Record<Name, Spread>>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const spread = spreadOf(numbersOf(name).filter((one) => one !== undefined))
      return spread === undefined ? [] : [[name, spread]]
    }),
  ) as Partial<Record<Name, Spread>>
