import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { ContactId, StreamId } from '../../shared/domain/identifiers.ts'
import { type Sought, soughtElsewhere, withoutPerson } from '../../shared/domain/redaction.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { contactIds } from '../../shared/store/contact-id.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import type { CommitLog } from '../../shared/use-cases/ports.ts'
import type { Mail, MailRecord } from './engines/mail-record.ts'

/**
 * Takes the mails of whoever has been erased out of the inbox of this machine, and every other mail that names them: in
 * the world those lie in other people's mailboxes, here they are ours. Who it is, the mails tell: the address by its
 * hash, the name by what stands beside it. What came after the erasure is somebody's who came back. Mails about projects
 * and meetings that the person had no part in name them only by what can be nothing but a name, as texts do.
 */
export const forgetErased = async (
  record: MailRecord,
  { signingKey, ...parts }: { readonly client: DynamoDBClient; readonly table: string; readonly signingKey: string },
): Promise<void> => {
  const idOf = contactIds(signingKey)
  const log = dynamoCommitLog(parts)
  for (const { person, done } of await dynamoErasureLedger(parts).all()) {
    if (done === undefined) continue
    const earlier = (await record.mails()).filter(({ at }) => at <= done.at)
    const sought = calledIn(earlier, (address) => idOf(address) === person)
    const elsewhere = soughtElsewhere(sought)
    const gone = new Set<number>()
    for (const mail of earlier)
      if (tells(mail, sought) && (tells(mail, elsewhere) || (await isOfTheirs(mail, person, log))))
        gone.add(mail.number)
    await record.forget(({ number }) => gone.has(number))
  }
}

/** Whether it is about a project or meeting whose log names the person. */
const isOfTheirs = async ({ text, html }: Mail, person: ContactId, log: CommitLog): Promise<boolean> => {
  for (const stream of new Set(`${text} ${html}`.match(/(?:prj|mtg)_[0-9A-Z]{26}/g)))
    if (JSON.stringify(await log.load(stream as StreamId)).includes(person)) return true
  return false
}

/** Address and names of a person in the headers of the mails to them. */
const calledIn = (mails: readonly Mail[], theirs: (address: string) => boolean): Sought => {
  const addressed = mails.flatMap(({ addressees }) => addressees).filter(({ address }) => theirs(address))
  return {
    addresses: [...new Set(addressed.map(({ address }) => address))],
    names: [...new Set(addressed.map(({ name }) => name))],
  }
}

const tells = (mail: Mail, sought: Sought): boolean =>
  [
    mail.from,
    mail.subject,
    mail.text,
    mail.html,
    ...mail.addressees.flatMap(({ name, address }) => [name, address]),
  ].some((text) => withoutPerson(text, sought) !== text)
