import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
})

const template = z.object({
  Resources: z.record(z.string(), resource),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
})

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).optional() }).loose(),
  ),
})
const stackProperties = z.object({ templateFile: z.string(), stackName: z.string().optional() })
const assetsFile = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string(), packaging: z.string() }) })).default({}),
})

/** A resource as CloudFormation writes it: its properties may hold intrinsics. */
export type Resource = z.output<typeof resource>
/** What of a CloudFormation template means something here. */
export type Template = z.output<typeof template>

/** A synthesized stack: what `cdk synth` wrote. */
export interface Assembly {
  readonly stackName: string
  readonly template: Template
  /** The folder of an asset, by its hash. */
  readonly assetFolder: (hash: string) => string
}

/** The template or the folder of the synthesized stack says something that the local stack does not understand. */
export class TemplateNotUnderstood extends Error {
  override readonly name = 'TemplateNotUnderstood'
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Reads the one stack that a cloud assembly holds.
 * @param folder what the CDK app wrote (`cdk.out`).
 * @param placeholders texts that are not known when synthesizing (the address of the stack) and what they become.
 * @throws TemplateNotUnderstood when there is not exactly one stack.
 */
export const readAssembly = (folder: string, placeholders: Readonly<Record<string, string>> = {}): Assembly => {
  const artifacts = Object.entries(manifest.parse(readJson(join(folder, 'manifest.json'))).artifacts)
  const stacks = artifacts.filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
  const [stack] = stacks
  if (stack === undefined || stacks.length > 1)
    throw new TemplateNotUnderstood(`${folder} holds ${stacks.length} stacks; the local stack runs exactly one`)
  const [id, artifact] = stack
  const { templateFile, stackName } = stackProperties.parse(artifact.properties)
  let text = readFileSync(join(folder, templateFile), 'utf8')
  for (const [placeholder, value] of Object.entries(placeholders))
    text = text.replaceAll(placeholder, JSON.stringify(value).slice(1, -1))
  const { files } = assetsFile.parse(readJson(join(folder, `${id}.assets.json`)))
  return {
    stackName: stackName ?? id,
    template: template.parse(JSON.parse(text)),
    assetFolder: (hash) => {
      const asset = files[hash]
      if (asset === undefined) throw new TemplateNotUnderstood(`no asset ${hash} in ${id}.assets.json`)
      if (asset.source.packaging !== 'zip')
        throw new TemplateNotUnderstood(`asset ${hash} is a ${asset.source.packaging}, not a folder`)
      return join(folder, asset.source.path)
    },
  }
}
