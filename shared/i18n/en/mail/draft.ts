import type { MailWords } from '../../mail-words.ts'

/** The link to a draft. */
export const draft = (): MailWords['draft'] => ({
  what: 'Your draft of an idea',
  greeting: 'Hello',
  text: (day) => [
    'Here is the link to the draft that is kept in Trin. It has not been sent to OS2 yet.',
    `Whoever has the link can read the draft and go on with it. It is deleted on ${day}, or once the idea is sent.`,
  ],
  action: 'Go on with the draft',
  notYou: 'If you did not ask for it, ignore this mail. Then nothing more happens.',
})
