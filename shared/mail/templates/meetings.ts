import type { AgendaLine } from '../../domain/correspondence/letter-body.ts'
import type { MailContent } from '../content.ts'
import { type Body, quoted, type Reader } from './reader.ts'

const whenAndWhere = (
  { form, meetsAt, place }: { readonly form: 'meeting' | 'written'; readonly meetsAt: string; readonly place?: string },
  { words: { meetings }, tell }: Reader,
): NonNullable<MailContent['facts']> => [
  { label: meetings.when[form], value: tell.moment(meetsAt) },
  ...(place === undefined ? [] : [{ label: meetings.place, value: place }]),
]

const agendaItems = (agenda: readonly AgendaLine[], { words: { meetings } }: Reader): readonly string[] =>
  agenda.map(({ title, kind }) => `${title} (${meetings.kinds[kind]})`)

export const meetingCalled = (body: Body<'meeting-called'>, reader: Reader): MailContent => {
  const { words, tell, as } = reader
  const { called: w, papersDueAt } = words.meetings
  return {
    what: w.what[body.form],
    paragraphs: [as === 'secretariat' ? w.secretariat(body.form) : w.text(body.form)],
    facts: [...whenAndWhere(body, reader), { label: papersDueAt, value: tell.dayOf(body.papersDueAt) }],
  }
}

export const papersReady = (body: Body<'papers-ready'>, reader: Reader): MailContent => {
  const { papers: w, agenda } = reader.words.meetings
  return {
    what: body.isAddition ? w.added : w.what,
    paragraphs: [...(body.isAddition ? [w.addedText] : []), w.text(body.agenda.length)],
    facts: whenAndWhere(body, reader),
    lists: [{ title: agenda, items: agendaItems(body.agenda, reader) }],
  }
}

export const voteReminder = (body: Body<'vote-reminder'>, reader: Reader): MailContent => {
  const { voteReminder: w } = reader.words.meetings
  return {
    what: w.what,
    paragraphs: [w.text(body.missing.length)],
    facts: whenAndWhere(body, reader),
    lists: [{ title: w.missing, items: agendaItems(body.missing, reader) }],
  }
}

export const proxyNamed = (body: Body<'proxy-named'>, { words: { meetings } }: Reader): MailContent => ({
  what: meetings.proxy.what,
  paragraphs: [meetings.proxy.text(body.authority)],
})

export const meetingCancelled = (body: Body<'meeting-cancelled'>, { words }: Reader): MailContent => ({
  what: words.meetings.cancelled.what,
  paragraphs: [words.meetings.cancelled.text(body.items)],
  quotes: quoted(words.ideas.reason, body.reason),
  next: words.meetings.cancelled.next,
})

export const meetingConcluded = (body: Body<'meeting-concluded'>, { words }: Reader): MailContent => {
  const { concluded: w, agenda } = words.meetings
  const { outcomes } = words.decisions
  const items = body.agenda.map(({ title, kind, outcome }) => {
    const result = outcome === undefined ? (kind === 'information' ? w.seen : w.open) : outcomes[outcome]
    return `${title}: ${result}`
  })
  return {
    what: body.quorate ? w.what : w.inquorateWhat,
    paragraphs: [body.quorate ? w.text : w.inquorateText],
    lists: items.length === 0 ? [] : [{ title: agenda, items }],
    quotes: quoted(w.note, body.note),
    next: w.next,
  }
}
