import type { Ground } from '../../domain/project/events.ts'
import type { MailContent } from '../content.ts'
import { type Body, decisionParts, frameFacts, type Reader } from './reader.ts'

export const onAgenda = (body: Body<'on-agenda'>, { words: { decisions }, tell }: Reader): MailContent => ({
  what: decisions.onAgenda.what[body.item],
  paragraphs: [decisions.onAgenda.text(tell.moment(body.meetingAt))],
})

export const postponed = (body: Body<'postponed'>, { words: { decisions }, tell, as }: Reader): MailContent => {
  const { postponed: w } = decisions
  const where = body.to === undefined ? w.unknown : w.to(tell.moment(body.to.meetingAt))
  return {
    what: w.what,
    paragraphs: [w.why[body.why], where],
    ...(as === 'secretariat' ? { next: w.callMeeting } : {}),
  }
}

export const approved = (body: Body<'approved'>, reader: Reader): MailContent => {
  const { words, tell } = reader
  const { approved: w, by, condition, conditions, frame } = words.decisions
  const { quotes, lists } = decisionParts(body.decision, reader)
  return {
    what: w.what,
    paragraphs: [
      w.text(by[body.decision.by]),
      ...(body.lacks.length === 0 ? [] : [w.lacks(body.lacks.map((what) => w.lacking[what]))]),
    ],
    facts: [
      ...frameFacts(body.baseline, reader),
      { label: frame.firstReport, value: w.firstReport(body.firstReportAfter) },
    ],
    lists: [
      ...(body.conditions.length === 0
        ? []
        : [
            {
              title: conditions,
              items: body.conditions.map(({ number, text, dueOn, yours }) =>
                condition(number, text, tell.day(dueOn), yours),
              ),
            },
          ]),
      ...lists,
    ],
    quotes,
  }
}

export const conditionGiven = (body: Body<'condition-given'>, { words: { decisions }, tell }: Reader): MailContent => ({
  what: decisions.conditionGiven.what,
  paragraphs: [decisions.conditionGiven.text],
  lists: [
    {
      title: decisions.conditions,
      items: body.conditions.map(({ number, text, dueOn }) => decisions.condition(number, text, tell.day(dueOn), true)),
    },
  ],
})

export const rejected = (body: Body<'rejected'>, reader: Reader): MailContent => {
  const { rejected: w, by } = reader.words.decisions
  const again = body.erasedAt === undefined ? w.again : w.againUntil(reader.tell.dayOf(body.erasedAt))
  return {
    what: w.what,
    paragraphs: [w.text(by[body.decision.by]), ...(reader.as === 'secretariat' ? [] : [w.thanks, again])],
    ...decisionParts(body.decision, reader),
  }
}

export const stopped = (body: Body<'stopped'>, reader: Reader): MailContent => ({
  what: reader.words.decisions.stopped.what,
  paragraphs: [reader.words.decisions.stopped.text(reader.words.decisions.by[body.decision.by])],
  ...decisionParts(body.decision, reader),
})

export const started = (body: Body<'started'>, reader: Reader): MailContent => {
  const { words, tell, as } = reader
  const { started: w, frame } = words.decisions
  return {
    what: w.what,
    paragraphs: as === 'secretariat' ? [w.secretariat] : [w.text, ...(as === 'lead' ? [w.lead] : [])],
    facts: [...frameFacts(body.baseline, reader), { label: frame.firstReport, value: tell.moment(body.reportDueAt) }],
  }
}

/** Why a project is taken up again, in words; amounts and days stand there where they are above the frame. */
const groundText = (ground: Ground, { words, tell }: Reader): string => {
  const { reconsideration: w } = words.decisions
  switch (ground.kind) {
    case 'variance': {
      const { overrun, overrunBasisPoints, delay, exceeds } = ground.variance
      return w.variance(
        exceeds.economy ? w.overrun(tell.kroner(overrun), tell.percent(overrunBasisPoints)) : undefined,
        exceeds.schedule ? delay : undefined,
      )
    }
    case 'two-red-reports':
      return w.twoRed
    case 'overdue':
      return w.overdue[ground.item]
    case 'condition-lapsed':
      return w.lapsed(ground.condition)
    case 'level-raised':
      return w.raised(ground.from, ground.to)
    case 'last-authority-left':
      return w.lastLeft
    case 'asked':
      return w.asked(ground.text)
  }
}

const groundList = (grounds: readonly Ground[], reader: Reader): NonNullable<MailContent['lists']> =>
  grounds.length === 0
    ? []
    : [
        {
          title: reader.words.decisions.reconsideration.grounds,
          items: grounds.map((ground) => groundText(ground, reader)),
        },
      ]

export const boardInformed = (body: Body<'board-informed'>, reader: Reader): MailContent => {
  const { informed: w, outcomes } = reader.words.decisions
  const { decision, baseline } = body
  const parts = decision === undefined ? undefined : decisionParts(decision, reader)
  return {
    what: w.what[body.of],
    paragraphs: [w.text[body.of]],
    facts: [
      ...(decision === undefined ? [] : [{ label: w.outcome, value: outcomes[decision.outcome] }]),
      ...(baseline === undefined ? [] : frameFacts(baseline, reader)),
    ],
    lists: [...groundList(body.grounds, reader), ...(parts?.lists ?? [])],
    quotes: parts?.quotes ?? [],
    next: w.next,
  }
}

export const reconsiderationOpened = (body: Body<'reconsideration-opened'>, reader: Reader): MailContent => {
  const { reconsideration: w } = reader.words.decisions
  return { what: w.what, paragraphs: [w.text, w.goesOn], lists: groundList(body.grounds, reader) }
}

export const reconsiderationDecided = (body: Body<'reconsideration-decided'>, reader: Reader): MailContent => {
  const { words, tell } = reader
  const { decided: w, by, frame, condition, conditions } = words.decisions
  const { quotes, lists } = decisionParts(body.decision, reader)
  const dated = (label: string, at: string | undefined) => (at === undefined ? [] : [{ label, value: tell.moment(at) }])
  return {
    what: w.what[body.outcome],
    paragraphs: [w.text[body.outcome](by[body.decision.by])],
    facts: [
      ...(body.baseline === undefined ? [] : frameFacts(body.baseline, reader)),
      ...(body.endsOn === undefined ? [] : [{ label: frame.endsOn, value: tell.day(body.endsOn) }]),
      ...dated(frame.start, body.startDueAt),
      ...dated(frame.nextReport, body.reportDueAt),
    ],
    lists: [
      ...(body.conditions.length === 0
        ? []
        : [
            {
              title: conditions,
              items: body.conditions.map(({ number, text, dueOn, yours }) =>
                condition(number, text, dueOn === undefined ? undefined : tell.day(dueOn), yours),
              ),
            },
          ]),
      ...lists,
    ],
    quotes,
  }
}
