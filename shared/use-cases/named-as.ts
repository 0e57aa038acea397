import type { Contact, StagedContact } from './ports.ts'

/** Somebody as they are known once a commit has named them. @param known as they were before; undefined where they are new */
export const namedAs = (known: Contact | undefined, { onlyIfNew, ...said }: StagedContact): Contact =>
  known !== undefined && onlyIfNew ? known : { language: 'da', ...known, ...said }
