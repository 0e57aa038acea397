import type { MailContent } from '../content.ts'
import { type Body, quoted, type Reader } from './reader.ts'

export const leadAppointed = (body: Body<'lead-appointed'>, { words: { people }, as }: Reader): MailContent => {
  const { leadAppointed: w } = people
  return as === 'lead'
    ? { what: w.what, paragraphs: [w.text] }
    : { what: w.othersWhat(body.firstLead), paragraphs: [w.othersText] }
}

export const leadReplaced = (_: Body<'lead-replaced'>, { words: { people } }: Reader): MailContent => ({
  what: people.leadReplaced.what,
  paragraphs: [people.leadReplaced.text],
  next: people.replaced,
})

export const proposerTransferred = (
  _: Body<'proposer-transferred'>,
  { words: { people }, as }: Reader,
): MailContent => {
  const { proposerTransferred: w } = people
  return as === 'proposer' ? { what: w.what, paragraphs: [w.text] } : { what: w.othersWhat, paragraphs: [w.othersText] }
}

export const proposerReplaced = (_: Body<'proposer-replaced'>, { words: { people } }: Reader): MailContent => ({
  what: people.proposerReplaced.what,
  paragraphs: [people.proposerReplaced.text],
  next: people.replaced,
})

export const steeringGroupNamed = (
  body: Body<'steering-group-named'>,
  { words: { people }, as }: Reader,
): MailContent => {
  const { steeringNamed: w } = people
  return as === 'steering'
    ? { what: w.what, paragraphs: [w.text] }
    : { what: w.othersWhat, paragraphs: [w.othersText(body.members)] }
}

export const steeringGroupLeft = (_: Body<'steering-group-left'>, { words: { people } }: Reader): MailContent => ({
  what: people.steeringLeft.what,
  paragraphs: [people.steeringLeft.text],
  next: people.replaced,
})

export const authorityJoined = (body: Body<'authority-joined'>, { words: { people }, tell }: Reader): MailContent => {
  const { authorityJoined: w } = people
  const { amount, hours } = body.pledge
  return {
    what: w.what(body.authority),
    paragraphs: [w.text(body.authority)],
    facts: [
      ...(amount === undefined ? [] : [{ label: w.amount, value: tell.kroner(amount.amount) }]),
      ...(hours === undefined ? [] : [{ label: w.hours, value: String(hours) }]),
    ],
  }
}

export const authorityLeft = (body: Body<'authority-left'>, { words }: Reader): MailContent => ({
  what: words.people.authorityLeft.what(body.authority),
  paragraphs: [words.people.authorityLeft.text(body.authority, body.remaining)],
  quotes: quoted(words.ideas.reason, body.reason),
})
