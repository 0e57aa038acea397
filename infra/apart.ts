import { join, relative } from 'node:path'
import type { Metafile, Plugin } from 'esbuild'

/**
 * Modules that lie beside a bundle, each a file that is read when one of these functions of it is first called: a cold start
 * pays for all that it has to compile, and speaks one language (docs/adr/0012).
 */
const modulesApart: Readonly<Record<string, { readonly out: string; readonly calls: readonly string[] }>> = {
  'shared/i18n/da/pages.ts': { out: 'pages-da', calls: ['pageWords'] },
  'shared/i18n/en/pages.ts': { out: 'pages-en', calls: ['pageWords'] },
  'shared/i18n/da/mail.ts': { out: 'mail-da', calls: ['mailWords'] },
  'shared/i18n/en/mail.ts': { out: 'mail-en', calls: ['mailWords'] },
  'node_modules/jose/dist/webapi/jwt/verify.js': { out: 'jose-verify', calls: ['jwtVerify'] },
  'node_modules/aws-jwt-verify/dist/esm/jwt-verifier.js': { out: 'jwt-verifier', calls: ['verifyJwt'] },
  'shared/mail/preview-letter.ts': { out: 'letters', calls: ['previewLetter'] },
  'shared/i18n/da/problems.ts': { out: 'problems-da', calls: ['problemWords'] },
  'shared/i18n/en/problems.ts': { out: 'problems-en', calls: ['problemWords'] },
}

const folder = 'apart'
const outs = Object.values(modulesApart).map(({ out }) => out)

/** What esbuild is to build of them, beside what needs them. */
export const entriesApart = Object.entries(modulesApart).map(([file, { out }]) => ({
  in: `${folder}:${file}`,
  out: `${folder}/${out}`,
}))

/** Where esbuild puts a module that lies apart, below what it builds; from there it goes to each bundle that reads it. */
export const builtApart = (file: string): string => `${folder}/${file}`

/** The names of those that a bundle reads, as they have to lie beside it: `pages-da.js`. */
export const readApart = (output: Metafile['outputs'][string]): readonly string[] =>
  output.imports.flatMap(({ path, external }) => (external === true && path.startsWith('./') ? path.slice(2) : []))

/** In place of such a module stand its functions, which look for it when they are called. */
export const apartPlugin = (root: string): Plugin => ({
  name: 'apart',
  setup(build) {
    const whole = '?whole'
    build.onResolve({ filter: new RegExp(`^${folder}:`) }, ({ path }) => ({
      path: join(root, path.slice(folder.length + 1)),
      suffix: whole,
    }))
    build.onResolve({ filter: new RegExp(`^\\./(?:${outs.join('|')})\\.js$`) }, ({ path }) => ({
      path,
      external: true,
    }))
    build.onLoad(
      { filter: /[\\/](?:shared[\\/](?:i18n|mail)|node_modules[\\/](?:jose|aws-jwt-verify))[\\/]/ },
      ({ path, suffix }) => {
        const found = modulesApart[relative(root, path).replaceAll('\\', '/')]
        if (found === undefined || suffix === whole) return undefined
        const { out, calls } = found
        return {
          contents: calls
            .map((name) => `export const ${name} = (...given) => require('./${out}.js').${name}(...given)`)
            .join('\n'),
        }
      },
    )
  },
})
