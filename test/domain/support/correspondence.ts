import type { Actor } from '../../../shared/domain/actor.ts'
import { type Letter, recipientKey } from '../../../shared/domain/correspondence/letter.ts'
import { lettersFor } from '../../../shared/domain/correspondence.ts'
import type { ProjectCommand } from '../../../shared/domain/project/commands.ts'
import type { ProjectEvent } from '../../../shared/domain/project/events.ts'
import { evolve } from '../../../shared/domain/project/evolve.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { isRefusal } from '../../../shared/domain/refusal.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { ask } from './life.ts'
import { people, projects } from './material.ts'

export const titles = new Map([[projects.borger, 'Borgernes overblik']])

/** The letters about each event of one commit. */
export const lettersOfCommit = (
  before: Project | undefined,
  events: readonly ProjectEvent[],
  actor: Actor,
  at: Instant,
): readonly Letter[] => {
  let project = before
  for (const event of events)
    project = evolve(project, event, { stream: projects.byggesag, version: (before?.version ?? 0) + 1, at, actor })
  if (project === undefined) throw new Error('nothing has happened')
  const after = project
  return events.flatMap((event) =>
    lettersFor(event, after, {
      commit: { actor, at, events },
      settings: defaultSettings,
      titles,
      ...(before === undefined ? {} : { before }),
    }),
  )
}

/** The letters that follow from a command that must be accepted. */
export const lettersAfter = (
  before: Project | undefined,
  command: ProjectCommand,
  actor: Actor,
  at: Instant,
): readonly Letter[] => {
  const decided = ask(before, command, actor, at)
  if (isRefusal(decided)) throw new Error(`refused: ${JSON.stringify(decided)}`)
  return lettersOfCommit(before, decided, actor, at)
}

const names = new Map<string, string>(Object.entries(people).map(([name, id]) => [id, name]))

/** `approved → maren as proposer`, and `!` where the move is theirs. */
export const lines = (letters: readonly Letter[]): readonly string[] =>
  letters.map(({ body, to, as, move }) => {
    const recipient = recipientKey(to)
    const who = names.get(recipient) ?? recipient
    return `${body.template} → ${who}${who === as ? '' : ` as ${as}`}${move.yours ? ' !' : ''}`
  })
