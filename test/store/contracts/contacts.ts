import { expect, test } from 'vitest'
import type { Contact, Contacts } from '../../../shared/use-cases/ports.ts'
import { ulid } from '../../../shared/use-cases/ulid.ts'
import { aContact } from './material.ts'

/** What contacts keep to, in memory and in the table. */
export const contactsKeep = (open: () => Contacts): void => {
  const commitId = () => `cmt_${ulid()}`

  test('a person has one id however the address is written, and another person another', () => {
    const contacts = open()
    expect(contacts.idOf(' Lone.Bach@Birkelund.example ')).toBe(contacts.idOf('lone.bach@birkelund.example'))
    expect(contacts.idOf('lone.bach@birkelund.example')).not.toBe(contacts.idOf('lone.bech@birkelund.example'))
    expect(contacts.idOf('lone.bach@birkelund.example')).toMatch(/^con_[0-9a-z]{52}$/)
  })

  test('staged people are nobody until the commit is confirmed', async () => {
    const contacts = open()
    const commit = commitId()
    const people = [aContact(contacts, `Ida${ulid()}`), { ...aContact(contacts, `Per${ulid()}`), authority: 'Aadal' }]
    const ids = people.map(({ id }) => id)
    await contacts.stage(commit, people)
    expect((await contacts.find(ids)).size).toBe(0)
    await contacts.confirm(commit)
    expect([...(await contacts.find([...ids, ...ids, contacts.idOf('nobody@x.example')])).values()]).toEqual(
      expect.arrayContaining(people),
    )
    await contacts.confirm(commit)
    expect((await contacts.find(ids)).size).toBe(2)
  })

  test('a commit that never came leaves nobody, also when the staging comes after the discarding', async () => {
    const contacts = open()
    const [early, late] = [commitId(), commitId()]
    const person = aContact(contacts, `Sten${ulid()}`)
    await contacts.stage(early, [person])
    await contacts.discard(early)
    await contacts.confirm(early)
    await contacts.discard(late)
    await contacts.stage(late, [person])
    await contacts.confirm(late)
    expect((await contacts.find([person.id])).size).toBe(0)
  })

  test('somebody named by a stranger is kept as they are known; named by themselves, as they say', async () => {
    const contacts = open()
    const person = aContact(contacts, `Rie${ulid()}`)
    const say = async (name: string, onlyIfNew: boolean) => {
      const commit = commitId()
      await contacts.stage(commit, [{ ...person, name, ...(onlyIfNew ? { onlyIfNew } : {}) }])
      await contacts.confirm(commit)
      return (await contacts.find([person.id])).get(person.id)
    }
    expect(await say('Rie', true)).toEqual({ ...person, name: 'Rie' })
    expect(await say('Somebody else', true)).toEqual({ ...person, name: 'Rie' })
    expect(await say('Rie Bach', false)).toEqual({ ...person, name: 'Rie Bach' })
  })

  test('what is not said of somebody who is known stays as it is; who is new and says nothing reads Danish', async () => {
    const contacts = open()
    const { language: _, authority: __, ...person } = aContact(contacts, `Eva${ulid()}`)
    const say = async (more: Partial<Contact>) => {
      const commit = commitId()
      await contacts.stage(commit, [{ ...person, ...more }])
      await contacts.confirm(commit)
      return (await contacts.find([person.id])).get(person.id)
    }
    expect(await say({})).toEqual({ ...person, language: 'da' })
    expect(await say({ language: 'en', authority: 'Aadal' })).toEqual({ ...person, language: 'en', authority: 'Aadal' })
    expect(await say({ name: 'Eva Lund' })).toEqual({ ...person, name: 'Eva Lund', language: 'en', authority: 'Aadal' })
    expect(await say({ language: 'da' })).toEqual({ ...person, language: 'da', authority: 'Aadal' })
  })

  test('more people than one request can ask for', async () => {
    const contacts = open()
    const commit = commitId()
    const people = Array.from({ length: 105 }, (_, n) => aContact(contacts, `Bo${n}${ulid()}`))
    await contacts.stage(commit, people)
    await contacts.confirm(commit)
    expect((await contacts.find(people.map(({ id }) => id))).size).toBe(105)
  })
}
