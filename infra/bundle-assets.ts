import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { buildSync } from 'esbuild'

export interface BundledAssets {
  /** What each is served as, by the name that pages know it by: `trin.css` is `trin.5f2a….css`. */
  readonly names: Readonly<Record<string, string>>
  /** What is in each, by the name it is served as. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** The parts of the design system that every page loads; its own fonts come in four formats, ours in one. */
const fonts = {
  'regular.woff2': 'IBMPlexSans-Regular-Latin1.woff2',
  'semibold.woff2': 'IBMPlexSans-SemiBold-Latin1.woff2',
}

/** What pages load beside their text; `proof` only where somebody is about to send an idea, and the settings ask for it. */
const scripts = {
  'trin.js': 'functions/web/assets/trin.ts',
  'proof.js': 'functions/web/assets/proof.ts',
  'proof-worker.js': 'node_modules/altcha/dist/workers/pbkdf2.js',
}

/**
 * Styles, scripts, fonts and icons of the pages, each under a name with a hash of what is in it, so that browsers may keep
 * it for good. The design system's styles go as they are but for its `@font-face`; icons its styles point at go along.
 * @throws when something does not resolve, or esbuild warns.
 */
export const bundleAssets = (root: string): BundledAssets => {
  const dkfds = join(root, 'node_modules/dkfds/dist')
  const own = join(root, 'functions/web/assets')
  const files = new Map<string, Uint8Array>()
  const names: Record<string, string> = {}
  const add = (name: string, contents: Uint8Array): void => {
    const extension = extname(name)
    const served = `${basename(name, extension)}.${createHash('sha256').update(contents).digest('hex').slice(0, 12)}${extension}`
    names[name] = served
    files.set(served, contents)
  }

  for (const [name, file] of Object.entries(fonts))
    add(name, readFileSync(join(dkfds, 'fonts/IBMPlexSans/split/woff2', file)))
  add('icons.svg', readFileSync(join(dkfds, 'img/all-svg-icons.svg')))
  for (const file of readdirSync(own).filter((one) => one.endsWith('.svg'))) add(file, readFileSync(join(own, file)))

  const styles = readFileSync(join(dkfds, 'css/dkfds.css'), 'utf8').replaceAll(/@font-face\s*\{[^}]*\}/g, '')
  for (const [name, { contents, from }] of Object.entries({
    'dkfds.css': { contents: styles, from: join(dkfds, 'css') },
    'trin.css': { contents: withNames(readFileSync(join(own, 'trin.css'), 'utf8'), names), from: own },
  })) {
    const { outputFiles, warnings } = buildSync({
      stdin: { contents, resolveDir: from, loader: 'css' },
      bundle: true,
      minify: true,
      write: false,
      outdir: root,
      assetNames: '[name].[hash]',
      loader: { '.svg': 'file', '.png': 'file' },
      external: ['/assets/*'],
      legalComments: 'none',
      logLevel: 'silent',
    })
    if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'))
    for (const { path, contents: built } of outputFiles)
      if (path.endsWith('.css')) add(name, built)
      else files.set(basename(path), built)
  }

  for (const [name, entry] of Object.entries(scripts)) {
    const script = buildSync({
      entryPoints: [join(root, entry)],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      legalComments: 'none',
      logLevel: 'silent',
    })
    for (const { contents } of script.outputFiles) add(name, contents)
  }
  return { names, files }
}

/** Our own styles name assets as pages do: `url(regular.woff2)`. */
const withNames = (css: string, names: Readonly<Record<string, string>>): string =>
  css.replaceAll(/url\(([\w.-]+)\)/g, (whole, name: string) =>
    names[name] === undefined ? whole : `url(/assets/${names[name]})`,
  )
