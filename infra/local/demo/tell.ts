import * as z from 'zod'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import { liveLevel1 } from './level-1-life.ts'
import { liveLevel2 } from './level-2-life.ts'
import { liveLevel3 } from './level-3-life.ts'
import type { Chapter } from './story.ts'
import type { World } from './world.ts'

export interface Totals {
  readonly lives: number
  readonly steps: number
  readonly mails: number
  /** Events that the projects' histories hold. */
  readonly committed: number
  /** Events that the webhook receiver got, each once. */
  readonly delivered: number
  /** Deliveries that the receiver did not believe. */
  readonly forged: number
  readonly deadLetters: Readonly<Record<string, number>>
}

export interface Told {
  readonly chapters: readonly Chapter[]
  readonly totals: Totals
  /** What should not be so; empty when all is well. */
  readonly troubles: readonly string[]
}

const history = z.object({ items: z.array(z.unknown()) })

/** Lives all lives, one after the other, and counts what came of them. */
export const tellLives = async (world: World, tell: (chapter: Chapter) => void): Promise<Told> => {
  const chapters: Chapter[] = []
  const keep = (chapter: Chapter) => {
    chapters.push(chapter)
    tell(chapter)
  }
  const projects: ProjectId[] = [
    await liveLevel1(world, keep),
    await liveLevel2(world, keep),
    ...(await liveLevel3(world, keep)),
  ]
  await world.settled()
  const secretariat = await world.token('secretariat')
  let committed = 0
  for (const project of projects) {
    const { items } = history.parse(await world.get(`/api/projects/${project}/history`, secretariat))
    committed += items.length
  }
  const { deadLetters } = await world.status()
  const totals = {
    lives: projects.length,
    steps: chapters.length,
    mails: (await world.mails()).length,
    committed,
    delivered: world.receiver.events.size,
    forged: world.receiver.forged(),
    deadLetters,
  }
  return { chapters, totals, troubles: troublesIn(totals) }
}

const troublesIn = ({ committed, delivered, forged, deadLetters }: Totals): readonly string[] => [
  ...(delivered === committed ? [] : [`${committed} events were committed, ${delivered} delivered`]),
  ...(forged === 0 ? [] : [`${forged} deliveries were not signed by us`]),
  ...Object.entries(deadLetters)
    .filter(([, count]) => count > 0)
    .map(([queue, count]) => `${count} dead letters of ${queue}`),
]
