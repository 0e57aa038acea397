import { mailWords as da } from './da/mail.ts'
import { mailWords as en } from './en/mail.ts'
import type { Language } from './language.ts'

/** Words of every mail. Danish is the source: a language that lacks one of its words does not compile. */
export type MailWords = typeof da

export const mailWords: Readonly<Record<Language, MailWords>> = { da, en }
