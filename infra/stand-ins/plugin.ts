import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { withKnownErrors } from './known-errors.ts'

/** What is in a bundle in place of a package's file: a file of this folder, or what is made of the original. */
type InPlace = `${string}.ts` | ((original: string) => string)

const fileOf = (name: string): string => JSON.stringify(join(import.meta.dirname, name))

function endpointOf(host: string): InPlace {
  return () =>
    `import { regionalEndpoint } from ${fileOf('regional-endpoint.ts')}\nexport const defaultEndpointResolver = regionalEndpoint('${host}')`
}

/** Files of packages, as they lie in `node_modules`, and what stands in for each. */
const standIns: Readonly<Record<string, InPlace>> = {
  '@aws-sdk/client-dynamodb/dist-es/endpoint/endpointResolver.js': endpointOf('dynamodb'),
  '@aws-sdk/client-ses/dist-es/endpoint/endpointResolver.js': endpointOf('email'),
  '@aws-sdk/client-sqs/dist-es/endpoint/endpointResolver.js': endpointOf('sqs'),
  '@aws-sdk/client-dynamodb/dist-es/schemas/schemas_0.js': withKnownErrors,
  '@aws-sdk/client-ses/dist-es/schemas/schemas_0.js': withKnownErrors,
  '@aws-sdk/client-sqs/dist-es/schemas/schemas_0.js': withKnownErrors,
  '@smithy/core/dist-es/submodules/checksum/md5/Md5Js.js': 'no-hashes-in-script.ts',
  '@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js': 'no-hashes-in-script.ts',
  '@smithy/core/dist-es/submodules/config/node-config-provider/configLoader.js': 'no-configuration-files.ts',
  '@smithy/core/dist-es/submodules/serde/util-stream/stream-type-check.js': 'no-web-streams.ts',
  '@smithy/core/dist-es/submodules/serde/uuid/v4.js': 'ids-by-node.ts',
  'nodemailer/dist/esm/fetch/index.js': () => `export { noFetching as default } from ${fileOf('no-fetching.ts')}`,
  'nodemailer/dist/esm/mime-funcs/mime-types.js': 'no-file-types.ts',
}

/** Puts the stand-ins in place. The build fails when a file that has one is not there any more, so that it moves along. */
export const standInPlugin: Plugin = {
  name: 'stand-ins',
  setup(build) {
    const met = new Set<string>()
    build.onLoad({ filter: /[\\/]node_modules[\\/](@aws-sdk|@smithy|nodemailer)[\\/]/ }, ({ path }) => {
      const file = path.replaceAll('\\', '/').replace(/^.*\/node_modules\//, '')
      const inPlace = standIns[file]
      if (inPlace === undefined) return undefined
      met.add(file)
      return typeof inPlace === 'string'
        ? { contents: `export * from ${fileOf(inPlace)}` }
        : { contents: inPlace(readFileSync(path, 'utf8')) }
    })
    build.onEnd(() => ({
      errors: Object.keys(standIns)
        .filter((file) => !met.has(file))
        .map((file) => ({ text: `${file} has a stand-in, but nothing needs it` })),
    }))
  },
}
