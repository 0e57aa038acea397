import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildResult, build, type Metafile } from 'esbuild'
import { apartPlugin, builtApart, entriesApart, readApart } from './apart.ts'
import { bundleAssets } from './bundle-assets.ts'
import { type FunctionName, functions } from './functions.ts'
import { standInPlugin } from './stand-ins/plugin.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

type Output = Metafile['outputs'][string]

export interface Bundles {
  /** The folder that holds a function's `index.js`, absolute. */
  folderOf(name: FunctionName): string
  /** What esbuild says of what a function is made of: its bundle, and what lies beside it to be read when it is needed. */
  outputsOf(name: FunctionName): readonly Output[]
  readonly metafile: Metafile
}

/**
 * Bundles every function with one call of esbuild, each into a folder of its own.
 * @throws when something does not resolve, a stand-in has nothing to stand in for, or esbuild warns.
 */
export async function bundleFunctions(into: string = join(root, '.build/functions')): Promise<Bundles> {
  const assets = bundleAssets(root)
  const built = await bundleEntries(
    [...Object.entries(functions).map(([name, { entry }]) => ({ in: entry, out: `${name}/index` })), ...entriesApart],
    { outdir: into, write: false, define: { ASSET_NAMES: JSON.stringify(assets.names) } },
  )
  const contentOf = (file: string): Uint8Array => {
    const found = built.outputFiles?.find(({ path }) => path === join(into, file))
    if (found === undefined) throw new Error(`nothing was built as ${file}`)
    return found.contents
  }
  /** All that a file reads from beside it, and what that reads. */
  const besideOf = (file: string): readonly string[] => {
    const first = readApart(outputOf(file))
    return [...new Set([...first, ...first.flatMap((one) => readApart(outputOf(builtApart(one))))])]
  }
  const outputOf = (file: string): Output => {
    const found = Object.entries(built.metafile.outputs).find(([path]) => path.endsWith(`/${file}`))
    if (found === undefined) throw new Error(`nothing was built as ${file}`)
    return found[1]
  }
  const apart = join(into, builtApart(''))
  for (const { path, contents } of (built.outputFiles ?? []).filter((one) => !one.path.startsWith(apart)))
    place(path.endsWith('.map') ? join(into, '../maps', `${basename(dirname(path))}.js.map`) : path, contents)
  for (const name of Object.keys(functions)) {
    place(join(into, name, 'package.json'), Buffer.from('{"type":"commonjs"}\n'))
    for (const file of besideOf(`${name}/index.js`)) place(join(into, name, file), contentOf(builtApart(file)))
  }
  for (const [file, contents] of assets.files) place(join(into, 'web-portfolio', 'assets', file), contents)
  for (const [name, file] of besides) place(join(into, name, basename(file)), packed(join(root, file)))
  return {
    folderOf: (name) => join(into, name),
    outputsOf: (name) => [`${name}/index.js`, ...besideOf(`${name}/index.js`).map(builtApart)].map(outputOf),
    metafile: built.metafile,
  }
}

/**
 * CommonJS and `module,main`, because that loads fastest on Lambda, and no `import()`: of Node's own modules it would load
 * parts that nobody asks for (docs/adr/0012). No arrows either: V8 reads all that stands in an arrow when the file is loaded, and
 * builds it up for nothing where nobody calls it; over what stands in a function it passes lightly. Whatever a function uses goes
 * along, none of it comes from the runtime. Source maps stay beside (`.build/maps`): with them in the bundle a cold start of relay
 * costs 70 ms more (237 against 169 ms of processor time) and its folder grows from 0.5 to 2.8 MB, for traces that are read once a year.
 * @throws as `bundleFunctions` does.
 */
export async function bundleEntries(
  entryPoints: readonly { readonly in: string; readonly out: string }[],
  { outdir, write, define = {} }: { outdir: string; write: boolean; define?: Readonly<Record<string, string>> },
): Promise<BuildResult<{ metafile: true }>> {
  const built = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.dirname': '__dirname', ...define },
    legalComments: 'none',
    supported: { 'dynamic-import': false, arrow: false },
    alias: {
      '@aws-sdk/credential-provider-node': './infra/stand-ins/no-credential-chain.ts',
      '@aws-sdk/middleware-endpoint-discovery': './infra/stand-ins/no-endpoint-discovery.ts',
      '@smithy/core/event-streams': './infra/stand-ins/no-event-streams.ts',
    },
    plugins: [standInPlugin, apartPlugin(root)],
    metafile: true,
    write,
    logLevel: 'silent',
  })
  if (built.warnings.length > 0) throw new Error(built.warnings.map(({ text }) => text).join('\n'))
  return built
}

/** Files that a function reads when it needs them; they lie beside its bundle, and cost no start anything. */
const besides: readonly (readonly [FunctionName, string])[] = [
  ['portfolio', 'functions/portfolio/openapi.json'],
  ['portfolio', 'functions/portfolio/asyncapi.json'],
]

/** JSON without the white space that people read it by. */
const packed = (file: string): Buffer => Buffer.from(JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))))

/** Whole or not at all, and only if it differs: two syntheses at once must not read each other's half a file. */
function place(path: string, contents: Uint8Array): void {
  try {
    if (readFileSync(path).equals(contents)) return
  } catch {
    mkdirSync(dirname(path), { recursive: true })
  }
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, contents)
  renameSync(beside, path)
}
