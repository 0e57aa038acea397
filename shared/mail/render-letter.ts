import type { Letter, NextMove } from '../domain/correspondence/letter.ts'
import { redactionMark } from '../domain/redaction.ts'
import type { Language } from '../i18n/language.ts'
import type { Addressed, DigestKind, Mail } from '../use-cases/mail-ports.ts'
import type { LaidOut } from './content.ts'
import { contentOf } from './templates/content-of.ts'
import { htmlPage } from './templates/layout.tsx'
import { plainText } from './templates/plain-text.ts'
import { type Reader, readerOf } from './templates/reader.ts'

const longestTitle = 70
/** A title on one line, short enough that a deadline after it is still seen. */
export const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`
}

/** Until when, as it is said within a sentence; a deadline that has passed becomes "as soon as possible". */
const byWhen = (letter: Pick<Letter, 'body' | 'move'>, { words: { moves }, tell }: Reader): string => {
  if (letter.body.template === 'overdue' || letter.move.isLate) return moves.atOnce
  return letter.move.by === undefined ? '' : moves.by(tell.moment(letter.move.by))
}

const moveText = ({ task, party, yours }: NextMove, by: string, { words: { moves } }: Reader): string => {
  if (yours) return moves.tasks[task].yours(by)
  return moves.tasks[task].theirs(by, moves.parties[party])
}

/** What a letter is about, in the reader's language. */
export const titleOf = ({ about }: Pick<Letter, 'about'>, { words: { frame }, tell }: Reader): string =>
  'title' in about
    ? about.title === redactionMark
      ? frame.erasedCase
      : about.title
    : frame.meeting(about.form, tell.dayOf(about.meetsAt))

export const isMeeting = ({ about }: Pick<Letter, 'about'>): boolean => !('title' in about)

const subjectOf = (what: string, letter: Letter, reader: Reader): string => {
  const { words, tell } = reader
  const subject = `${what}: ${oneLine(titleOf(letter, reader))}`
  if (letter.body.template === 'overdue') return `${subject} (${words.frame.wasDue(tell.dayOf(letter.body.dueAt))})`
  const { yours, by, task, isLate } = letter.move
  // A meeting has its day in its title; what a product needs next may be months away, and is no news.
  return yours && by !== undefined && !isLate && task !== 'attend' && task !== 'steward' && !isMeeting(letter)
    ? `${subject} (${words.frame.latest(tell.dayOf(by))})`
    : subject
}

/** A list of more than this is read on the page. */
const longestList = 6

/**
 * A letter in few words, for a digest: what happened, and what is to be done by when. News has
 * people's words about it too, and what is to be done once, in the last of its case.
 */
export const summaryOf = (letter: Letter, language: Language, of: DigestKind, isLast: boolean): string => {
  const reader = readerOf(language, letter.as, letter.move)
  const content = contentOf(letter.body, reader)
  const next = content.next ?? moveText(letter.move, byWhen(letter, reader), reader)
  if (of === 'news') {
    const lists = (content.lists ?? [])
      .filter(({ items }) => items.length <= longestList)
      .map(({ title, items }) => `${title}: ${items.join('; ')}.`)
    const quotes = (content.quotes ?? []).map(({ label, text }) => `${label}: ${text}`)
    const ours = letter.move.yours && isLast ? [next] : []
    return [`${content.what}.`, ...content.paragraphs, ...lists, ...quotes, ...ours].join(' ')
  }
  if (letter.body.template !== 'overdue') return `${content.what}. ${next}`
  const late = `${reader.words.frame.digest.late}: ${content.what}.`
  return [late, ...content.paragraphs, ...(letter.move.yours ? [next] : [])].join(' ')
}

/** The letter as a mail: subject, text and HTML with the same facts. Pure. */
export const renderLetter = (letter: Letter, addressed: Addressed): Mail => {
  const reader = readerOf(addressed.language, letter.as, letter.move)
  const { frame, moves } = reader.words
  const { next, action, ...content } = contentOf(letter.body, reader)
  const isOffice = 'mailbox' in letter.to
  const { yours, task } = letter.move
  const see = isMeeting(letter) ? frame.seeMeeting : letter.as === 'former' ? frame.seePortfolio : frame.see
  const mail: LaidOut = {
    ...content,
    language: addressed.language,
    subject: subjectOf(content.what, letter, reader),
    greeting: greetingOf(letter, addressed, reader),
    about: {
      title: titleOf(letter, reader),
      label: isMeeting(letter) ? frame.meetingNumber : frame.caseNumber,
      number: letter.about.stream,
    },
    next: {
      title: yours && next === undefined ? (isOffice ? frame.officeTurn : frame.yourTurn) : frame.next,
      text: next ?? moveText(letter.move, byWhen(letter, reader), reader),
    },
    action: { label: action ?? (yours && next === undefined ? moves.tasks[task].action : see), url: addressed.link },
    footer: [
      ...(addressed.personal ? [frame.personalLink] : []),
      frame.because[letter.as],
      `${frame.sender} ${frame.automatic}`,
    ],
    ...unsubscribing(addressed, reader),
  }
  return laidOut(mail)
}

export const greetingOf = (
  { to }: Pick<Letter, 'to'>,
  { name }: Pick<Addressed, 'name'>,
  { words: { frame } }: Reader,
): string => ('mailbox' in to ? frame.offices[to.mailbox] : frame.dear(name ?? ''))

export const unsubscribing = (
  { unsubscribe }: Pick<Addressed, 'unsubscribe'>,
  { words: { frame } }: Reader,
): Pick<LaidOut, 'unsubscribe'> =>
  unsubscribe === undefined
    ? {}
    : { unsubscribe: { label: frame.unsubscribe, url: unsubscribe, note: frame.unsubscribeNote } }

export const laidOut = (mail: LaidOut): Mail => ({
  subject: mail.subject,
  text: plainText(mail),
  html: htmlPage(mail),
})
