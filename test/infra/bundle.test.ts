import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { bundleFunctions } from '../../infra/bundle.ts'
import { type FunctionName, functions } from '../../infra/functions.ts'
import { variable } from '../../shared/environment.ts'
import { languages } from '../../shared/i18n/language.ts'
import { mailWords } from '../../shared/i18n/mail-words.ts'
import { pageWords } from '../../shared/i18n/page-words.ts'
import { synthesize } from './synthesis.ts'

// A stack takes a second to build, and a machine that is busy with other tests takes many.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = join(mkdtempSync(join(tmpdir(), 'trin-bundles-')), 'functions')
afterAll(() => rmSync(join(folder, '..'), { recursive: true }))

const bundles = await bundleFunctions(folder)
const stack = synthesize({ stage: 'local', relayLookAgain: 1_000, processSettings: { papersBefore: 21 } })
const ours: readonly string[] = Object.values(variable)

/** What the template gives a function; what CloudFormation fills in is filled in here. */
const environmentOf = (name: string): Readonly<Record<string, string>> => {
  const fn = stack.all('AWS::Lambda::Function').find((one) => one.Properties.FunctionName === `trin-local-${name}`)
  const { Variables } = z
    .object({ Variables: z.record(z.string(), z.unknown()) })
    .parse(fn?.Properties.Environment ?? { Variables: {} })
  return Object.fromEntries(
    Object.entries(Variables).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : key.endsWith('_URL') ? 'https://sqs.eu-north-1.amazonaws.com/1/queue' : key,
    ]),
  )
}

const loaded = z.object({ handler: z.string(), read: z.array(z.string()) })

/** Loads a bundle as Lambda does, in a process of its own that notes which variables it reads. */
const load = (name: FunctionName) => {
  const environment = {
    ...environmentOf(name),
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
  }
  const script = `
    const read = new Set()
    process.env = new Proxy(${JSON.stringify(environment)}, { get: (held, name) => (read.add(String(name)), held[name]) })
    const { handler } = require(${JSON.stringify(join(bundles.folderOf(name), 'index.js'))})
    process.stdout.write(JSON.stringify({ handler: typeof handler, read: [...read] }))
    process.exit()`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return loaded.parse(JSON.parse(stdout))
}

describe.each(Object.keys(functions) as FunctionName[])('given the bundle of %s', (name) => {
  it('when it is loaded with the environment of the template, then it is ready, and has read all that it was given', () => {
    const { handler, read } = load(name)
    expect(handler).toBe('function')
    const given = ours.filter((one) => one in environmentOf(name))
    // The queue of webhooks is there only where somebody listens.
    const looked = ours.filter((one) => read.includes(one) && (one !== variable.webhooksQueue || given.includes(one)))
    expect(looked).toEqual(given)
  })

  it('then it is CommonJS, whole but for what Node.js brings', () => {
    expect(JSON.parse(readFileSync(join(bundles.folderOf(name), 'package.json'), 'utf8'))).toEqual({ type: 'commonjs' })
    const outside = bundles.outputsOf(name).flatMap(({ imports }) => imports.filter(({ external }) => external))
    const files = readdirSync(bundles.folderOf(name))
    expect(outside.length).toBeGreaterThan(0)
    expect(
      outside.map(({ path }) => path).filter((path) => !isBuiltin(path) && !files.includes(path.slice(2))),
    ).toEqual([])
  })
})

it.each(['openapi.json', 'asyncapi.json'])(
  'given the bundle of portfolio, then %s lies beside it, without white space',
  (name) => {
    const kept = readFileSync(new URL(`../../functions/portfolio/${name}`, import.meta.url), 'utf8')
    expect(readFileSync(join(bundles.folderOf('portfolio'), name), 'utf8')).toBe(JSON.stringify(JSON.parse(kept)))
  },
)

it('given the bundles, then only the function that writes mail carries a client for mail', () => {
  const carriers = Object.entries(bundles.metafile.outputs)
    .filter(([, { inputs }]) => Object.keys(inputs).some((input) => input.includes('@aws-sdk/client-ses/')))
    .map(([path]) => path.split('/').at(-2))
  expect(carriers.filter((name) => name !== 'notification')).toEqual([])
})

it('given the bundles, then none carries the interface of zod whose methods no bundler can leave out', () => {
  const carried = Object.keys(bundles.metafile.inputs).filter((input) => input.includes('zod/v4/classic/'))
  expect(carried).toEqual([])
})

it('given the bundles, then none carries messages of zod, which come along with whatever reaches into its core', () => {
  const carriers = Object.entries(bundles.metafile.outputs)
    .filter(([, { inputs }]) => Object.keys(inputs).some((input) => /zod.*\/locales\/(?!en\.)/.test(input)))
    .map(([path]) => path.split('/').at(-2))
  expect(carriers).toEqual([])
})

describe('given words that lie beside a bundle', () => {
  const beside = (name: FunctionName, file: string) =>
    createRequire(import.meta.url)(join(bundles.folderOf(name), file))

  it('when a page or a letter asks for them, then they are what the sources say, each language in a file of its own', () => {
    for (const language of languages) {
      expect(beside('web-idea', `pages-${language}.js`).pageWords().submit.title).toBe(pageWords[language].submit.title)
      expect(beside('notification', `mail-${language}.js`).mailWords().frame.offices).toEqual(
        mailWords[language].frame.offices,
      )
    }
    expect(typeof beside('web-case', 'letters.js').previewLetter).toBe('function')
  })

  it('then no bundle carries them itself, so that a cold start reads what it says and no more', () => {
    const said = pageWords.da.board.title
    for (const name of Object.keys(functions) as FunctionName[])
      expect(readFileSync(join(bundles.folderOf(name), 'index.js'), 'latin1').includes(said), name).toBe(false)
    expect(readFileSync(join(bundles.folderOf('web-desk'), 'pages-da.js'), 'latin1').includes(said)).toBe(true)
  })
})
