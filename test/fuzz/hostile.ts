import type { Chance } from '../domain/lives/chance.ts'
import { dangerousNames, strangeValues } from './mutations.ts'
import type { Described, Request } from './requests.ts'

const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels)

/** Bodies that no form and no program of good will sends. */
const bodies: readonly ((chance: Chance, body: string) => string)[] = [
  () => deep('[', ']', 100_000),
  () => `{"concept":${deep('{"a":', '}', 5_000).replace(':}', ':1}')}}`,
  (_, body) => body.replace('{', '{"__proto__":{"isAdmin":true,"roles":["secretariat"]},'),
  (_, body) => body.replace('{', '{"constructor":{"prototype":{"polluted":1}},'),
  (chance, body) =>
    body.replace('{', `{${JSON.stringify(chance.of(dangerousNames))}:${JSON.stringify(chance.of(strangeValues))},`),
  (_, body) => body.replace('{', '{"title":"twice","title":"said",'),
  (_, body) => body.slice(0, -1),
  (_, body) => `\ufeff${body}`,
  (_, body) => body.replaceAll('"', "'"),
  (_, body) => `${body}${body}`,
  () => '{"amount":1e400}',
  () => '{"amount":-1e-400,"level":1e1}',
  () => `{"n":${'9'.repeat(5_000)}}`,
  () => '"a text"',
  () => '0',
  () => 'null',
  () => '[]',
  () => `[${'{},'.repeat(5_000)}{}]`,
  () => ' ',
  () => '\u0000',
  () => '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
  () => `{${Array.from({ length: 5_000 }, (_, at) => `"f${at}":${at}`).join()}}`,
  () => `{"text":"${'x'.repeat(300_000)}"}`,
  () => 'concept[title]=x&concept=y&__proto__[a]=1&constructor.prototype.b=2',
  () => `${'a.'.repeat(50)}b=1`,
  () => Array.from({ length: 1_500 }, (_, at) => `f${at}=${at}`).join('&'),
  () => 'title=%E0%A4%A&x=%00&y=%ff',
  (chance, body) => body.replaceAll(/"[^"]*"(?!:)/g, () => JSON.stringify(chance.of(strangeValues))),
]

const types: readonly string[] = [
  ...['application/json', 'application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;charset="utf-8"'],
  ...['application/x-www-form-urlencoded', 'text/plain', 'application/xml', 'multipart/form-data; boundary=x', ''],
  ...['application/json; charset=utf-16', 'application/json/x', ';;;', 'application/cloudevents+json', '*/*'],
]

const headers: readonly Readonly<Record<string, string>>[] = [
  { authorization: '' },
  { authorization: 'Bearer' },
  { authorization: 'Basic c2VjcmV0YXJpYXQ6eA==' },
  { authorization: `Bearer ${'a'.repeat(9_000)}` },
  // {"alg":"none"} with roles of its own making.
  { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOlsic2VjcmV0YXJpYXQiXX0.' },
  { authorization: 'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6Imxpbmsrand0In0.eyJzdWIiOiJjb25feCJ9.AAAA' },
  { authorization: 'Bearer ../../../etc/passwd' },
  { authorization: 'Bearer \u00e6' },
  { 'x-forwarded-for': '127.0.0.1', 'x-http-method-override': 'DELETE' },
  { 'if-match': '"1", "2"', 'if-none-match': '"'.repeat(500) },
  { 'if-match': `"${'9'.repeat(400)}"` },
  { 'if-none-match': '*, *, W/*' },
  { 'idempotency-key': '__proto__' },
  { 'idempotency-key': '\u202ekey' },
  { 'accept-language': `${'da,'.repeat(500)}en` },
  { 'accept-language': '\u0000' },
  { 'x-correlation-id': `$\{jndi:ldap://x}` },
  { 'x-correlation-id': '../../x'.repeat(40) },
  { traceparent: 'ff-00000000000000000000000000000000-0000000000000000-zz' },
  { accept: 'text/html', origin: 'https://evil.example', cookie: 'roles=secretariat' },
]

const places: readonly string[] = [
  ...['..', '../STATE', 'STATE', '__proto__', 'constructor', 'toString', 'prj_', 'mtg_', 'prj_1', ' ', '%00', '\u0000'],
  ...['prj_ABC#COMMIT', 'prj_01jq8z6m3v5r7t9w1x3y5z7a9c', "prj_' OR 1=1 --", `prj_${'A'.repeat(3_000)}`, '-1', '1e9'],
  ...['0', '000001', '999999', '9'.repeat(30), '\u202e1', '٣', 'prj_\ud800', '𝟙', 'prj_ＡＢＣ'],
]

const queries: readonly Readonly<Record<string, string>>[] = [
  { limit: '0' },
  { limit: '101' },
  { limit: '1e2' },
  { limit: '-1', cursor: '' },
  { cursor: 'AAAA'.repeat(30) },
  { cursor: 'x'.repeat(600) },
  { state: '__proto__' },
  { level: '4', authority: '\u0000' },
  { authority: '%'.repeat(300) },
  { key: '"><script>' },
  { key: 'eyJhbGciOiJub25lIn0.e30.' },
  { key: 'A'.repeat(500) },
  { '__proto__[x]': '1', constructor: '2' },
]

/** A request that means no good: one to three of its parts are such that nobody sends by mistake. */
export const hostile = (chance: Chance, request: Request, { body, forms }: Described): Request => {
  const { fits: _, ...meant } = request
  let made: Request = { ...meant, kind: 'hostile' }
  for (let times = 1 + chance.below(3); times > 0; times -= 1) {
    const part = chance.below(5)
    if (part === 0) made = { ...made, params: spoilt(chance, made.params) }
    if (part === 1) made = { ...made, query: { ...made.query, ...chance.of(queries) } }
    if (part === 2) made = withHeaders(made, chance.of(headers))
    if (part === 3) made = { ...made, headers: { ...made.headers, 'content-type': chance.of(types) } }
    if (part === 4 && body !== undefined) {
      const text = chance.of(bodies)(chance, made.body ?? '{}')
      const type = forms && text.includes('=') ? 'application/x-www-form-urlencoded' : made.headers['content-type']
      made = {
        ...made,
        body: text,
        headers: { ...made.headers, 'content-type': type ?? 'application/json' },
        ...(chance.percent(10) ? { bytes: true } : {}),
      }
    }
  }
  return made
}

const spoilt = (chance: Chance, named: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, chance.percent(70) ? chance.of(places) : value]),
  )

/** A token of theirs takes the place of the one that belongs. */
const withHeaders = (request: Request, given: Readonly<Record<string, string>>): Request => {
  const { authorization, ...others } = given
  return {
    ...request,
    headers: { ...request.headers, ...others },
    ...(authorization === undefined ? {} : { who: authorization }),
  }
}
