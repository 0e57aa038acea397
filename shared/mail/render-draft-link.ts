import { mailWords } from '../i18n/mail-words.ts'
import { dayOfMomentIn } from '../i18n/moments.ts'
import type { Draft } from '../use-cases/drafts.ts'
import type { Mail } from '../use-cases/mail-ports.ts'
import { laidOut } from './render-letter.ts'

/**
 * The mail with the link to a draft. Nothing of what was typed stands in it, neither title nor name: anybody can have it
 * sent to anybody. Pure.
 */
export const renderDraftLink = ({ language, keepUntil }: Draft, link: string): Mail => {
  const { draft, frame } = mailWords[language]
  return laidOut({
    language,
    subject: draft.what,
    greeting: draft.greeting,
    what: draft.what,
    paragraphs: draft.text(dayOfMomentIn(language, keepUntil)),
    action: { label: draft.action, url: link },
    footer: [draft.notYou, `${frame.sender} ${frame.automatic}`],
  })
}
