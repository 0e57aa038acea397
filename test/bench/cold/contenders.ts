import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync, type Metafile } from 'esbuild'
import { bundleFunctions } from '../../../infra/bundle.ts'
import { type FunctionName, functions } from '../../../infra/functions.ts'
import { environmentFor } from '../../../infra/local/clients.ts'
import { account } from '../../../infra/local/engines/sqs.ts'
import { planStack } from '../../../infra/local/plan/plan.ts'
import { shortName } from '../../../infra/local/short-name.ts'
import { synthesize } from '../../../infra/local/synthesize.ts'
import { readAssembly } from '../../../infra/local/template.ts'
import { variable } from '../../../shared/environment.ts'
import { httpEvent } from '../../fakes/http-event.ts'
import { type Around, firstCallOf, receiver, signingKey, submission } from './first-calls.ts'
import { type Part, partsOf } from './parts.ts'
import { startStandIn } from './stand-in.ts'
import { makeWorld } from './world.ts'

/** What is measured: a bundle with its environment, and its first call. */
export interface Contender {
  readonly name: string
  readonly file: string
  readonly environment: Readonly<Record<string, string>>
  readonly event: unknown
  /** Whether it must; a call made up by what calls the function may be refused. */
  readonly succeeds: boolean
  /** Milliseconds. */
  readonly timeout: number
  /** Bytes of the bundle, and of what lies beside it. */
  readonly size: number
  /** What the bundle is made of, the largest first. */
  readonly parts: readonly Part[]
}

export interface Contenders {
  readonly empty: Contender
  readonly usual: Contender
  readonly functions: readonly (Contender & { readonly name: FunctionName })[]
  /** What the services were asked since the last look. */
  readonly asked: () => readonly string[]
  readonly stop: () => Promise<void>
}

const region = 'eu-north-1'
const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Every function of the stack, bundled as it is deployed, with the environment that the template gives it; the empty
 * handler beside it; and the usual set, bundled by esbuild's defaults. All speak to one stand-in on this machine.
 */
export const makeContenders = async (): Promise<Contenders> => {
  const folder = mkdtempSync(join(tmpdir(), 'trin-cold-'))
  const world = await makeWorld()
  const standIn = await startStandIn(world.items)
  const around = { world, standIn }
  const aws = environmentFor({ dynamodb: standIn.url, sqs: standIn.url, ses: standIn.url }, region)
  const baselines = join(folder, 'baselines')
  const { metafile } = buildSync({
    entryPoints: [join(here, 'empty.ts'), join(here, 'usual-set.ts')],
    outdir: baselines,
    bundle: true,
    platform: 'node',
    metafile: true,
    logLevel: 'silent',
  })
  writeFileSync(join(baselines, 'package.json'), '{"type":"commonjs"}\n')
  const baseline = (name: string, event: unknown): Contender => ({
    name,
    file: join(baselines, `${name}.js`),
    environment: { ...aws, [variable.table]: 'table' },
    event,
    succeeds: true,
    timeout: 15_000,
    ...madeOf(
      Object.entries(metafile.outputs).flatMap(([path, output]) => (path.endsWith(`${name}.js`) ? [output] : [])),
    ),
  })
  return {
    empty: baseline('empty', {}),
    usual: baseline('usual-set', httpEvent({ route: 'POST /api/projects', body: submission })),
    functions: await functionsOf(around, aws, join(folder, 'functions')),
    asked: standIn.asked,
    stop: async () => {
      await standIn.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

const functionsOf = async (around: Around, aws: Contender['environment'], folder: string) => {
  const bundles = await bundleFunctions(folder)
  const { url, issuer } = around.standIn
  const assembly = readAssembly(await synthesize({ stage: 'local' }))
  const queueUrl = (name: string) => `${url}/${account}/${name}`
  const plan = planStack(assembly, { region, account, url, queueUrl, secret: () => signingKey })
  const told = {
    [variable.issuer]: issuer,
    [variable.signingKey]: signingKey,
    [variable.webhookEndpoints]: JSON.stringify([
      { id: receiver, url: `${url}/receiver`, secret: `whsec_${'ab'.repeat(16)}`, role: 'integrator' },
    ]),
  }
  return Promise.all(
    (Object.keys(functions) as FunctionName[]).map(async (name) => {
      const fn = plan.functions.find((one) => shortName(assembly.stackName, one.name) === name)
      if (fn === undefined) throw new Error(`the template has no function ${name}`)
      const calledBy = [
        ...plan.routes.filter(({ functionArn }) => functionArn === fn.arn).map(({ routeKey }) => routeKey),
        ...plan.mappings.filter((mapping) => [fn.arn, fn.name].includes(mapping.function)).map(() => 'queue'),
      ]
      const read = Object.entries(told).filter(([key]) => key in fn.environment)
      return {
        name,
        file: join(bundles.folderOf(name), 'index.js'),
        environment: { ...aws, ...fn.environment, ...Object.fromEntries(read) },
        ...(await firstCallOf(name, calledBy, around)),
        timeout: fn.timeout,
        ...madeOf(bundles.outputsOf(name)),
      }
    }),
  )
}

const madeOf = (outputs: readonly Metafile['outputs'][string][]): Pick<Contender, 'size' | 'parts'> => ({
  size: outputs.reduce((sum, { bytes }) => sum + bytes, 0),
  parts: partsOf(outputs.map(({ inputs }) => inputs)),
})
