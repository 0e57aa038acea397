import type { SlaMeasure, SlaValues } from '../../domain/stewardship/sla.ts'
import { measuresOf } from '../../domain/stewardship/sla.ts'
import { labels } from '../../i18n/labels.ts'
import type { MailContent } from '../content.ts'
import { type Body, quoted, type Reader } from './reader.ts'

export const wentLive = (body: Body<'went-live'>, { words: { products }, tell }: Reader): MailContent => {
  const { wentLive: w, note } = products
  return {
    what: w.what(body.authority),
    paragraphs: [
      w.text(body.authority, tell.day(body.on)),
      `${w.count(body.live)}${body.graduationDueAt === undefined ? '' : ` ${w.enough}`}`,
    ],
    quotes: quoted(note, body.note),
  }
}

export const coordinationGroupNamed = (
  body: Body<'coordination-group-named'>,
  { words: { products }, as }: Reader,
): MailContent => {
  const { coordinationNamed: w } = products
  return as === 'coordination'
    ? { what: w.what(body.chair), paragraphs: w.text(body.isProduct) }
    : { what: w.othersWhat, paragraphs: [w.othersText(body.members, body.isProduct)] }
}

export const coordinationGroupLeft = (_: Body<'coordination-group-left'>, { words }: Reader): MailContent => ({
  what: words.products.coordinationLeft.what,
  paragraphs: [words.products.coordinationLeft.text],
  next: words.people.replaced,
})

export const graduationChecked = (
  body: Body<'graduation-checked'>,
  { words: { products }, language }: Reader,
): MailContent => {
  const { graduationChecked: w } = products
  const missing = body.missing.map((item) => labels[language].onboarding[item])
  return {
    what: w.what,
    paragraphs: [w.text],
    lists: [{ title: w.missing, items: missing }],
    quotes: quoted(w.note, body.note),
  }
}

const liveFacts = (live: readonly string[], { words }: Reader): NonNullable<MailContent['facts']> => [
  { label: words.products.live, value: words.frame.list(live) },
]

export const graduated = (body: Body<'graduated'>, reader: Reader): MailContent => {
  const { words, as, tell } = reader
  const { graduated: w } = words.products
  const mine = as === 'coordination' ? [w.coordination] : as === 'lead' ? [w.noReports] : []
  return {
    what: w.what,
    paragraphs: as === 'board' ? [w.board] : [w.text, ...mine],
    facts: [
      ...liveFacts(body.live, reader),
      ...(body.selfEvaluationDueAt === undefined
        ? []
        : [{ label: w.selfEvaluation, value: tell.moment(body.selfEvaluationDueAt) }]),
    ],
  }
}

export const completed = (body: Body<'completed'>, reader: Reader): MailContent => {
  const { completed: w, note } = reader.words.products
  return {
    what: w.what,
    paragraphs: [w.text],
    facts: liveFacts(body.live, reader),
    quotes: quoted(note, body.note),
  }
}

const changeFacts = (title: string, { words: { products } }: Reader): NonNullable<MailContent['facts']> => [
  { label: products.change.title, value: title },
]

export const changeReceived = (body: Body<'change-received'>, reader: Reader): MailContent => {
  const { changeReceived: w, change } = reader.words.products
  return {
    what: w.what(body.number),
    paragraphs: [body.receipt ? w.receiptText : w.text],
    facts: changeFacts(body.title, reader),
    quotes: quoted(change.text, body.text),
  }
}

export const changeDecided = (body: Body<'change-decided'>, reader: Reader): MailContent => {
  const { words, tell } = reader
  const { changeDecided: w, change } = words.products
  return {
    what: w.what[body.outcome](body.number),
    paragraphs: [w.text[body.outcome](words.moves.parties[body.by])],
    facts: [
      ...changeFacts(body.title, reader),
      ...(body.cost === undefined ? [] : [{ label: change.cost, value: tell.kroner(body.cost) }]),
    ],
    quotes: [...quoted(words.ideas.reason, body.reason), ...quoted(change.assessment, body.assessment)],
  }
}

export const changeDone = (body: Body<'change-done'>, reader: Reader): MailContent => {
  const { changeDone: w, note } = reader.words.products
  return {
    what: w.what(body.number),
    paragraphs: [w.text],
    facts: changeFacts(body.title, reader),
    quotes: quoted(note, body.note),
  }
}

/** What a measure came to, or is to come to. */
const amountOf = (measure: SlaMeasure, value: number, { words: { products }, tell }: Reader): string =>
  measure === 'availability' ? products.sla.percent(tell.exactPercent(value)) : products.sla.duration(value)

/** `mindst 99,5 %`, `højst 4 timer`. */
const targetOf = (measure: SlaMeasure, target: number, reader: Reader): string => {
  const { sla } = reader.words.products
  const amount = amountOf(measure, target, reader)
  return measure === 'availability' ? sla.atLeast(amount) : sla.atMost(amount)
}

const targetFacts = (targets: SlaValues, reader: Reader): NonNullable<MailContent['facts']> =>
  measuresOf(targets).map((measure) => ({
    label: reader.words.products.sla.measures[measure],
    value: targetOf(measure, targets[measure] as number, reader),
  }))

export const slaSet = (body: Body<'sla-set'>, reader: Reader): MailContent => {
  const { slaSet: w } = reader.words.products
  const facts = targetFacts(body.targets, reader)
  return facts.length === 0
    ? { what: w.endedWhat, paragraphs: [w.endedText] }
    : { what: w.what, paragraphs: [w.text], facts }
}

export const slaBreach = (body: Body<'sla-breach'>, reader: Reader): MailContent => {
  const { slaBreach: w, sla } = reader.words.products
  const lines = body.missed.map(({ measure, target, result }) =>
    w.line(sla.measures[measure], amountOf(measure, result, reader), targetOf(measure, target, reader)),
  )
  return {
    what: w.what(lines.length),
    paragraphs: [w.text(reader.tell.day(body.period.from), reader.tell.day(body.period.to))],
    lists: [{ title: w.missed, items: lines }],
    quotes: quoted(w.note, body.note),
  }
}

export const adaptationRecorded = (body: Body<'adaptation-recorded'>, { words, tell }: Reader): MailContent => {
  const { adaptation: w } = words.products
  return {
    what: w.what,
    paragraphs: [w.text],
    facts: [
      { label: w.title, value: body.title },
      { label: w.criterion, value: tell.criterion(body.criterion) },
    ],
    quotes: [...quoted(w.done, body.text), ...quoted(words.ideas.reason, body.reason)],
  }
}

export const retired = (body: Body<'retired'>, { words }: Reader): MailContent => ({
  what: words.products.retired.what,
  paragraphs: [words.products.retired.text],
  quotes: quoted(words.ideas.reason, body.reason),
})

export const partTakenOver = (body: Body<'part-taken-over'>, { words: { products, frame } }: Reader): MailContent => ({
  what: products.takenOver.what,
  paragraphs: products.takenOver.text(frame.list(body.parts.map((part) => products.takenOver.parts[part]))),
})

export const partVacant = (body: Body<'part-vacant'>, { words: { products, frame }, as }: Reader): MailContent => {
  const { vacant: w } = products
  const untilThen = as === 'proposer' && body.parts.includes('lead')
  return {
    what: w.what,
    paragraphs: [w.text(frame.list(body.parts.map((part) => w.parts[part]))), ...(untilThen ? [w.untilThen] : [])],
  }
}
