import { mailWords as da } from './da/mail.ts'
import { mailWords as en } from './en/mail.ts'
import type { Language } from './language.ts'
import { onDemand } from './on-demand.ts'

/** Words of every mail. Danish is the source: a language that lacks one of its words does not compile. */
export type MailWords = ReturnType<typeof da>

export const mailWords: Readonly<Record<Language, MailWords>> = onDemand({ da, en })
