import { sqsClient } from '../../shared/messaging/client.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { ulid } from '../../shared/use-cases/ulid.ts'
import { environmentFor, startEngines, table } from '../store/engines.ts'
import { chanceOf, pick } from './chance.ts'
import { startChildren } from './children.ts'
import type { Lane, LaneOptions } from './lane.ts'
import { openLane } from './lane.ts'
import type { Boundary, Fault, Mode } from './plan.ts'
import { faultName } from './plan.ts'
import type { Mutation } from './process/protocol.ts'
import type { Given, ScenarioName } from './scenario.ts'
import { scenarioNames, scenarios } from './scenario.ts'
import { verdictOn } from './verdict.ts'

/** One life under faults. */
export interface Case {
  readonly scenario: ScenarioName
  readonly faults: readonly Fault[]
  readonly seed: number
  /** Whether the client gives a command again when it gets no answer. */
  readonly again: boolean
}

export interface Outcome {
  readonly of: Case
  readonly wrong: readonly string[]
  /** How often the scenario was played until every fault had fired. */
  readonly rounds: number
  readonly commits: number
  readonly effects: number
  readonly doubled: number
  readonly putOff: number
}

export interface Matrix {
  /** Every boundary that each scenario crosses without faults. */
  readonly discover: () => Promise<ReadonlyMap<ScenarioName, readonly Boundary[]>>
  /** Plays the cases over all lanes; ends early once `enough` says so. */
  readonly run: (
    cases: readonly Case[],
    options?: {
      readonly mutation?: Mutation
      readonly enough?: (outcome: Outcome) => boolean
      /** @default all lanes */
      readonly width?: number
    },
  ) => Promise<readonly Outcome[]>
  readonly stop: () => Promise<void>
}

const mostRounds = 4

/** @param widest how many lanes play side by side */
export const openMatrix = async (widest: number): Promise<Matrix> => {
  const engines = await startEngines()
  const children = await startChildren(widest + 2)
  const client = dynamoClient(environmentFor(engines.dynamo.endpoint))
  const queueClient = sqsClient(environmentFor(engines.sqs.endpoint))
  const log = dynamoCommitLog({ client, table })
  let lanes = 0

  const open = (more: Pick<LaneOptions, 'mutation' | 'lookAgain'> = {}): Promise<Lane> => {
    lanes += 1
    return openLane({
      name: String(lanes),
      dynamo: engines.dynamo.endpoint,
      sqs: engines.sqs,
      client: queueClient,
      log,
      children,
      ...more,
    })
  }

  const play = async (lane: Lane, of: Case): Promise<Outcome> => {
    const stream = `prj_${ulid()}` as const
    const plan = lane.begin(of.faults, chanceOf(of.seed))
    const given: Given[] = []
    const wrong: string[] = []
    let rounds = 0
    try {
      do {
        rounds += 1
        await scenarios[of.scenario]({ lane, plan, stream, again: of.again, given })
        await lane.settled()
      } while (plan.unfired().length > 0 && rounds < mostRounds)
    } catch (error) {
      wrong.push(String(error))
    }
    const trace = lane.trace()
    wrong.push(...(await verdictOn({ ...trace, stream, given, client, table })))
    const commits = (await log.load(stream)).filter(({ events }) => events.length > 0).length
    const { doubled, putOff } = trace
    return { of, wrong, rounds, commits, effects: trace.effects.length, doubled, putOff }
  }

  return {
    discover: async () => {
      const found = new Map<ScenarioName, readonly Boundary[]>()
      // Patient, so that what is found does not depend on how busy the machine is.
      const lane = await open({ lookAgain: 1_000 })
      for (const scenario of scenarioNames) {
        const plan = lane.begin([], () => 1)
        await scenarios[scenario]({ lane, plan, stream: `prj_${ulid()}`, again: true, given: [] })
        await lane.settled()
        found.set(scenario, plan.seen)
      }
      await lane.stop()
      return found
    },
    run: async (cases, { mutation, enough = () => false, width = widest } = {}) => {
      const outcomes: Outcome[] = []
      const waiting = [...cases]
      let ended = false
      const work = async () => {
        const lane = await open(mutation === undefined ? {} : { mutation })
        for (let next = waiting.shift(); next !== undefined && !ended; next = waiting.shift()) {
          const outcome = await play(lane, next)
          outcomes.push(outcome)
          ended = ended || enough(outcome)
        }
        await lane.stop()
      }
      await Promise.all(Array.from({ length: Math.min(width, cases.length) }, work))
      return outcomes
    },
    stop: async () => {
      await children.stop()
      client.destroy()
      queueClient.destroy()
      await engines.stop()
    },
  }
}

const onceEach: readonly Mode[] = ['killed-before', 'killed-after', 'answer-lost', 'answers-lost']
const writes = /^(announce|stage|commit|void|settle|keep|project|hand)/

/**
 * Which boundaries of a scenario count: in the plain one each the first time it is crossed, in the others what is new there,
 * a writer's second try or a relay's closing of a version.
 */
const countsIn = (scenario: ScenarioName, { role, label, nth }: Boundary): boolean => {
  switch (scenario) {
    case 'plain':
      return nth === 1
    case 'contended':
      return (
        (role === 'writer-a' && nth === (label === 'look further' ? 1 : 2)) ||
        (role !== 'writer-b' && label === 'settle discarded' && nth === 1)
      )
    case 'abandoned':
      return role === 'relay' && nth === 1 && ['look further', 'give back', 'void', 'settle discarded'].includes(label)
  }
}

/**
 * Every boundary with everything that can happen there, where it lags only once there is something that may be missing; a killed
 * writer with a client that asks again, and one that does not.
 */
export const singlesOf = (boundaries: ReadonlyMap<ScenarioName, readonly Boundary[]>): readonly Case[] => {
  const cases: Omit<Case, 'seed'>[] = []
  for (const [scenario, seen] of boundaries)
    for (const boundary of seen.filter((one) => countsIn(scenario, one)))
      for (const mode of modesAt(boundary)) {
        const leavesClientAlone =
          boundary.role !== 'relay' && ['killed-before', 'killed-after', 'answers-lost'].includes(mode)
        for (const again of leavesClientAlone ? [true, false] : [true])
          cases.push({ scenario, faults: [{ ...boundary, nth: mode === 'lags' ? 2 : boundary.nth, mode }], again })
      }
  return cases.map((one, at) => ({ ...one, seed: at + 1 }))
}

const modesAt = ({ role, label }: Boundary): readonly Mode[] => [
  ...onceEach,
  ...(writes.test(label) ? (['late'] as const) : []),
  ...(role === 'relay' ? [] : (['stalled'] as const)),
  ...(label.startsWith('hand') ? (['refused-inside'] as const) : []),
  ...(label === 'load' ? (['lags'] as const) : []),
]

/** Two faults in one life, drawn by seed. */
export const pairsOf = (singles: readonly Case[], count: number): readonly Case[] => {
  const chance = chanceOf(20_26)
  const pairs: Case[] = []
  while (pairs.length < count) {
    const [one, other] = [pick(chance, singles), pick(chance, singles)]
    const [a] = one.faults
    const [b] = other.faults
    if (a === undefined || b === undefined || one.scenario !== other.scenario) continue
    if (a.role === b.role && a.label === b.label && a.nth === b.nth) continue
    pairs.push({ scenario: one.scenario, faults: [a, b], seed: 1_000 + pairs.length, again: chance() < 0.7 })
  }
  return pairs
}

export const caseName = ({ scenario, faults, again, seed }: Case): string =>
  `${scenario}, ${faults.map(faultName).join(' + ')}, the client ${again ? 'asks again' : 'gives up'} (seed ${seed})`
