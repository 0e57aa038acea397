import { labels } from '../../i18n/labels.ts'
import type { MailContent } from '../content.ts'
import { type Body, decisionParts, quoted, type Reader } from './reader.ts'

export const received = (body: Body<'received'>, { words: { ideas }, as }: Reader): MailContent =>
  as === 'secretariat'
    ? { what: ideas.arrived.what(body.kind), paragraphs: [ideas.arrived.text(body.authority, body.kind)] }
    : { what: ideas.received.what, paragraphs: ideas.received.text(body.kind) }

export const levelPlaced = (body: Body<'level-placed'>, { words: { ideas } }: Reader): MailContent => ({
  what: ideas.levelPlaced.what(body.level),
  paragraphs: [ideas.levelPlaced.text(body.level)],
  quotes: quoted(ideas.reason, body.reason),
})

export const levelChanged = (body: Body<'level-changed'>, { words: { ideas }, tell }: Reader): MailContent => ({
  what: ideas.levelChanged.what(body.from, body.to),
  paragraphs: [
    ideas.levelChanged.text(body.to, body.effectiveAt === undefined ? undefined : tell.dayOf(body.effectiveAt)),
  ],
  quotes: quoted(ideas.reason, body.reason),
})

export const comment = (body: Body<'comment'>, { words: { ideas }, tell }: Reader): MailContent => ({
  what: ideas.comment.what,
  paragraphs: [
    ideas.comment.text(
      ideas.speakers[body.by],
      body.criterion === undefined ? undefined : tell.criterion(body.criterion),
    ),
  ],
  quotes: quoted(ideas.comment.quote, body.text),
})

/** What is otherwise than before, a list each for the fields and the criteria. */
const changes = (
  { changedFields, changedCriteria }: Pick<Body<'revised'>, 'changedFields' | 'changedCriteria'>,
  { words: { ideas }, tell }: Reader,
): NonNullable<MailContent['lists']> => [
  ...(changedFields.length === 0
    ? []
    : [{ title: ideas.changedFields, items: changedFields.map((field) => ideas.fields[field]) }]),
  ...(changedCriteria.length === 0
    ? []
    : [{ title: ideas.changedCriteria, items: changedCriteria.map(tell.criterion) }]),
]

export const revised = (body: Body<'revised'>, reader: Reader): MailContent => {
  const { ideas } = reader.words
  return {
    what: ideas.revised.what,
    paragraphs: [ideas.revised.text(ideas.speakers[body.by])],
    lists: changes(body, reader),
  }
}

export const conceptReady = (body: Body<'concept-ready'>, { words: { ideas }, as }: Reader): MailContent => ({
  what: as === 'board' ? ideas.conceptReady.boardWhat : ideas.conceptReady.what,
  paragraphs: [as === 'board' ? ideas.conceptReady.boardText(body.level) : ideas.conceptReady.text(body.level)],
  quotes: quoted(ideas.conceptReady.note, body.note),
})

export const returned = (body: Body<'returned'>, reader: Reader): MailContent => {
  const { words, tell, language } = reader
  const { returned: w } = words.ideas
  const decided = body.decision === undefined ? undefined : decisionParts(body.decision, reader)
  // The criteria of all reasons stand below, each once and in words: two reasons often cite the same.
  const reasons = body.reasons.map(
    ({ code, text }) => `${labels[language].returnReasons[code]}${text === undefined ? '' : `: ${text}`}`,
  )
  const cited = [...new Set([...body.reasons.flatMap(({ criteria }) => criteria), ...(body.decision?.criteria ?? [])])]
  return {
    what: body.from === 'board' ? w.boardWhat : w.what,
    paragraphs: [
      w.text(body.from),
      ...(body.loop > 1 ? [w.again(body.loop)] : []),
      ...(body.wasRunning ? [w.wasRunning] : []),
    ],
    lists: [
      { title: w.reasons, items: reasons },
      ...(cited.length === 0 ? [] : [{ title: w.criteria, items: cited.map(tell.criterion) }]),
    ],
    quotes: [...quoted(w.comeBackWith, body.comeBackWith), ...(decided?.quotes ?? [])],
  }
}

export const resubmitted = (body: Body<'resubmitted'>, reader: Reader): MailContent => {
  const { resubmitted: w } = reader.words.ideas
  if (reader.as !== 'secretariat') return { what: w.receiptWhat, paragraphs: [w.receiptText] }
  const lists = changes(body, reader)
  return {
    what: w.what,
    paragraphs: [w.text(body.loop), ...(lists.length === 0 ? [w.unchanged] : [])],
    lists,
    quotes: quoted(w.note, body.note),
  }
}

export const merged = (body: Body<'merged'>, { words: { ideas, frame }, as, tell }: Reader): MailContent => ({
  what: ideas.merged.what,
  paragraphs: [
    ...ideas.merged.text(body.title),
    ...(as === 'proposer' ? [ideas.merged.proposer] : []),
    ...(body.erasedAt === undefined ? [] : [ideas.merged.until(tell.dayOf(body.erasedAt))]),
  ],
  quotes: quoted(ideas.reason, body.reason),
  next: ideas.merged.next(body.title),
  action: as === 'proposer' ? ideas.merged.see : frame.seePortfolio,
})

export const mergedIn = (body: Body<'merged-in'>, { words: { ideas } }: Reader): MailContent => ({
  what: ideas.mergedIn.what,
  paragraphs: [ideas.mergedIn.text(body.title, body.authority)],
})

export const withdrawn = (body: Body<'withdrawn'>, { words: { ideas }, as, tell }: Reader): MailContent => {
  const { withdrawn: w } = ideas
  const again = body.erasedAt === undefined ? w.again : w.againUntil(tell.dayOf(body.erasedAt))
  if (body.by === 'silence') return { what: w.silenceWhat, paragraphs: [w.silenceText, again] }
  return {
    what: w.what,
    paragraphs: [as === 'proposer' ? w.receiptText : w.text, again],
    quotes: quoted(ideas.reason, body.reason),
  }
}

export const reopened = (body: Body<'reopened'>, { words: { ideas } }: Reader): MailContent => ({
  what: ideas.reopened.what,
  paragraphs: [ideas.reopened.text],
  quotes: quoted(ideas.reason, body.reason),
})
