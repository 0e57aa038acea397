import { moves as da } from './da/mail/moves.ts'
import { moves as en } from './en/mail/moves.ts'
import type { Language } from './language.ts'
import type { MailWords } from './mail-words.ts'
import { onDemand } from './on-demand.ts'

/** Whose move it is and what is to be done, as mails say it: pages say the same. */
export const moveWords: Readonly<Record<Language, MailWords['moves']>> = onDemand({ da, en })
