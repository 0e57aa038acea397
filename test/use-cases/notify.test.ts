import { describe, expect, it, test } from 'vitest'
import { postAfter } from '../../shared/domain/calendar/days.ts'
import type { Commit } from '../../shared/domain/commit.ts'
import { eventsWithoutMail, meetingEventsWithoutMail } from '../../shared/domain/correspondence.ts'
import { meetingEventTypes } from '../../shared/store/schema/meeting-events.ts'
import { projectEventTypes } from '../../shared/store/schema/project-events.ts'
import { channelsOf } from '../../shared/use-cases/channels.ts'
import { MailUnderway, NotSent, type OutgoingMail } from '../../shared/use-cases/mail-ports.ts'
import { NotAllSent, notify } from '../../shared/use-cases/notify.ts'
import type { EventNotice, StreamEvent } from '../../shared/use-cases/ports.ts'
import { emptyBag, sendRound } from '../../shared/use-cases/post-round.ts'
import { actors, board, meetings, people, projects } from '../domain/support/material.ts'
import { acts, approvedLife, levelOneLife, life, runningLife } from '../fakes/life.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { everybody, postOffice, wallClock } from '../fakes/post-office.ts'

/** The notices of a commit, as the relay makes them. */
const noticesOf = ({ stream, version, correlationId, events }: Commit<StreamEvent>): readonly EventNotice[] =>
  events.map(({ type }, index) => ({
    id: `${stream}/${version}/${index}`,
    stream,
    version,
    index,
    type,
    correlationId,
  }))
const lastOf = (log: readonly Commit<StreamEvent>[]): EventNotice => {
  const notice = log.flatMap(noticesOf).at(-1)
  if (notice === undefined) throw new Error('nothing has happened')
  return notice
}
const recipients = (mails: readonly OutgoingMail[]) => mails.map(({ to }) => to.email).sort()

const approved = life(approvedLife())
const approval = lastOf(approved)
/** At once; the secretariat, which has nothing to do, reads of it in the morning. */
const approvalPost = postAfter(approved.at(-1)?.at ?? '')
const told = ['kasper@kommune.example', 'maren@kommune.example']

describe('given a committed event', () => {
  it('when it is told, then each whom it concerns has one mail, with a key of their own', async () => {
    const office = postOffice(memoryLog(approved))
    const posted = await notify(office, approval)
    expect(posted.map(({ outcome }) => outcome)).toEqual(['sent', 'later', 'sent'])
    expect(recipients(office.mailer.sent)).toEqual(told)
    const [toKasper, toMaren] = told.map((email) => office.mailer.sent.find(({ to }) => to.email === email))
    expect(toMaren).toMatchObject({
      subject: expect.stringMatching(/^Konceptet er godkendt: .*\(senest \d+\. \w+ 2026\)$/),
      to: { name: 'Maren Holm' },
      id: `${approval.id}.${people.maren}`,
      thread: projects.sensor,
      correlationId: approval.correlationId,
      text: expect.stringContaining(`/p/${projects.sensor}?key=proposer.${people.maren}`),
    })
    expect(toKasper?.text).toContain(`?key=owner.${people.kasper}`)
  })

  it('when it is told again, also at the same time, then nobody hears of it twice', async () => {
    const office = postOffice(memoryLog(approved))
    await Promise.allSettled(Array.from({ length: 5 }, () => notify(office, approval)))
    expect(recipients(office.mailer.sent)).toEqual(told)
    const again = await notify(office, approval)
    expect(again.map(({ outcome }) => outcome)).toEqual(['already-sent', 'later', 'already-sent'])
    expect(office.mailer.sent).toHaveLength(2)
    expect(await office.rounds.close(approvalPost)).toHaveLength(1)
  })

  it('when the project has moved on since, then the letter tells what was so then, and asks for what is to be done by now', async () => {
    const office = postOffice(memoryLog(life([...approvedLife(), acts.lead, acts.steering, acts.start])))
    await notify(office, approval)
    const toMaren = office.mailer.sent.find(({ to }) => to.email.startsWith('maren'))
    expect(toMaren?.subject).toContain('Konceptet er godkendt')
    expect(toMaren?.text).toContain('Projektlederen sender en fremdriftsrapport')
    expect(toMaren?.text).not.toContain('Udpeg en projektleder, så')
  })

  it('when the log does not hold it, then the message is not done with', async () => {
    const office = postOffice(memoryLog(approved))
    await expect(notify(office, { ...approval, version: 99 })).rejects.toThrow(/no commit/)
    await expect(notify(office, { ...approval, stream: projects.arkiv })).rejects.toThrow(/no commit/)
  })

  it('when somebody has been erased, then the others are told', async () => {
    const office = postOffice(memoryLog(approved), { contacts: everybody.filter(({ id }) => id !== people.maren) })
    const posted = await notify(office, approval)
    expect(posted.map(({ outcome }) => outcome)).toEqual(['nobody', 'later', 'sent'])
    expect(recipients(office.mailer.sent)).toEqual(told.filter((email) => !email.startsWith('maren')))
  })

  it('when an office’s mailbox is somebody’s own, then they are told once', async () => {
    const office = postOffice(memoryLog(approved))
    const [maren] = everybody
    if (maren === undefined) throw new Error('nobody is there')
    const own = { ...maren, id: office.contacts.idOf('maren@kommune.example') }
    const log = memoryLog(approved.map((commit) => rename(commit, people.maren, own.id)))
    const small = {
      ...postOffice(log, { contacts: [...everybody, own] }),
      mailboxes: { ...office.mailboxes, secretariat: { email: ' Maren@kommune.example', language: 'da' as const } },
    }
    await notify(small, approval)
    expect(recipients(small.mailer.sent)).toEqual(['kasper@kommune.example', 'maren@kommune.example'])
  })
})

const rename = <T>(value: T, from: string, to: string): T => JSON.parse(JSON.stringify(value).replaceAll(from, to)) as T

describe('given trouble', () => {
  it('when one recipient is refused, then the others are told, and only that one is tried again', async () => {
    let refused = true
    const office = postOffice(memoryLog(approved), {
      trouble: {
        before: ({ to }) => {
          if (refused && to.email.startsWith('maren')) throw new NotSent('illegal address')
        },
      },
    })
    const error = await notify(office, approval).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(NotAllSent)
    expect(recipients(office.mailer.sent)).toEqual(told.filter((email) => !email.startsWith('maren')))
    refused = false
    const posted = await notify(office, approval)
    expect(posted.map(({ outcome }) => outcome)).toEqual(['sent', 'later', 'already-sent'])
    expect(recipients(office.mailer.sent)).toEqual(told)
  })

  it('when nobody knows whether it was sent, then it rests until the lease has run out, and goes again under the same id', async () => {
    let lost = true
    const clock = wallClock()
    const office = postOffice(memoryLog(approved), {
      clock,
      trouble: {
        after: ({ to }) => {
          if (lost && to.email.startsWith('maren')) throw new Error('the answer got lost')
        },
      },
    })
    await expect(notify(office, approval)).rejects.toThrow(NotAllSent)
    lost = false
    clock.pass(89)
    await expect(notify(office, approval)).rejects.toThrow(MailUnderway)
    expect(office.mailer.sent).toHaveLength(2)
    clock.pass(1)
    const both = await Promise.allSettled([notify(office, approval), notify(office, approval)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const toMaren = office.mailer.sent.filter(({ to }) => to.email.startsWith('maren'))
    expect(toMaren).toHaveLength(2)
    expect(new Set(toMaren.map(({ id }) => id)).size).toBe(1)
    expect((await notify(office, approval)).map(({ outcome }) => outcome)).toEqual([
      'already-sent',
      'later',
      'already-sent',
    ])
  })

  it('when a sender dies again and again, then somebody takes over each time, until it is done', async () => {
    const clock = wallClock()
    let deaths = 3
    const office = postOffice(memoryLog(approved), {
      clock,
      trouble: {
        before: ({ to }) => {
          if (to.email.startsWith('maren') && deaths > 0) {
            deaths -= 1
            throw new Error('killed')
          }
        },
      },
    })
    for (let receive = 1; receive <= 3; receive += 1) {
      await expect(notify(office, approval)).rejects.toThrow(NotAllSent)
      clock.pass(180)
    }
    await notify(office, approval)
    expect(recipients(office.mailer.sent)).toEqual(told)
  })

  it('when the one who took over is refused, then the next one can take over', async () => {
    const clock = wallClock()
    const troubles = [new Error('killed'), new NotSent('throttled')]
    const office = postOffice(memoryLog(approved), {
      clock,
      trouble: {
        before: ({ to }) => {
          const error = to.email.startsWith('maren') ? troubles.shift() : undefined
          if (error !== undefined) throw error
        },
      },
    })
    await expect(notify(office, approval)).rejects.toThrow(NotAllSent)
    clock.pass(180)
    await expect(notify(office, approval)).rejects.toThrow(NotAllSent)
    await notify(office, approval)
    expect(recipients(office.mailer.sent)).toEqual(told)
  })
})

describe('given reminders', () => {
  const running = life([...levelOneLife(), [actors.monitor, { type: 'comment', text: 'x' }]].slice(0, 4) as never)
  const reminded: readonly Commit<StreamEvent>[] = [
    ...running,
    {
      ...(running[0] as Commit<StreamEvent>),
      version: 5,
      events: [
        {
          type: 'step-taken',
          item: 'report-1',
          kind: 'report',
          step: 'before-14',
          to: ['lead'],
          consequence: 'none',
          at: '2027-02-01T07:00:00.000Z',
          late: false,
        },
      ],
    },
  ]

  /** The post of the morning in which the last commit was made. */
  const withThePost = async (office: ReturnType<typeof postOffice>, log: readonly Commit<StreamEvent>[]) => {
    await notify(office, lastOf(log))
    expect(office.mailer.sent).toEqual([])
    await sendRound(office, postAfter(log.at(-1)?.at ?? ''))
    for (const bag of office.postMessages.handedOut) await emptyBag(office, bag)
  }

  it('when somebody has said no to them, then they get none, but hear of what is overdue', async () => {
    const office = postOffice(memoryLog(reminded))
    await withThePost(office, reminded)
    expect(office.mailer.sent[0]).toMatchObject({
      unsubscribe: `https://trin.example/api/unsubscribe?key=${people.troels}`,
      text: expect.stringContaining('Afmeld påmindelser: https://trin.example/api/unsubscribe?key='),
    })
    const refusing = postOffice(memoryLog(reminded))
    await refusing.preferences.refuseReminders(people.troels, '2026-11-24T08:00:00.000Z')
    await withThePost(refusing, reminded)
    expect(refusing.mailer.sent).toEqual([])
    const overdue = rename(reminded, 'before-14', 'overdue-1')
    const chased = { ...postOffice(memoryLog(overdue)), preferences: refusing.preferences }
    await withThePost(chased, overdue)
    expect(recipients(chased.mailer.sent)).toEqual(['troels@kommune.example'])
    expect(chased.mailer.sent[0]).not.toHaveProperty('unsubscribe')
  })
})

test('given a meeting, when its papers are ready, then members read of it in their own language', async () => {
  const commit = (version: number, ...events: StreamEvent[]): Commit<StreamEvent> => ({
    ...(approved[0] as Commit<StreamEvent>),
    stream: meetings.september,
    version,
    events,
    actor: actors.secretariat,
  })
  const called = { type: 'called', meetsAt: '2026-12-10T08:00:00.000Z', form: 'meeting', members: board } as const
  const log = [
    commit(1, { ...called, papersDueAt: '2026-11-26T07:00:00.000Z' }),
    commit(2, { type: 'item-added', project: projects.sensor, kind: 'concept', excluded: [] }),
    commit(3, { type: 'item-added', project: projects.arkiv, kind: 'information', excluded: [] }),
    commit(4, { type: 'papers-sent' }),
  ]
  const office = postOffice(memoryLog([...approved, ...log]))
  await notify(office, lastOf(log))
  expect(office.mailer.sent).toHaveLength(board.length)
  const toPalle = office.mailer.sent.find(({ to }) => to.email.startsWith('palle'))
  expect(toPalle?.subject).toBe('The papers are ready: board meeting on 10 December 2026')
  expect(toPalle?.text).toContain('- Fælles sensorplatform til grundvand (concept for decision)')
  expect(toPalle?.text).toContain(`https://trin.example/board/${meetings.september}`)
})

test('given a merge, then the letter lets its proposer into the project that lives on, as a contact', async () => {
  const into = life(runningLife(), projects.borger)
  const log = life([acts.submit(false), acts.place, acts.merge])
  const office = postOffice(memoryLog([...into, ...log]))
  await notify(office, lastOf(log))
  expect(office.mailer.sent[0]?.text).toContain(
    `https://trin.example/p/${projects.borger}?key=contact.${people.maren}\n`,
  )
  expect(office.mailer.sent[0]?.text).toContain('»Fælles sensorplatform til grundvand«')
})

test('every event that somebody is written to about reaches the mail, and no other event does', () => {
  for (const type of projectEventTypes)
    expect(channelsOf(projects.sensor, type).includes('mail'), type).toBe(!(type in eventsWithoutMail))
  for (const type of meetingEventTypes)
    expect(channelsOf('mtg_1', type).includes('mail'), type).toBe(!(type in meetingEventsWithoutMail))
})
