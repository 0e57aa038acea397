import { beforeEach, describe, expect, it } from 'vitest'
import { carryOutHandler } from '../../functions/erasure/carry-out.ts'
import { requestHandlers } from '../../functions/erasure/request.ts'
import { people as cast } from '../../infra/local/demo/material.ts'
import { projectView } from '../../shared/api/project-view.ts'
import type { Actor } from '../../shared/domain/actor.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { fold as foldMeeting } from '../../shared/domain/meeting/evolve.ts'
import { rolesOn } from '../../shared/domain/project/acts.ts'
import { fold } from '../../shared/domain/project/evolve.ts'
import { redactionMark } from '../../shared/domain/redaction.ts'
import { edge } from '../../shared/http/edge.ts'
import { erasureOrderBody } from '../../shared/messages/erasure-order.ts'
import { noticeBody } from '../../shared/messages/notice.ts'
import { confirm } from '../../shared/use-cases/confirm.ts'
import type { ErasureOrder } from '../../shared/use-cases/erasure-ports.ts'
import { replayErasures } from '../../shared/use-cases/replay-erasures.ts'
import { httpEvent, lambdaContext } from '../fakes/http-event.ts'
import { memoryEraser } from '../fakes/memory-eraser.ts'
import { memoryErasureLedger } from '../fakes/memory-erasures.ts'
import { memoryLedger } from '../fakes/memory-ledger.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { memoryDigests, memoryPreferences } from '../fakes/memory-mail.ts'
import { memoryStack } from '../fakes/memory-stack.ts'

const zelda = { ...cast.helle, name: 'Zelda Mærkværdig', email: 'zelda@hemmelig.example' }
const { amir, kirsten } = cast
const traces = /zelda|mærkværdig|hemmelig/i

/** A project with Zelda in every part, told about in the words of others, and what was mailed to her. */
const newWorld = async (pageSize?: number) => {
  const log = memoryLog()
  const stack = memoryStack({ log })
  const effects = memoryLedger()
  const kept = { log, effects, preferences: memoryPreferences(), digests: memoryDigests() }
  let now = '2026-11-25T08:00:00.000Z'
  const ports = memoryEraser(stack, kept, { wallClock: () => now, ...(pageSize === undefined ? {} : { pageSize }) })
  const { contacts, ledger, orders } = ports
  const lines: string[] = []
  const actors = new Map<string, Actor>()
  const desk = edge({
    identify: async (authorization) => actors.get(authorization ?? '') ?? { kind: 'anonymous' },
    acts: requestHandlers(ports),
    write: () => {},
  })
  const ask = async (actor: Actor, body: object = {}, headers: Record<string, string> = {}) => {
    actors.set(JSON.stringify(actor), actor)
    const sent = httpEvent({
      route: 'POST /api/erasures',
      body,
      headers: { authorization: JSON.stringify(actor), ...headers },
    })
    const { statusCode, body: text = '{}' } = await desk(sent, lambdaContext())
    return { status: statusCode, body: JSON.parse(text) }
  }
  const carryOut = carryOutHandler(ports, (line) => lines.push(line))
  const deliver = (order: ErasureOrder, remaining?: number) =>
    receive(erasureOrderBody(order), order.erasure, remaining)
  const receive = (body: string, messageId = 'message', remaining = 900_000) =>
    carryOut(
      {
        Records: [{ body, messageId, attributes: { ApproximateReceiveCount: '1' } }],
      } as never,
      { ...lambdaContext(), getRemainingTimeInMillis: () => remaining },
    )
  let carried = 0
  /** Carries out every order that has not been yet, twice, as a queue may. */
  const work = async (remaining?: number) => {
    for (; carried < orders.sent.length; carried += 1) {
      const order = orders.sent[carried]
      for (let time = 0; order !== undefined && time < 2; time += 1)
        expect(await deliver(order, remaining)).toEqual({ batchItemFailures: [] })
    }
    await stack.settle()
  }
  const person = (email: string, ...roles: (Actor & { kind: 'person' })['roles'][number][]): Actor => ({
    kind: 'person',
    id: contacts.idOf(email),
    roles,
  })
  const secretariat = person('signe@os2.example', 'secretariat')
  const project: ProjectId = (
    await stack.act('POST /api/projects', {
      body: {
        kind: 'new',
        concept: {
          title: 'Kortet efter Zelda Mærkværdig',
          purpose: 'Skriv til ZELDA@hemmelig.example.',
          authority: 'Fjordby Kommune',
          backedByManagement: true,
          businessCritical: 'no',
        },
        answers: { F3: { answer: 'yes' }, F2: { answer: 'yes', text: 'MPL' } },
        contact: zelda,
        consentToPublish: true,
      },
    })
  ).body.id
  const on = (path: string, as: Actor, body: object) =>
    stack.act(`POST /api/projects/{id}/${path}` as 'POST /api/projects/{id}/lead', {
      params: { id: project },
      as,
      body,
    })
  const her: Actor = { ...person(zelda.email, 'proposer'), project, link: true } as Actor
  await on('comments', her, { text: 'Det var min idé.' })
  await on('comments', secretariat, { text: 'Aftalt med Zelda Mærkværdig i går.' })
  await on('classification', secretariat, { level: 2, reason: 'Fordi.' })
  await on('lead', secretariat, { lead: zelda })
  await on('steering-group', secretariat, { members: [zelda, kirsten] })
  const meeting = (
    await stack.act('POST /api/meetings', {
      as: secretariat,
      body: {
        meetsAt: '2026-12-20T09:00:00.000Z',
        place: 'Hos Zelda Mærkværdig',
        members: [
          { ...kirsten, seat: 'chair' },
          { ...zelda, seat: 'member' },
        ],
      },
    })
  ).body.id as `mtg_${string}`
  await effects.begin(`mail/${project}/1/0/${contacts.idOf(zelda.email)}`, '2026-11-24T08:00:00.000Z')
  await effects.begin(`mail/${project}/1/0/secretariat`, '2026-11-24T08:00:00.000Z')
  await ports.preferences.forget(contacts.idOf(zelda.email))
  await stack.drafts.put({
    id: 'draft',
    person: contacts.idOf(zelda.email),
    email: zelda.email,
    language: 'da',
    step: 'send',
    fields: 'contact.name=Zelda',
    keepUntil: '2026-12-24T08:00:00.000Z',
  })
  const projectNow = async () => {
    const now = fold(await log.load(project))
    if (now === undefined) throw new Error('the project is gone')
    return now
  }
  /** Everything that is kept, as text. */
  const everything = async () =>
    JSON.stringify([
      await log.load(project),
      await log.load(meeting),
      [...contacts.all.values()],
      [...contacts.staged],
      [...stack.projections.all.values()],
      [...stack.drafts.all.values()],
      await ledger.all(),
      lines,
    ])
  return {
    stack,
    log,
    contacts,
    effects,
    ledger,
    orders,
    lines,
    ports,
    ask,
    work,
    deliver,
    person,
    her,
    secretariat,
    project,
    meeting,
    projectNow,
    kept: everything,
    receive,
    on,
    /** Sets the clock on the wall, not that of the process. */
    wallShows: (moment: string) => {
      now = moment
    },
  }
}

let world: Awaited<ReturnType<typeof newWorld>>
beforeEach(async () => {
  world = await newWorld()
})
const byLink = (): Actor => ({
  kind: 'person',
  id: world.contacts.idOf(zelda.email),
  roles: ['proposer'],
  project: world.project,
  link: true,
})

describe('given somebody in every part of a project and on the board', () => {
  it('when they ask by their link, then nothing that is kept names them, and all of it can still be read', async () => {
    expect(await world.kept()).toMatch(traces)
    const { status, body } = await world.ask(byLink())
    expect([status, body]).toEqual([202, { id: expect.stringMatching(/^era_/), accepted: true }])
    await world.work()

    expect(await world.kept()).not.toMatch(traces)
    const project = await world.projectNow()
    const view = projectView(project, { actor: world.secretariat, people: world.contacts.all, now: project.moveSince })
    expect(view).toMatchObject({ title: `Kortet efter ${redactionMark}`, people: { proposer: null } })
    expect(JSON.stringify(project)).not.toContain(world.contacts.idOf(zelda.email))
    const board = foldMeeting(await world.log.load(world.meeting))
    expect(board).toMatchObject({ place: `Hos ${redactionMark}`, members: [{ seat: 'chair' }] })
    const words = (await world.stack.eventsOf(world.project)).flatMap((event) =>
      event.type === 'commented' ? [event.text] : [],
    )
    expect(words).toEqual([redactionMark, `Aftalt med ${redactionMark} i går.`])
    expect(world.stack.projections.all.get(world.project)?.summary).toMatchObject({ title: project.concept.title })
  })

  it('when they are erased, then their link opens nothing, and mails to others are not forgotten', async () => {
    expect(rolesOn(await world.projectNow(), byLink())).toEqual(['proposer'])
    await world.ask(byLink())
    await world.work()
    expect(rolesOn(await world.projectNow(), byLink())).toEqual([])
    expect([...world.effects.keys.keys()]).toEqual([`mail/${world.project}/1/0/secretariat`])
  })

  it('when announcements come again afterwards, then nobody is brought back', async () => {
    await world.ask(byLink())
    await world.work()
    for (const announcement of world.stack.announced) await confirm(world.stack, announcement, 2)
    expect(await world.kept()).not.toMatch(traces)
  })

  it('when it is carried out, then the ledger and the log say what was done, to an id and not to a name', async () => {
    const { body } = await world.ask(byLink(), {}, { 'idempotency-key': 'once' })
    expect((await world.ask(byLink(), {}, { 'idempotency-key': 'once' })).body.id).toBe(body.id)
    await world.work()
    const [entry, ...more] = await world.ledger.all()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      id: body.id,
      by: 'person',
      person: world.contacts.idOf(zelda.email),
      done: { streams: 2, deliveries: 1, at: '2026-11-25T08:00:00.000Z' },
    })
    expect(entry?.done?.texts).toBeGreaterThan(3)
    expect(JSON.parse(world.lines[0] ?? '')).toMatchObject({ level: 'info', result: 'erased', erasure: entry })
  })

  it('when the time of one call is not enough, then the next goes on where it was, and the name is known till the end', async () => {
    world = await newWorld(2)
    await world.ask(byLink())
    await world.work(30_000)
    expect(world.orders.sent.length).toBeGreaterThan(3)
    expect(await world.kept()).not.toMatch(traces)
    expect((await world.ledger.all())[0]?.done).toMatchObject({ streams: 2, deliveries: 1 })
  })

  it('when something fails in the middle, then the order comes back, and the second time it is done', async () => {
    const { forget } = world.ports.effects
    let failing = true
    Object.assign(world.effects, {
      forget: async (key: string) => {
        if (failing) throw new Error('the table is away')
        return forget(key)
      },
    })
    await world.ask(byLink())
    const [order] = world.orders.sent
    if (order === undefined) throw new Error('no order')
    expect(await world.deliver(order)).toEqual({ batchItemFailures: [{ itemIdentifier: order.erasure }] })
    failing = false
    await world.work()
    expect(await world.kept()).not.toMatch(traces)
  })
})

describe('given somebody who asks more than once', () => {
  const short = 30_000
  const walksOf = () => {
    const { pages } = world.ports.traces
    let walks = 0
    Object.assign(world.ports.traces, {
      pages: (from?: string) => {
        if (from === undefined) walks += 1
        return pages(from)
      },
    })
    return () => walks
  }
  const orderOf = async (answer: ReturnType<typeof world.ask>): Promise<ErasureOrder> => ({
    erasure: (await answer).body.id,
  })
  const isDone = async ({ erasure }: ErasureOrder) => (await world.ledger.find(erasure))?.done !== undefined

  it('when none of it is begun, then one walk does for all', async () => {
    const walks = walksOf()
    for (let time = 0; time < 3; time += 1) await world.ask(byLink())
    await world.work()
    expect(walks()).toBe(1)
    const entries = await world.ledger.all()
    expect(entries.map(({ done }) => done?.deliveries)).toEqual(expect.arrayContaining([1, 0, 0]))
    const told = world.lines.map((line) => JSON.parse(line)).filter(({ result }) => result === 'erased')
    expect(new Set(told.map(({ erasure }) => erasure.id))).toEqual(new Set(entries.map(({ id }) => id)))
    expect(await world.kept()).not.toMatch(traces)
  })

  it('when they ask again during the walk, then one more follows it, and finds what they wrote meanwhile', async () => {
    world = await newWorld(2)
    const walks = walksOf()
    const first = await orderOf(world.ask(byLink()))
    await world.deliver(first, short)
    await world.on('comments', byLink(), { text: 'Og så lige dette.' })
    world.wallShows('2026-11-25T08:01:00.000Z')
    const again = [await orderOf(world.ask(byLink())), await orderOf(world.ask(byLink()))]
    for (const order of again) await world.deliver(order, short)
    expect(walks()).toBe(1)
    expect(world.orders.later).toEqual(again)

    for (const order of world.orders.sent) if (order.from !== undefined) await world.deliver(order)
    expect(await Promise.all([first, ...again].map(isDone))).toEqual([true, false, false])
    for (const order of world.orders.later) await world.deliver(order)
    expect(walks()).toBe(2)
    expect(await Promise.all(again.map(isDone))).toEqual([true, true])
    expect(JSON.stringify(await world.log.load(world.project))).not.toContain('Og så lige dette.')
  })

  it('when the time of one call is not enough, then those who came along are done at the end as well', async () => {
    world = await newWorld(2)
    const walks = walksOf()
    const both = [await orderOf(world.ask(byLink())), await orderOf(world.ask(byLink()))]
    await world.work(short)
    expect(await Promise.all(both.map(isDone))).toEqual([true, true])
    for (const order of world.orders.later) await world.deliver(order)
    // An order comes twice here, and the eldest begins anew each time.
    expect(walks()).toBe(2)
  })

  it('when the order of the first was lost, then it is not waited for in the end', async () => {
    const lost = await orderOf(world.ask(byLink()))
    world.wallShows('2026-11-25T08:50:00.000Z')
    const second = await orderOf(world.ask(byLink()))
    await world.deliver(second)
    expect(await isDone(second)).toBe(false)
    world.wallShows('2026-11-25T09:00:00.000Z')
    await world.deliver(second)
    expect(await Promise.all([lost, second].map(isDone))).toEqual([true, true])
  })

  it('when a successor is named, then that one is carried out by itself', async () => {
    const first = await orderOf(world.ask(world.secretariat, { email: zelda.email }))
    world.wallShows('2026-11-25T08:01:00.000Z')
    const named = await orderOf(
      world.ask(world.secretariat, { email: zelda.email, successors: { [world.project]: amir } }),
    )
    await world.deliver(first)
    expect(await Promise.all([first, named].map(isDone))).toEqual([true, false])
    await world.deliver(named)
    expect(await isDone(named)).toBe(true)
    expect(await world.kept()).not.toMatch(traces)
  })
})

describe('given the secretariat', () => {
  it('when it names who takes over, then they do, are known, and get what is due', async () => {
    const { project } = world
    const { status } = await world.ask(world.secretariat, { email: zelda.email, successors: { [project]: amir } })
    expect(status).toBe(202)
    await world.work()
    const now = await world.projectNow()
    expect(now).toMatchObject({ proposer: world.contacts.idOf(amir.email), lead: world.contacts.idOf(amir.email) })
    expect(world.contacts.all.get(world.contacts.idOf(amir.email))?.name).toBe(amir.name)
    expect(await world.kept()).not.toMatch(traces)
  })

  it('when it names them by their id, then that does as well; by both or neither it is asked whom', async () => {
    const contact = world.contacts.idOf(zelda.email)
    expect((await world.ask(world.secretariat, { contact })).status).toBe(202)
    expect((await world.ask(world.secretariat, { contact, email: zelda.email })).status).toBe(422)
    expect((await world.ask(world.secretariat)).status).toBe(422)
    await world.work()
    expect(await world.kept()).not.toMatch(traces)
  })

  it('when somebody is to succeed themselves, or on a project that is not there, then that is refused', async () => {
    const asked = (successors: object) => world.ask(world.secretariat, { email: zelda.email, successors })
    expect(await asked({ [world.project]: zelda })).toMatchObject({
      status: 422,
      body: { rule: 'successor-is-erased' },
    })
    expect(await asked({ prj_00000000000000000000000000: amir })).toMatchObject({
      status: 422,
      body: { rule: 'no-such-project' },
    })
    // A request that was refused is not one that a restored backup carries out.
    expect(await world.ledger.all()).toEqual([])
  })

  it('when one key is used for two people, then the second is refused', async () => {
    const headers = { 'idempotency-key': 'one' }
    expect((await world.ask(world.secretariat, { email: zelda.email }, headers)).status).toBe(202)
    expect(await world.ask(world.secretariat, { email: kirsten.email }, headers)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-mismatch' },
    })
  })

  it('when somebody is asked for whom nobody knows, then the answer is the same', async () => {
    expect((await world.ask(world.secretariat, { email: 'nobody@nowhere.example' })).status).toBe(202)
    await world.work()
    expect((await world.ledger.all())[0]?.done).toMatchObject({ streams: 0, texts: 0, deliveries: 0 })
  })
})

describe('given somebody who calls themselves by words that others use', () => {
  it('when they ask to be erased, then the words go where they had a part, and stay everywhere else', async () => {
    const named = { ...cast.helle, name: 'Aftalt med', email: 'x@y.example' }
    const concept = { title: 'Vandet', purpose: 'Aftalt med byen.', authority: 'Fjordby Kommune' }
    const body = { kind: 'new', concept, contact: named, consentToPublish: true }
    const own: ProjectId = (await world.stack.act('POST /api/projects', { body })).body.id
    await world.stack.act('POST /api/projects/{id}/comments', {
      params: { id: own },
      as: world.secretariat,
      body: { text: 'Det er aftalt med x@y.example.' },
    })
    await world.on('comments', world.secretariat, { text: 'Han er på x@y.example, og ikke på max@y.example.' })
    const them = { ...world.person(named.email, 'proposer'), project: own, link: true } as Actor
    await world.ask(them)
    await world.work()

    const textsOf = async (id: ProjectId) =>
      (await world.stack.eventsOf(id)).flatMap((event) => (event.type === 'commented' ? [event.text] : []))
    expect(fold(await world.log.load(own))?.concept.purpose).toBe(`${redactionMark} byen.`)
    expect(await textsOf(own)).toEqual([`Det er ${redactionMark} ${redactionMark}.`])
    expect(await textsOf(world.project)).toEqual([
      'Det var min idé.',
      'Aftalt med Zelda Mærkværdig i går.',
      `Han er på ${redactionMark}, og ikke på max@y.example.`,
    ])
  })
})

describe('given anybody else', () => {
  it('when they name another, then that is refused; when nobody signed in, then too', async () => {
    expect((await world.ask(byLink(), { email: kirsten.email })).status).toBe(403)
    expect((await world.ask({ ...byLink(), roles: ['secretariat'] } as Actor, { email: kirsten.email })).status).toBe(
      403,
    )
    expect((await world.ask({ kind: 'anonymous' })).status).toBe(401)
    expect(await world.ledger.all()).toEqual([])
  })
})

describe('given an idea that was withdrawn before anybody could read of it', () => {
  it('when its year is over, then no word of it is left, and its history still tells what happened', async () => {
    await world.on('withdrawal', world.her, { reason: 'Vi gør det selv.' })
    world.stack.moveTo('2027-12-24T08:00:00.000Z')
    await world.stack.chase()
    await world.stack.settle()
    const told = world.stack.fanOut.sent.filter(({ channel }) => channel === 'erasures')
    expect(told.map(({ notice }) => notice.type)).toEqual(['content-erased'])
    for (const { notice } of [...told, ...told])
      expect(await world.receive(noticeBody(notice))).toEqual({ batchItemFailures: [] })

    const now = await world.projectNow()
    expect(now).toMatchObject({ state: 'withdrawn', concept: { title: redactionMark, purpose: redactionMark } })
    expect(JSON.stringify(await world.log.load(world.project))).not.toMatch(/Kortet|Aftalt|gør det selv/)
    expect((await world.stack.eventsOf(world.project)).map(({ type }) => type)).toContain('commented')
    expect(world.stack.projections.all.get(world.project)?.summary).toMatchObject({ title: redactionMark })
  })
})

describe('given a backup that was made before an erasure', () => {
  const since = '2026-11-25T07:00:00.000Z'
  const anEntry = async () => {
    await world.ask(byLink())
    const [entry] = await world.ledger.all()
    if (entry === undefined) throw new Error('no entry')
    return entry
  }

  it('when it is restored and goes through the ledger, then nobody is back, and the ledger is as it was', async () => {
    await world.ask(byLink())
    const entries = (await world.ledger.all()).map((entry) => ({
      ...entry,
      done: { at: '2026-11-25T08:00:00.000Z', streams: 2, texts: 5, deliveries: 1 },
    }))
    const restored = await newWorld()
    expect(await restored.kept()).toMatch(traces)
    const ledger = memoryErasureLedger()
    expect(await replayErasures({ ...restored.ports, ledger }, entries, since)).toEqual(entries)
    await restored.stack.settle()
    expect(await restored.kept()).not.toMatch(traces)
    expect(await ledger.all()).toEqual(entries)
  })

  it('when somebody had asked more than once, then they are looked for once, and who takes over does', async () => {
    const once = { ...(await anEntry()), id: 'era_1', successors: {} }
    const restored = await newWorld()
    await restored.on('lead', restored.secretariat, { lead: amir })
    await restored.on('lead', restored.secretariat, { lead: zelda })
    const naming = { ...once, id: 'era_3', successors: { [restored.project]: restored.contacts.idOf(amir.email) } }
    const ledger = memoryErasureLedger()
    const redacted: string[] = []
    const redactions = {
      ...restored.ports.redactions,
      redact: (...asked: Parameters<typeof restored.ports.redactions.redact>) => {
        redacted.push(`${asked[0]}/${asked[1]}`)
        return restored.ports.redactions.redact(...asked)
      },
    }
    const all = [once, { ...once, id: 'era_2' }, naming]
    expect(await replayErasures({ ...restored.ports, ledger, redactions }, all, since)).toEqual(all)
    await restored.stack.settle()
    expect(await restored.kept()).not.toMatch(traces)
    expect((await restored.projectNow()).lead).toBe(restored.contacts.idOf(amir.email))
    expect(redacted.length).toBe(new Set(redacted).size)
  })

  it('when the successor was not known yet, then the part is vacant', async () => {
    await world.ask(world.secretariat, { email: zelda.email, successors: { [world.project]: amir } })
    const [entry] = await world.ledger.all()
    if (entry === undefined) throw new Error('no entry')
    const restored = await newWorld()
    const there = { ...entry, successors: { [restored.project]: restored.contacts.idOf(amir.email) } }
    await replayErasures({ ...restored.ports, ledger: memoryErasureLedger() }, [there], since)
    expect((await restored.projectNow()).lead).toBeUndefined()
  })

  it('when somebody was erased before it was made, then they are not erased again: they may have come back', async () => {
    const entry = await anEntry()
    const done = { at: '2026-11-25T06:00:00.000Z', streams: 2, texts: 5, deliveries: 1 }
    const restored = await newWorld()
    const again = await replayErasures(
      { ...restored.ports, ledger: memoryErasureLedger() },
      [{ ...entry, done }],
      since,
    )
    expect(again).toEqual([])
    expect(await restored.kept()).toMatch(traces)
  })
})
