import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  board,
  people as cast,
  wasteBaseline,
  wasteCalendar,
  wasteCalendarAnswers,
  wasteReport,
} from '../../infra/local/demo/material.ts'
import { type Receiver, startReceiver } from '../../infra/local/demo/receiver.ts'
import { type World, worldAt } from '../../infra/local/demo/world.ts'
import { type LocalStack, startLocalStack } from '../../infra/local/start.ts'
import { readMails } from './support/mails-on-disk.ts'

const run = promisify(execFile)
const zelda = { name: 'Zelda Mærkværdig', email: 'zelda@hemmelig.example', language: 'da', authority: 'Skovby Kommune' }
/** Whoever is looked for, as files may hold them. */
const traces = ['Zelda', 'ZELDA', 'Mærkværdig', 'hemmelig.example', 'zelda@']

const folders = ['data', 'files'].map((name) => mkdtempSync(join(tmpdir(), `trin-erasure-${name}-`)))
const [data = '', files = ''] = folders
const [backup, ledger] = [join(files, 'backup.ndjson'), join(files, 'ledger.ndjson')]
let stack: LocalStack
let receiver: Receiver
let world: World
let secretariat: string
let link: string
let [theirs, other]: readonly `prj_${string}`[] = []

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

/** Where a trace of her is: in the bytes of any file of the data folder, in mails behind their encoding, in what is answered. */
const found = async (): Promise<readonly string[]> => {
  const inFiles = filesIn(data).flatMap((file) => {
    const bytes = readFileSync(file)
    return traces.filter((trace) => bytes.includes(trace)).map((trace) => `${file}: ${trace}`)
  })
  const mails = [...(await readMails(join(data, 'mails.ndjson'))), JSON.stringify(await stack.mails())]
  const inbox = await (await fetch(`${stack.inbox}/store`)).text()
  const told = await Promise.all(
    [theirs, other].flatMap((id) => [
      world.get(`/api/projects/${id}`, secretariat),
      world.get(`/api/projects/${id}/history`, secretariat),
    ]),
  )
  const texts = [...mails, inbox, JSON.stringify(told), JSON.stringify(await world.get('/api/projects', secretariat))]
  return [
    ...inFiles,
    ...texts.flatMap((text, at) =>
      traces.filter((trace) => text.includes(trace)).map((trace) => `text ${at}: ${trace}`),
    ),
  ]
}

const start = async () => {
  stack = await startLocalStack({ dataFolder: data, context: { webhookEndpoints: [receiver.endpoint] } })
  world = worldAt(stack.url, stack.token, receiver)
  secretariat = await world.token('secretariat')
}
const tool = async (name: string, ...args: string[]): Promise<string> => {
  const env = { ...process.env, TRIN_DATA: data }
  return (await run(process.execPath, [`infra/local/cli/${name}.ts`, ...args], { env })).stdout
}
const project = z.object({ id: z.templateLiteral(['prj_', z.string()]) })
const submit = async (concept: object, contact: object) =>
  project.parse(
    await world.post('/api/projects', {
      kind: 'new',
      concept,
      answers: wasteCalendarAnswers,
      contact,
      consentToPublish: true,
    }),
  ).id

beforeAll(async () => {
  receiver = await startReceiver()
  await start()
  theirs = await submit({ ...wasteCalendar, title: 'Kalenderen efter Zelda Mærkværdig' }, zelda)
  other = await submit({ ...wasteCalendar, purpose: 'Bygger på det, Zelda Mærkværdig viste os.' }, cast.mette)
  await world.settled()
  link = await world.linkOf(zelda.email, theirs)
  const on = (path: string, body: object, token = secretariat) =>
    world.post(`/api/projects/${theirs}${path}`, body, token)
  await on('/comments', { text: 'Det var min egen idé, siger ZELDA selv.' }, link)
  await on('/comments', { text: 'Zelda Mærkværdigs tal er på zelda@hemmelig.example.' })
  await on('/classification', { level: 1 })
  await on('/ready', {})
  await world.post(
    '/api/meetings',
    {
      meetsAt: '2031-03-03T09:00:00.000Z',
      place: 'Hos Zelda Mærkværdig',
      members: [...board, { ...zelda, seat: 'member' }],
    },
    secretariat,
  )
  await on('/start', { baseline: wasteBaseline('2031-12-31'), lead: zelda })
  await world.settled()
  const lead = await world.linkOf(zelda.email, theirs)
  const report = wasteReport({ from: '2026-11-02', to: '2027-03-01', endsOn: '2031-12-31', spent: 1, forecast: 2 })
  await on('/reports', { ...report, nextPeriod: 'Zelda Mærkværdig går videre.' }, lead)
  await world.step(20)
  await world.settled()
  await tool('backup', backup)
}, 240_000)

afterAll(async () => {
  await stack?.stop()
  await receiver?.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const lives = async () =>
  Promise.all(
    [theirs, other].map(async (id) => {
      const { version: _, ...now } = z.looseObject({}).parse(await world.get(`/api/projects/${id}`, secretariat))
      const { state, whoseMove, since, dueAt, due } = now
      return { state, whoseMove, since, dueAt, due }
    }),
  )
const happened = z.object({ items: z.array(z.looseObject({ type: z.string() })) })
const historyOf = async (id: string | undefined) =>
  happened.parse(await world.get(`/api/projects/${id}/history`, secretariat)).items.map(({ type }) => type)

describe('a person who has lived through a project', () => {
  it('when she is erased by her link, then no byte of the data folder, the inbox and the logs names her, and all can be read', async () => {
    const before = await found()
    // The search finds her where she is: in the table's files, in mails, and in what is answered.
    expect(before.some((one) => one.includes('/dynamodb/'))).toBe(true)
    expect(before.filter((one) => one.startsWith('text')).length).toBeGreaterThan(20)
    const mails = (await stack.mails()).length
    const told = await historyOf(theirs)

    await world.post('/api/erasures', {}, link)
    await world.settled()
    await stack.quiet()

    expect(await found()).toEqual([])
    const left = await stack.mails()
    expect(left.length).toBeGreaterThan(0)
    expect(left.length).toBeLessThan(mails)
    expect(await historyOf(theirs)).toEqual([...told, 'person-erased'])
    expect(await world.get(`/api/projects/${theirs}`, secretariat)).toMatchObject({
      title: 'Kalenderen efter [slettet]',
      state: 'implementation',
      whoseMove: 'secretariat',
    })
    await expect(world.post(`/api/projects/${theirs}/comments`, { text: 'Hallo?' }, link)).rejects.toThrow()
    expect(await tool('erasures', ledger)).toBe(`1 erasure in ${ledger}\n`)
    expect(Object.values((await world.status()).deadLetters).every((count) => count === 0)).toBe(true)
  }, 120_000)
})

describe('a table that was destroyed', () => {
  it('when the backup from before is restored through the ledger, then lives go on as they were, and she is not back', async () => {
    const before = { lives: await lives(), list: await world.get('/api/projects', secretariat) }
    const histories = await Promise.all([theirs, other].map(historyOf))
    await stack.stop()
    rmSync(join(data, 'dynamodb'), { recursive: true })
    await start()
    expect(await world.get('/api/projects', secretariat)).toEqual({ items: [], next: null })
    await expect(tool('restore', backup)).rejects.toThrow('--ledger')
    const said = await tool('restore', backup, '--ledger', ledger)
    expect(said).toMatch(/^\d+ items from .*\n1 erasure carried out again\n3 projections made anew\n$/)
    await world.settled()
    await stack.quiet()

    expect(await found()).toEqual([])
    expect(await Promise.all([theirs, other].map(historyOf))).toEqual(histories)
    const after = await lives()
    expect(after.map(({ state, whoseMove, due }) => ({ state, whoseMove, due }))).toEqual(
      before.lives.map(({ state, whoseMove, due }) => ({ state, whoseMove, due })),
    )
    await expect(tool('restore', backup, '--ledger', ledger)).rejects.toThrow('is not empty')

    await world.post(`/api/projects/${other}/classification`, { level: 1 }, secretariat)
    await world.settled()
    expect(await world.get(`/api/projects/${other}`, secretariat)).toMatchObject({ state: 'shaping' })
    expect(receiver.events.size).toBeGreaterThan(histories.flat().length)
  }, 180_000)
})
