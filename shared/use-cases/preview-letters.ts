import type { Actor } from '../domain/actor.ts'
import type { Delivery, Letter } from '../domain/correspondence/letter.ts'
import { lettersFor } from '../domain/correspondence.ts'
import type { ProjectId } from '../domain/identifiers.ts'
import type { ProjectCommand } from '../domain/project/commands.ts'
import { decide } from '../domain/project/decide.ts'
import { evolve, fold } from '../domain/project/evolve.ts'
import type { Project } from '../domain/project/state.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import type { Mail, Typesetter } from './mail-ports.ts'
import { namedAs } from './named-as.ts'
import { pageOfLetter } from './page-of-letter.ts'
import type { Clock, CommitLog, Contact, Contacts, StagedContact } from './ports.ts'

export interface PreviewPorts {
  readonly log: Pick<CommitLog, 'load'>
  readonly contacts: Pick<Contacts, 'find'>
  readonly typesetter: Pick<Typesetter, 'letter'>
  readonly settings: ProcessSettings
  readonly clock: Clock
}

export interface Preview {
  readonly project: ProjectId
  readonly command: ProjectCommand
  readonly actor: Actor
  /** People whom the command names, who may be nobody's contact yet. */
  readonly contacts: readonly StagedContact[]
  /** The language of offices, whose mailboxes only those who send know. */
  readonly language: 'da' | 'en'
}

/** One mail as it would go. `to`: the person's name, or the office. */
export interface PreviewedMail {
  readonly to: { readonly name: string } | { readonly office: 'secretariat' | 'board' | 'chair' }
  readonly when: Delivery['when']
  readonly language: 'da' | 'en'
  readonly mail: Mail
}

/**
 * The mails that would follow if the command were given now: decided as it would be, written and set as they will be.
 * Nothing is kept and nobody is told. Whoever has been erased gets none.
 */
export const previewLetters = async (
  ports: PreviewPorts,
  { project: id, command, actor, contacts, language }: Preview,
): Promise<readonly PreviewedMail[] | Refusal> => {
  const before = fold(await ports.log.load(id))
  if (before === undefined) return refuse('not-found', 'missing')
  const at = ports.clock()
  const events = decide(before, command, { now: at, actor, settings: ports.settings, id })
  if ('refused' in events) return events
  const version = before.version + 1
  const after = events.reduce<Project>(
    (project, event) => evolve(project, event, { stream: id, version, at, actor }),
    before,
  )
  const context = { commit: { actor, at, events }, titles: new Map(), settings: ports.settings, before }
  const letters = events.flatMap((event) => lettersFor(event, after, context))
  return set(letters, await knownIn(ports, letters, contacts), { ...ports, language })
}

const knownIn = async (
  ports: Pick<PreviewPorts, 'contacts'>,
  letters: readonly Letter[],
  named: readonly StagedContact[],
): Promise<ReadonlyMap<string, Contact>> => {
  const ids = letters.flatMap(({ to }) => ('contact' in to ? [to.contact] : []))
  const found = ids.length === 0 ? new Map() : await ports.contacts.find([...new Set(ids)])
  return new Map([...found, ...named.map((one) => [one.id, namedAs(found.get(one.id), one)] as const)])
}

const set = (
  letters: readonly Letter[],
  known: ReadonlyMap<string, Contact>,
  { typesetter, language }: Pick<PreviewPorts, 'typesetter'> & Pick<Preview, 'language'>,
): readonly PreviewedMail[] =>
  letters.flatMap((letter): readonly PreviewedMail[] => {
    const { to } = letter
    const { when } = letter.delivery
    const link = pageOfLetter(letter)
    if ('mailbox' in to) {
      const mail = typesetter.letter(letter, { language, link, personal: false })
      return [{ to: { office: to.mailbox }, when, language, mail }]
    }
    const contact = known.get(to.contact)
    if (contact === undefined) return []
    const { name } = contact
    const mail = typesetter.letter(letter, { language: contact.language, name, link, personal: true })
    return [{ to: { name }, when, language: contact.language, mail }]
  })
