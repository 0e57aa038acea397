import { describe, expect, it } from 'vitest'
import { postAfter } from '../../shared/domain/calendar/days.ts'
import type { Commit } from '../../shared/domain/commit.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { keepForPost } from '../../shared/use-cases/keep-for-post.ts'
import { MailUnderway, NotSent } from '../../shared/use-cases/mail-ports.ts'
import { NotAllSent, notify } from '../../shared/use-cases/notify.ts'
import type { StreamEvent } from '../../shared/use-cases/ports.ts'
import { emptyBag, sendRound } from '../../shared/use-cases/post-round.ts'
import { actors, people, projects } from '../domain/support/material.ts'
import { acts, approvedLife, life } from '../fakes/life.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryRounds } from '../fakes/memory-mail.ts'
import { everybody, postOffice, wallClock } from '../fakes/post-office.ts'

const ids = Array.from({ length: 20 }, (_, n): ProjectId => `prj_01JAPPROVED${String(n).padStart(4, '0')}`)
const lives = ids.map((id) => life(approvedLife(), id).map((commit) => ({ ...commit, correlationId: `of-${id}` })))
const log = memoryLog(lives.flat())
const approvals = lives.map((commits) => commits.at(-1) as Commit<StreamEvent>)
const [first] = approvals as [Commit<StreamEvent>]
const morning = postAfter(first.at)

const kept = async (trouble: Parameters<typeof postOffice>[1] = {}) => {
  const office = postOffice(log, trouble)
  for (const commit of [...approvals, ...approvals]) await notify(office, commit)
  return office
}
type Office = Awaited<ReturnType<typeof kept>>
const toSecretariat = ({ mailer }: Office) => mailer.sent.filter(({ to }) => to.email === 'sekretariat@os2.example')
const lastBag = (office: Office) => {
  const bag = office.postMessages.handedOut.at(-1)
  if (bag === undefined) throw new Error('nothing was handed out')
  return bag
}

describe('given what was committed', () => {
  const office = () => postOffice(memoryLog(life([...approvedLife(), acts.lead])))
  const placed = { stream: projects.sensor, correlationId: 'c' }

  it('when all of it waits, or nobody is told, then nobody need be asked to write mail', async () => {
    const { rounds, ...ports } = office()
    const ready = life(approvedLife()).find(({ events }) => events[0]?.type === 'marked-ready') as Commit<StreamEvent>
    expect(await keepForPost({ ...ports, rounds })({ ...placed, version: ready.version })).toBe(true)
    expect(await rounds.close(postAfter(ready.at))).toMatchObject([{ version: ready.version, correlationId: 'c' }])
    expect(await keepForPost({ ...ports, rounds })({ ...placed, version: ready.version })).toBe(true)
    const none = memoryRounds()
    const coloured = life([
      acts.submit(false),
      acts.place,
      [actors.secretariat, { type: 'assess', evaluations: { R1: { colour: 'green' } } }],
    ])
    expect(await keepForPost({ ...ports, log: memoryLog(coloured), rounds: none })({ ...placed, version: 3 })).toBe(
      true,
    )
    expect(none.due()).toEqual([])
  })

  it('when some of it goes at once, or the post has gone, then somebody is asked', async () => {
    const { rounds, ...ports } = office()
    expect(await keepForPost({ ...ports, rounds })({ ...placed, version: first.version })).toBe(false)
    expect(rounds.due()).toEqual([])
    const ready = life(approvedLife()).find(({ events }) => events[0]?.type === 'marked-ready') as Commit<StreamEvent>
    await rounds.close(postAfter(ready.at))
    const gone = { keep: async () => 'gone' as const }
    expect(await keepForPost({ ...ports, rounds: gone })({ ...placed, version: ready.version })).toBe(false)
  })
})

describe('given letters that nobody has to act on', () => {
  it('when the day goes by, then they wait, and the morning is due', async () => {
    const office = await kept()
    expect(toSecretariat(office)).toEqual([])
    expect(office.rounds.due()).toEqual([{ post: morning, nextDueAt: morning }])
  })

  it('when the post goes, also twice, then they are told in one mail, once and for good', async () => {
    const office = await kept()
    expect(await sendRound(office, morning)).toBe(1)
    expect(await sendRound(office, morning)).toBe(1)
    const bags = office.postMessages.handedOut
    const sent = await Promise.allSettled([...bags, ...bags].map((bag) => emptyBag(office, bag)))
    const correlationIds = ids.map((id) => `of-${id}`)
    expect(sent[0]).toEqual({
      status: 'fulfilled',
      value: [{ recipient: 'secretariat', outcome: 'sent', letters: 20, correlationIds }],
    })
    expect(await emptyBag(office, lastBag(office))).toEqual([{ recipient: 'secretariat', outcome: 'already-sent' }])
    const [mail, ...others] = toSecretariat(office)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Samlet besked om 20 sager')
    expect(mail?.text).toContain('Her er nyt siden sidst.')
    expect(mail?.text.match(/^- Konceptet er godkendt\./gm)).toHaveLength(20)
    expect(mail?.html.match(/data-action/g)).toHaveLength(20)
    expect(mail?.text.match(/https:\/\/trin\.example\/desk\/projects\/prj_/g)).toHaveLength(20)
    expect(mail?.text).not.toContain('key=')
    expect(mail).not.toHaveProperty('unsubscribe')
    expect(mail?.correlationId).toBe(correlationIds.join(' '))
    // What comes again later was told already.
    await notify(office, first)
    expect(office.postMessages.handedOut).toHaveLength(2)
    expect(office.rounds.due()).toEqual([])
  })

  it('when one comes after the post has gone, also twice, then it follows in a mail of its own', async () => {
    const office = await kept()
    await sendRound(office, morning)
    const straggler = life(approvedLife(), 'prj_01JSTRAGGLER0001').at(-1) as Commit<StreamEvent>
    const late = { ...office, log: memoryLog(life(approvedLife(), 'prj_01JSTRAGGLER0001')) }
    for (const _ of ['once', 'twice']) await notify(late, straggler)
    const [round, ...after] = office.postMessages.handedOut
    expect(round?.bundles[0]?.places).toHaveLength(20)
    expect(after).toHaveLength(2)
    const sent = []
    for (const bag of after) sent.push(...(await emptyBag(late, bag)).map(({ outcome }) => outcome))
    expect(sent).toEqual(['sent', 'already-sent'])
    expect(toSecretariat(office)[0]?.subject).toMatch(/^Konceptet er godkendt/)
  })

  it('when an office’s mailbox is somebody’s own, then they have one mail of it', async () => {
    const office = postOffice(log)
    const own = office.contacts.idOf('sekretariat@os2.example')
    const entry = { ...first, correlationId: 'c' }
    await office.rounds.keep(morning, { ...entry, recipients: [own, 'secretariat', people.maren] })
    await sendRound(office, morning)
    expect(
      lastBag(office)
        .bundles.map(({ recipient }) => recipient)
        .sort(),
    ).toEqual([own, people.maren].sort())
  })

  it('when there are more than a message holds, then they go in several mails', async () => {
    const office = postOffice(log)
    for (let version = 1; version <= 251; version += 1)
      await office.rounds.keep(morning, {
        stream: projects.sensor,
        version,
        recipients: ['secretariat', people.maren],
        correlationId: 'c',
      })
    expect(await sendRound(office, morning)).toBe(4)
    const { handedOut } = office.postMessages
    expect(handedOut.map(({ bundles }) => bundles.map(({ places }) => places.length))).toEqual([[250], [1], [250], [1]])
    expect(new Set(handedOut.flatMap(({ key, bundles }) => [key, ...bundles.map(({ id }) => id)])).size).toBe(8)
    expect(await sendRound(office, postAfter(morning))).toBe(0)
  })

  it('when somebody has been erased meanwhile, or wants none of it, then nothing goes to them', async () => {
    const office = await kept()
    await sendRound(office, morning)
    const [bundle] = lastBag(office).bundles
    if (bundle === undefined) throw new Error('an empty bag')
    const toMaren = (key: string) => ({ key, bundles: [{ ...bundle, recipient: people.maren }] })
    const without = { ...office, contacts: postOffice(log, { contacts: everybody.slice(5) }).contacts }
    for (const [of, key] of [[without, 'mail/to-nobody'] as const, [office, 'mail/of-nothing'] as const])
      expect(await emptyBag(of, toMaren(key))).toEqual([{ recipient: people.maren, outcome: 'nobody' }])
    await expect(emptyBag(office, { key: 'x', bundles: [{ ...bundle, recipient: 'somebody' }] })).rejects.toThrow(
      NotAllSent,
    )
  })

  it('when one of a bag is refused, then the others are told, and only that one is tried again', async () => {
    let refused = true
    const before = ({ to }: { to: { email: string } }) => {
      if (refused && to.email.startsWith('sekretariat')) throw new NotSent('illegal address')
    }
    const office = await kept({ trouble: { before } })
    const straggler = approvals.at(1) as Commit<StreamEvent>
    await office.rounds.keep(morning, { ...straggler, version: 2, recipients: ['board'], correlationId: 'c' })
    await sendRound(office, morning)
    const bag = lastBag(office)
    expect(bag.bundles).toHaveLength(2)
    await expect(emptyBag(office, bag)).rejects.toThrow(NotAllSent)
    refused = false
    const again = await emptyBag(office, bag)
    expect(again.find(({ recipient }) => recipient === 'secretariat')?.outcome).toBe('sent')
    expect(toSecretariat(office)).toHaveLength(1)
    expect((await emptyBag(office, bag)).map(({ outcome }) => outcome)).toEqual(['already-sent', 'already-sent'])
  })

  it('when the mail is refused, then it is tried again at once; when its fate is unknown, after the lease', async () => {
    const troubles = [new NotSent('throttled'), new Error('the answer got lost')]
    const clock = wallClock()
    const before = ({ to }: { to: { email: string } }) => {
      const error = to.email.startsWith('sekretariat') ? troubles.shift() : undefined
      if (error !== undefined) throw error
    }
    const office = await kept({ clock, trouble: { before } })
    await sendRound(office, morning)
    const bag = lastBag(office)
    await expect(emptyBag(office, bag)).rejects.toThrow(NotAllSent)
    await expect(emptyBag(office, bag)).rejects.toThrow(NotAllSent)
    await expect(emptyBag(office, bag)).rejects.toThrow(MailUnderway)
    clock.pass(90)
    expect(await emptyBag(office, bag)).toMatchObject([{ outcome: 'sent', letters: 20 }])
    expect(toSecretariat(office)).toHaveLength(1)
  })
})
