import { describe, expect, it } from 'vitest'
import type { Commit } from '../../shared/domain/commit.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { flushDigest } from '../../shared/use-cases/digest.ts'
import { MailUnderway, NotSent } from '../../shared/use-cases/mail-ports.ts'
import { notify } from '../../shared/use-cases/notify.ts'
import type { EventNotice, StreamEvent } from '../../shared/use-cases/ports.ts'
import { actors, people } from '../domain/support/material.ts'
import { levelOneLife, life } from '../fakes/life.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { everybody, postOffice, wallClock } from '../fakes/post-office.ts'

type Step = 'before-14' | 'before-3' | 'overdue-1'

/** A running project of one lead that was not looked at for a week: these steps fire late, a commit each. */
const neglected = (n: number, steps: readonly Step[] = ['overdue-1']): readonly Commit<StreamEvent>[] => {
  const stream: ProjectId = `prj_01JNEGLECTED${String(n).padStart(4, '0')}`
  const started = life(levelOneLife(), stream)
  const last = started.length
  return [
    ...started,
    ...steps.map(
      (step, at): Commit<StreamEvent> => ({
        ...(started[0] as Commit<StreamEvent>),
        version: last + 1 + at,
        at: '2027-03-20T08:00:00.000Z',
        actor: actors.monitor,
        correlationId: `correlation-${n}-${at}`,
        events: [
          {
            type: 'step-taken',
            item: 'report-1',
            kind: 'report',
            step,
            to: ['lead', 'secretariat'],
            consequence: 'none',
            at: '2027-03-10T07:00:00.000Z',
            late: true,
          },
        ],
      }),
    ),
  ]
}
const lateNotices = (log: readonly Commit<StreamEvent>[]): readonly EventNotice[] =>
  log
    .filter(({ events }) => events[0]?.type === 'step-taken')
    .map(({ stream, version, correlationId }) => ({
      id: `${stream}/${version}/0`,
      stream,
      version,
      index: 0,
      type: 'step-taken',
      correlationId,
    }))

const setting = (log: readonly Commit<StreamEvent>[], trouble: Parameters<typeof postOffice>[1] = {}) => {
  const clock = wallClock()
  return { clock, office: postOffice(memoryLog(log), { clock, ...trouble }), notices: lateNotices(log) }
}
const burst = Array.from({ length: 50 }, (_, n) => neglected(n)).flat()

describe('given fifty late steps in a burst', () => {
  it('when they are told, twice and all at once, then each person has one mail of all', async () => {
    const { office, clock, notices } = setting(burst)
    await Promise.all([...notices, ...notices].map((notice) => notify(office, notice)))
    expect(office.mailer.sent).toEqual([])
    clock.pass(121)
    await Promise.allSettled(office.digestTimer.set.map(({ recipient }) => flushDigest(office, recipient)))
    for (const { recipient } of office.digestTimer.set) await flushDigest(office, recipient)
    expect(office.mailer.sent.map(({ to }) => to.email).sort()).toEqual([
      'sekretariat@os2.example',
      'troels@kommune.example',
    ])
    const toTroels = office.mailer.sent.find(({ to }) => to.email.startsWith('troels'))
    expect(toTroels?.subject).toBe('Samlet besked om 50 sager')
    expect(toTroels?.text.match(/key=lead\./g)).toHaveLength(50)
    expect(toTroels?.html.match(/data-action/g)).toHaveLength(50)
    expect(toTroels).not.toHaveProperty('thread')
    expect(toTroels).not.toHaveProperty('unsubscribe')
    expect(await office.digests.entries(people.troels)).toEqual([])
  })

  it('when something still comes, then the digest waits, and is looked at again', async () => {
    const { office, clock, notices } = setting(burst)
    const [first, second] = notices
    if (first === undefined || second === undefined) throw new Error('nothing is late')
    await notify(office, first)
    clock.pass(100)
    await notify(office, second)
    clock.pass(20)
    expect(await flushDigest(office, people.troels)).toEqual({ outcome: 'waiting' })
    expect(office.digestTimer.set.at(-1)).toEqual({ recipient: people.troels, seconds: 100 })
    clock.pass(100)
    expect(await flushDigest(office, people.troels)).toEqual({
      outcome: 'sent',
      letters: 2,
      correlationIds: [first.correlationId, second.correlationId],
    })
    expect(office.mailer.sent[0]?.correlationId).toBe(`${first.correlationId} ${second.correlationId}`)
    expect(await flushDigest(office, people.troels)).toEqual({ outcome: 'empty' })
    await notify(office, first)
    clock.pass(200)
    expect(await flushDigest(office, people.troels)).toEqual({ outcome: 'empty' })
    expect(office.mailer.sent).toHaveLength(1)
  })
})

describe('given late steps of one project', () => {
  const kept = async (steps: readonly Step[], trouble: Parameters<typeof postOffice>[1] = {}) => {
    const all = setting(neglected(1, steps), trouble)
    for (const notice of all.notices) await notify(all.office, notice)
    all.clock.pass(200)
    return all
  }

  it('when there is but one, then it goes as the letter it is', async () => {
    const { office } = await kept(['overdue-1'])
    await flushDigest(office, people.troels)
    expect(office.mailer.sent[0]?.subject).toMatch(/^Fremdriftsrapporten mangler: .* \(fristen var /)
    expect(office.mailer.sent[0]?.html.match(/data-action/g)).toHaveLength(1)
  })

  it('when there are several, then they stand under one case, in order, with one link', async () => {
    const { office } = await kept(['before-14', 'before-3', 'overdue-1'])
    await flushDigest(office, people.troels)
    const [mail] = office.mailer.sent
    expect(mail?.subject).toMatch(/^Samlet besked om én sag: /)
    expect(mail?.text.match(/^- .*/gm)).toHaveLength(3)
    expect(mail?.text).toMatch(/- Påmindelse.*- Påmindelse.*- Overskredet/s)
    expect(mail?.html.match(/data-action/g)).toHaveLength(1)
    expect(mail).toMatchObject({ thread: 'prj_01JNEGLECTED0001', unsubscribe: expect.stringContaining(people.troels) })
  })

  it('when the recipient wants no reminders, then only what is overdue is told', async () => {
    const { office } = await kept(['before-14', 'overdue-1'])
    await office.preferences.refuseReminders(people.troels, '2026-11-24T08:00:00.000Z')
    expect(await flushDigest(office, people.troels)).toEqual({
      outcome: 'sent',
      letters: 1,
      correlationIds: ['correlation-1-1'],
    })
    expect(office.mailer.sent[0]?.subject).toMatch(/^Fremdriftsrapporten mangler/)
    const only = await kept(['before-14'])
    await only.office.preferences.refuseReminders(people.troels, '2026-11-24T08:00:00.000Z')
    expect(await flushDigest(only.office, people.troels)).toEqual({ outcome: 'sent', letters: 0, correlationIds: [] })
    expect(only.office.mailer.sent).toEqual([])
  })

  it('when the recipient has been erased meanwhile, then the box is emptied', async () => {
    const { office, clock } = await kept(['overdue-1'])
    const without = { ...office, contacts: postOffice(memoryLog(), { clock, contacts: everybody.slice(5) }).contacts }
    expect(await flushDigest(without, people.troels)).toEqual({ outcome: 'nobody' })
    expect(await office.digests.entries(people.troels)).toEqual([])
  })

  it('when the mail is refused, then it is tried again at once; when its fate is unknown, after the lease', async () => {
    const troubles = [new NotSent('throttled'), new Error('the answer got lost')]
    const before = () => {
      const error = troubles.shift()
      if (error !== undefined) throw error
    }
    const { office, clock } = await kept(['before-14', 'overdue-1'], { trouble: { before } })
    await expect(flushDigest(office, people.troels)).rejects.toThrow(NotSent)
    await expect(flushDigest(office, people.troels)).rejects.toThrow('the answer got lost')
    await expect(flushDigest(office, people.troels)).rejects.toThrow(MailUnderway)
    clock.pass(90)
    expect(await flushDigest(office, people.troels)).toMatchObject({ outcome: 'sent', letters: 2 })
    expect(office.mailer.sent).toHaveLength(1)
  })

  it('when the box holds what is nobody’s, then it fails loudly', async () => {
    const { office, clock } = await kept(['overdue-1'])
    const [entry] = await office.digests.entries(people.troels)
    if (entry === undefined) throw new Error('the box is empty')
    await office.digests.add('somebody', entry)
    clock.pass(200)
    await expect(flushDigest(office, 'somebody')).rejects.toThrow(/neither a contact nor/)
  })
})
