import type { MailContent } from '../content.ts'
import { type Body, quoted, type Reader } from './reader.ts'

const threatened = (
  body: Body<'reminder'> | Body<'overdue'>,
  { words: { clocks }, tell }: Reader,
): readonly string[] =>
  body.threat === undefined ? [] : [clocks.threats[body.threat.consequence](tell.dayOf(body.threat.at))]

export const reminder = (body: Body<'reminder'>, reader: Reader): MailContent => {
  const { clocks } = reader.words
  return {
    what: `${clocks.prefix}: ${clocks.remind[reader.move.task](body.about)}`,
    paragraphs: [clocks.reminderText(reader.tell.moment(body.dueAt)), ...threatened(body, reader)],
    quotes: quoted(clocks.condition, body.condition),
  }
}

export const overdue = (body: Body<'overdue'>, reader: Reader): MailContent => {
  const { clocks } = reader.words
  return {
    what: clocks.overdue[reader.move.task](body.about),
    paragraphs: [clocks.overdueText(reader.tell.moment(body.dueAt), body.days), ...threatened(body, reader)],
    quotes: quoted(clocks.condition, body.condition),
  }
}
