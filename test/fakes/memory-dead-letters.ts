import {
  type DeadLetter,
  type DeadLetterBoxes,
  type RedrivableQueue,
  redrivable,
} from '../../shared/use-cases/dead-letters.ts'

/** Dead letters in memory; what is tried again is gone from here, and stands in `redriven`. */
export const memoryDeadLetters = (): DeadLetterBoxes & {
  readonly put: (queue: RedrivableQueue, ...letters: readonly DeadLetter[]) => void
  readonly redriven: readonly DeadLetter[]
} => {
  const boxes = new Map<RedrivableQueue, DeadLetter[]>(redrivable.map((queue) => [queue, []]))
  const redriven: DeadLetter[] = []
  const of = (queue: RedrivableQueue): DeadLetter[] => boxes.get(queue) ?? []
  return {
    count: async (queue) => of(queue).length,
    look: async (queue) => of(queue).slice(0, 10),
    redrive: async (queue) => {
      const moved = of(queue).splice(0, 100)
      redriven.push(...moved)
      return moved.length
    },
    put: (queue, ...letters) => void of(queue).push(...letters),
    redriven,
  }
}
