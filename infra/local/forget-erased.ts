import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Sought, withoutPerson } from '../../shared/domain/redaction.ts'
import { contactIds } from '../../shared/store/contact-id.ts'
import { dynamoErasureLedger } from '../../shared/store/erasure-ledger.ts'
import type { Mail, MailRecord } from './engines/mail-record.ts'

/**
 * Takes the mails of whoever has been erased out of the inbox of this machine, and every other mail that names them: in
 * the world those lie in other people's mailboxes, here they are ours. Who it is, the mails tell: the address by its
 * hash, the name by what stands beside it. What came after the erasure is somebody's who came back.
 */
export const forgetErased = async (
  record: MailRecord,
  { signingKey, ...parts }: { readonly client: DynamoDBClient; readonly table: string; readonly signingKey: string },
): Promise<void> => {
  const idOf = contactIds(signingKey)
  for (const { person, done } of await dynamoErasureLedger(parts).all()) {
    if (done === undefined) continue
    const before = (mail: Mail): boolean => mail.at <= done.at
    const theirs = (address: string): boolean => idOf(address) === person
    const sought = calledIn((await record.mails()).filter(before), theirs)
    await record.forget((mail) => before(mail) && tells(mail, sought))
  }
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
