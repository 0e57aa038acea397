import * as z from 'zod'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import { type LetterTold, lettersTold } from './letters-told.ts'
import type { World } from './world.ts'

/** One step of a life, as it was seen from outside. */
export interface Chapter {
  readonly life: string
  readonly at: string
  readonly what: string
  readonly state: string
  readonly whoseMove: string
  readonly dueAt?: string
  readonly mails: readonly {
    readonly to: readonly string[]
    readonly subject: string
    readonly letters: readonly LetterTold[]
  }[]
  readonly events: readonly string[]
}

/** A life that is told while it is lived. */
export interface Story {
  readonly life: string
  readonly world: World
  readonly project: ProjectId
  /** Does one act, waits for all that follows, and tells what came of it. */
  readonly act: (what: string, act: () => Promise<unknown>) => Promise<Chapter>
  readonly fail: (what: string) => never
  /** What is told already: a life that is lived beside this one goes on from there. */
  readonly told: ToldSoFar
}

/** Mails and events that some chapter has told, so that none is told twice. */
export interface ToldSoFar {
  readonly mails: Set<number>
  readonly events: Set<string>
}

const view = z.object({
  state: z.string(),
  whoseMove: z.string(),
  dueAt: z.string().optional(),
})

/**
 * Begins a story with the act that brings the project into being.
 * @param beside the story of another life that has not ended yet
 */
export const beginStory = async (
  life: string,
  world: World,
  tell: (chapter: Chapter) => void,
  what: string,
  submit: () => Promise<ProjectId>,
  beside?: Story,
): Promise<Story> => {
  const told: ToldSoFar = beside?.told ?? {
    mails: new Set((await world.mails()).map(({ number }) => number)),
    events: new Set(world.receiver.events.keys()),
  }
  let project: ProjectId | undefined
  const chapterOf = async (done: string): Promise<Chapter> => {
    await world.settled()
    const secretariat = await world.token('secretariat')
    const { state, whoseMove, dueAt } = view.parse(await world.get(`/api/projects/${project}`, secretariat))
    const mails = (await world.mails()).filter(({ number }) => !told.mails.has(number))
    const events = [...world.receiver.events].filter(([id]) => !told.events.has(id))
    for (const { number } of mails) told.mails.add(number)
    for (const [id] of events) told.events.add(id)
    const chapter: Chapter = {
      life,
      at: await world.now(),
      what: done,
      state,
      whoseMove,
      ...(dueAt === undefined ? {} : { dueAt }),
      mails: mails.map(({ to, subject, text }) => ({ to, subject, letters: lettersTold({ subject, text }) })),
      events: events.map(([, { type }]) => type),
    }
    tell(chapter)
    return chapter
  }
  project = await submit()
  await chapterOf(what)
  return {
    life,
    world,
    project,
    told,
    act: async (done, act) => {
      await act()
      return chapterOf(done)
    },
    fail: (why) => {
      throw new Error(`${life}: ${why}`)
    },
  }
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Europe/Copenhagen' })

/** A chapter in words, for a terminal. */
export const inWords = ({ at, what, state, whoseMove, dueAt, mails, events }: Chapter): string =>
  [
    `${day.format(new Date(at)).padStart(11)}  ${what}`,
    `             state: ${state} · move: ${whoseMove}${dueAt === undefined ? '' : ` until ${day.format(new Date(dueAt))}`}`,
    ...mails.flatMap(({ to, subject, letters }) => [
      `             mail to ${to.join(', ')}: ${subject}`,
      ...(letters.length > 1 ? letters.map(({ what }) => `               · ${what}`) : []),
    ]),
    ...(events.length === 0 ? [] : [`             webhook: ${events.map(short).join(', ')}`]),
    '',
  ].join('\n')

const short = (type: string): string => type.replace(/^eu\.os2\.trin\.project\./, '').replace(/\.v1$/, '')
