import type { Answer } from '../../domain/concept.ts'
import type { CriterionId, Theme } from '../../domain/criteria.ts'
import type { AssessedLevel } from '../../domain/level.ts'
import type { Colour } from '../../domain/stewardship/evaluation.ts'
import type { MailContent } from '../content.ts'
import { type Body, decisionParts, quoted, type Reader } from './reader.ts'

const answersInOrder: readonly Answer['answer'][] = ['yes', 'no', 'planned', 'not-relevant', 'dont-know']
const themesInOrder: readonly Theme[] = ['relevance', 'form', 'strategy', 'governance']
const coloursInOrder: readonly Colour[] = ['green', 'yellow', 'red', 'grey']

const missingList = (missing: readonly CriterionId[], { words, tell }: Reader): NonNullable<MailContent['lists']> =>
  missing.length === 0 ? [] : [{ title: words.evaluations.missing, items: missing.map(tell.criterion) }]

export const selfEvaluated = (
  body: Body<'self-evaluated'>,
  { words: { evaluations }, tell, as }: Reader,
): MailContent => {
  const { selfEvaluated: w, answers } = evaluations
  const given = answersInOrder.filter((answer) => body.answers[answer] > 0)
  return {
    what: w.what,
    paragraphs: [as === 'secretariat' ? w.text : w.receiptText],
    facts: [
      { label: w.answers, value: given.map((answer) => `${body.answers[answer]} ${answers[answer]}`).join(', ') },
      ...(body.changedCriteria.length === 0 ? [{ label: w.changed, value: w.nothing }] : []),
    ],
    lists:
      body.changedCriteria.length === 0 ? [] : [{ title: w.changed, items: body.changedCriteria.map(tell.criterion) }],
  }
}

const rank = (level: AssessedLevel): number => (level === 'sandbox' ? 0 : level)

const whatOf = ({ level, before }: Body<'level-assessed'>, { words: { evaluations } }: Reader): string => {
  const { assessed: w, level: named, at } = evaluations
  if (before === undefined) return w.first(named(level))
  if (before === level) return w.same(at(level))
  return rank(before) < rank(level) ? w.raised(named(before), named(level)) : w.lowered(named(before), named(level))
}

export const levelAssessed = (body: Body<'level-assessed'>, reader: Reader): MailContent => {
  const { words, as } = reader
  const { assessed: w, level: named, at, themes, colours } = words.evaluations
  return {
    what: whatOf(body, reader),
    paragraphs: [
      w.text(at(body.level)),
      ...(body.found === undefined ? [] : [w.other(named(body.found))]),
      ...(as === 'board' ? [w.board] : body.mayDispute ? [w.disagree] : []),
      ...(body.published ? [w.published] : []),
    ],
    facts: themesInOrder.map((theme) => ({
      label: themes[theme],
      value: coloursInOrder
        .filter((colour) => body.counts[theme][colour] > 0)
        .map((colour) => colours[colour](body.counts[theme][colour]))
        .join(', '),
    })),
    lists: missingList(body.missingForNext, reader),
    quotes: quoted(words.ideas.reason, body.reason),
  }
}

export const levelDisputed = (body: Body<'level-disputed'>, { words }: Reader): MailContent => {
  const { disputed: w, level } = words.evaluations
  return {
    what: w.what,
    paragraphs: [w.text(level(body.fixed), level(body.wanted))],
    quotes: quoted(words.ideas.reason, body.reason),
  }
}

export const disputeDecided = (body: Body<'dispute-decided'>, reader: Reader): MailContent => {
  const { words } = reader
  const { disputeDecided: w, at } = words.evaluations
  const { quotes, lists } = decisionParts(body.decision, reader)
  return {
    what: body.decision.outcome === 'uphold' ? w.what.upheld : w.what.amended,
    paragraphs: [w.text(words.decisions.by[body.decision.by], at(body.level))],
    lists: [...missingList(body.missingForNext, reader), ...lists],
    quotes,
  }
}
