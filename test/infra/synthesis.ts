import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib'
import * as z from 'zod'
import type { Bundles } from '../../infra/bundle.ts'
import { readSettings } from '../../infra/settings.ts'
import { TrinStack } from '../../infra/stack.ts'

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      DeletionPolicy: z.string().optional(),
      DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
})

export type Resource = z.output<typeof template>['Resources'][string] & { readonly id: string }

/** The stack of one stage as CloudFormation gets it. */
export interface Synthesized {
  readonly stack: TrinStack
  readonly text: string
  readonly outputs: Readonly<Record<string, { readonly Value?: unknown }>>
  all(type: string): readonly Resource[]
  resource(id: string): Resource
}

/** Functions whose code does not matter here, so that these tests neither wait for nor break with it. */
export const noCode = (): Bundles => {
  const folder = mkdtempSync(join(tmpdir(), 'trin-no-code-'))
  writeFileSync(join(folder, 'index.js'), 'exports.handler = () => {}\n')
  return { folderOf: () => folder, outputsOf: () => [], metafile: { inputs: {}, outputs: {} } }
}

export const newApp = (): App =>
  new App({
    outdir: mkdtempSync(join(tmpdir(), 'trin-cdk-')),
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
    context: { '@aws-cdk/aws-iam:minimizePolicies': true },
  })

/** An empty stack, to try a construct in. */
export const newStack = (): Stack => new Stack(newApp(), 'Trial')

/** Synthesizes the stack with the given context, `stage` and all. */
export const synthesize = (context: Readonly<Record<string, unknown>>): Synthesized => {
  const app = newApp()
  const stack = new TrinStack(app, 'Trin', { settings: readSettings((name) => context[name]), bundles: noCode() })
  const text = readFileSync(app.synth().getStackArtifact(stack.artifactId).templateFullPath, 'utf8')
  const { Resources, Outputs } = template.parse(JSON.parse(text))
  const resources = Object.entries(Resources).map(([id, resource]) => ({ id, ...resource }))
  return {
    stack,
    text,
    outputs: Outputs,
    all: (type) => resources.filter(({ Type }) => Type === type),
    resource: (id) => {
      const found = resources.find((resource) => resource.id === id)
      if (!found) throw new Error(`no resource ${id}`)
      return found
    },
  }
}
