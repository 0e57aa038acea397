import type { MailContent } from '../content.ts'
import { type Body, quoted, type Reader } from './reader.ts'

const nextReport = (dueAt: string | undefined, { words, tell }: Reader): NonNullable<MailContent['facts']> =>
  dueAt === undefined ? [] : [{ label: words.decisions.frame.nextReport, value: tell.moment(dueAt) }]

export const reportReceived = (body: Body<'report-received'>, reader: Reader): MailContent => {
  const { words, tell, as } = reader
  const { reportReceived: w } = words.running
  const what = w.what(body.number)
  if (as !== 'secretariat')
    return {
      what,
      paragraphs: [w.receiptText, ...(body.late ? [w.lateReceipt] : [])],
      facts: nextReport(body.nextReportDueAt, reader),
    }
  return {
    what,
    paragraphs: [w.text(body.correction, body.late)],
    facts: [
      {
        label: w.overall,
        value: `${w.colours[body.overall]}${body.reason === undefined ? '' : ` – ${body.reason}`}`,
      },
      { label: w.spent, value: tell.kroner(body.spent) },
      { label: w.forecast, value: tell.kroner(body.forecast) },
      ...(body.budget === undefined ? [] : [{ label: w.budget, value: tell.kroner(body.budget) }]),
      { label: w.endsOn, value: tell.day(body.endsOn) },
    ],
    quotes: quoted(w.helpWanted, body.helpWanted),
  }
}

export const reportAccepted = (body: Body<'report-accepted'>, reader: Reader): MailContent => {
  const { reportAccepted: w } = reader.words.running
  const bySilence = body.by === 'silence'
  return {
    what: bySilence ? w.silenceWhat(body.number) : w.what(body.number),
    paragraphs: [bySilence ? w.silenceText : w.text],
    quotes: quoted(w.note, body.note),
    facts: nextReport(body.nextReportDueAt, reader),
  }
}

export const reportReturned = (body: Body<'report-returned'>, { words: { running } }: Reader): MailContent => ({
  what: running.reportReturned.what(body.number),
  paragraphs: [running.reportReturned.text],
  quotes: quoted(running.reportReturned.note, body.text),
})

export const paused = (body: Body<'paused'>, { words, tell }: Reader): MailContent => ({
  what: words.running.paused.what,
  paragraphs: [words.running.paused.text(tell.dayOf(body.lookAgainAt))],
  quotes: quoted(words.ideas.reason, body.reason),
})

export const resumed = (_: Body<'resumed'>, { words: { running } }: Reader): MailContent => ({
  what: running.resumed.what,
  paragraphs: [running.resumed.text],
})

export const conditionFulfilled = (body: Body<'condition-fulfilled'>, { words: { running } }: Reader): MailContent => ({
  what: running.conditionFulfilled.what(body.number),
  paragraphs: [running.conditionFulfilled.text(body.open)],
  quotes: [
    ...quoted(running.conditionFulfilled.condition, body.text),
    ...quoted(running.conditionFulfilled.evidence, body.evidence),
  ],
})

export const conditionWaived = (body: Body<'condition-waived'>, { words }: Reader): MailContent => ({
  what: words.running.conditionWaived.what(body.number),
  paragraphs: [words.running.conditionWaived.text],
  quotes: [
    ...quoted(words.running.conditionFulfilled.condition, body.text),
    ...quoted(words.ideas.reason, body.reason),
  ],
})
