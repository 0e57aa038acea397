import { afterEach, beforeEach, expect, it } from 'vitest'
import { people, wasteCalendar, wasteCalendarAnswers } from '../../infra/local/demo/material.ts'
import { originOf } from '../../shared/tracing/trace-context.ts'
import { webhookReceiver } from '../fakes/webhook-receiver.ts'
import { functionsAtWork } from './support/functions-at-work.ts'

let receiver: Awaited<ReturnType<typeof webhookReceiver>>
let world: ReturnType<typeof functionsAtWork>
beforeEach(async () => {
  receiver = await webhookReceiver((response) => response.writeHead(204).end())
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  world = functionsAtWork([{ id: 'esdh', url: receiver.url, secrets: [secret], role: 'integrator' }])
})
afterEach(() => receiver.close())

/** As a header says it, whose name has no upper or lower case. */
const correlationOf = (mail: string): string | undefined => /^x-correlation-id: (.*)\r$/im.exec(mail)?.[1]

const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
const idea = {
  kind: 'new',
  concept: wasteCalendar,
  answers: wasteCalendarAnswers,
  contact: people.mette,
  consentToPublish: true,
}

it.each([
  ['a trace', { traceparent: `00-${trace}-00f067aa0ba902b7-01` }, trace],
  ['a correlation id', { 'x-correlation-id': 'os2forms:4711' }, 'os2forms:4711'],
  ['none', {}, undefined],
])(
  'given a request with %s, then one id is in its answer, the log, every line, mail and webhook',
  async (_, headers, sent) => {
    const answer = await world.stack.ask('POST /api/projects', { body: idea, headers })
    await world.work()
    const id = String(answer.headers['x-correlation-id'])
    expect(id).toEqual(sent ?? expect.stringMatching(/^[0-9A-Z]{26}$/))

    // Two commits: what was sent in, and the level that classification proposed for it.
    const commits = await world.stack.log.load(answer.body.id)
    expect(commits.map(({ correlationId, events }) => [correlationId, events[0]?.type])).toEqual([
      [id, 'submitted'],
      [id, 'level-proposed'],
    ])

    const lines = world.lines.map((line) => JSON.parse(line))
    expect([...new Set(lines.map((line) => line.function))].toSorted()).toEqual([
      'classify-submitted',
      'notification',
      'relay',
      'test',
      'webhook-delivery',
    ])
    expect(lines.filter(({ correlationId }) => correlationId !== id)).toEqual([])

    expect(world.mails.length).toBeGreaterThan(0)
    for (const mail of world.mails) expect(correlationOf(mail)).toBe(id)

    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual([
      'eu.os2.trin.project.submitted.v1',
      'eu.os2.trin.project.level-proposed.v1',
    ])
    for (const { headers, body } of receiver.received) {
      const { correlationid, traceparent } = JSON.parse(body)
      expect([headers['x-correlation-id'], correlationid]).toEqual([id, id])
      // A receiver's own spans join the trace: of the caller, if the caller had one.
      const joined = [headers.traceparent, traceparent].map((one) => originOf({ traceparent: one }).correlationId)
      expect(joined[1]).toBe(joined[0])
      if (sent === trace) expect(joined[0]).toBe(trace)
    }
  },
)

it('given a run of the monitor, then one id of its own is in all that comes of it', async () => {
  await world.stack.ask('POST /api/projects', { body: idea })
  await world.work()
  const chaseAt = async (moment: string) => {
    world.stack.moveTo(moment)
    await world.chase()
    await world.work()
  }
  // The post that tells the secretariat of the idea.
  await chaseAt('2026-11-03T09:00:00.000Z')
  const [linesBefore, mailsBefore] = [world.lines.length, world.mails.length]
  await chaseAt('2026-11-09T09:00:00.000Z')
  const lines = world.lines.slice(linesBefore).map((line) => JSON.parse(line))
  const [id, ...others] = new Set(lines.map(({ correlationId }) => correlationId))
  expect(others).toEqual([])
  expect(lines.map(({ message }) => message)).toEqual(expect.arrayContaining(['monitor', 'announcement', 'webhook']))
  await chaseAt('2026-11-10T08:00:00.000Z')
  expect(world.mails.length).toBeGreaterThan(mailsBefore)
  for (const mail of world.mails.slice(mailsBefore)) expect(correlationOf(mail)).toBe(id)
})

it('given somebody who asks for a link, then the id of the request is in the mail', async () => {
  const { body } = await world.stack.ask('POST /api/projects', { body: idea })
  await world.work()
  world.askForLink({
    contact: world.stack.contacts.idOf(people.mette.email),
    project: body.id,
    correlationId: 'link-please',
  })
  await world.work()
  expect(correlationOf(world.mails.at(-1) ?? '')).toBe('link-please')
  expect(JSON.parse(world.lines.at(-1) ?? '')).toMatchObject({ correlationId: 'link-please', project: body.id })
})
