import type { Recipient } from '../domain/correspondence/letter.ts'
import type { Addressed, DigestCase, DigestKind, Mail } from '../use-cases/mail-ports.ts'
import { greetingOf, isMeeting, laidOut, oneLine, summaryOf, titleOf, unsubscribing } from './render-letter.ts'
import { readerOf } from './templates/reader.ts'

/** Everything that waited for one recipient, gathered in one mail; by case, each with its one link. Pure. */
export const renderDigest = (
  to: Recipient,
  cases: readonly DigestCase[],
  addressed: Omit<Addressed, 'link'>,
  of: DigestKind,
): Mail => {
  const first = cases[0]?.letters[0]
  const as = first?.as ?? 'contact'
  const reader = readerOf(addressed.language, as, { task: 'nothing', party: 'nobody', yours: false })
  const { frame } = reader.words
  const what = frame.digest.what(cases.length)
  return laidOut({
    language: addressed.language,
    what,
    subject: cases.length === 1 && first !== undefined ? `${what}: ${oneLine(titleOf(first, reader))}` : what,
    greeting: greetingOf({ to }, addressed, reader),
    paragraphs: frame.digest.text[of],
    cases: cases.flatMap(({ letters: [head, ...rest], link }) =>
      head === undefined
        ? []
        : [
            {
              title: titleOf(head, reader),
              label: isMeeting(head) ? frame.meetingNumber : frame.caseNumber,
              number: head.about.stream,
              lines: [head, ...rest].map((letter, at) => summaryOf(letter, addressed.language, of, at === rest.length)),
              action: {
                label: isMeeting(head) ? frame.seeMeeting : head.as === 'former' ? frame.seePortfolio : frame.see,
                url: link,
              },
            },
          ],
    ),
    footer: [
      ...(addressed.personal ? [frame.personalLink] : []),
      frame.because[as],
      `${frame.sender} ${frame.automatic}`,
    ],
    ...unsubscribing(addressed, reader),
  })
}
