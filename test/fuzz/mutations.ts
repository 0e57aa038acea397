import type { Chance } from '../domain/lives/chance.ts'
import { isGroup } from './values.ts'

/** Names that must be names of fields and nothing more. */
export const dangerousNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', '']

/** Values of the wrong kind, or the right kind in the wrong measure. */
export const strangeValues: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER + 2, -0, '', ' ', '\t\n', 'x'.repeat(20_000)],
  ...[[], {}, [[]], [null], { a: { b: { c: {} } } }, 'NaN', '1', 'true', '2027-02-30', '0000-00-00', '9999-12-31'],
  ...['9999-12-31T23:59:59-23:59', '0000-01-01T00:00:00+23:59', '2027-13-01T00:00:00Z', 'prj_', 'mtg_1', 'con_'],
  ...['<script>alert(1)</script>', "' OR '1'='1", `$\{jndi:ldap://x}`, '{{7*7}}', '../../etc/passwd', '%00', '\u0000'],
  ...[
    '\u202egnp.exe',
    '\ud800',
    '\udc00\ud800',
    '\ufffd',
    '\u2028',
    '\ufeff',
    'é',
    'e\u0301',
    'ﬁ',
    'I\u0307',
    '\u{e0041}',
  ],
  ...[
    '👩‍👩‍👧‍👦'.repeat(60),
    '\u0300'.repeat(300),
    'a@b',
    'a@b.c',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '@x.example',
  ],
]

type Place = readonly (string | number)[]

/** Every place in a value, the value itself the first. */
const placesIn = (value: unknown, here: Place = []): readonly Place[] => {
  if (Array.isArray(value)) return [here, ...value.flatMap((one, at) => placesIn(one, [...here, at]))]
  if (isGroup(value)) return [here, ...Object.entries(value).flatMap(([name, one]) => placesIn(one, [...here, name]))]
  return [here]
}

const changed = (value: unknown, [at, ...rest]: Place, change: (inner: unknown) => unknown): unknown => {
  if (at === undefined) return change(value)
  if (Array.isArray(value)) return value.map((one, place) => (place === at ? changed(one, rest, change) : one))
  return withEntries(
    Object.entries(Object(value)).map(([name, one]) => [name, name === at ? changed(one, rest, change) : one]),
  )
}

/** As `JSON.parse` makes it: `__proto__` is a name like any other. */
const withEntries = (entries: readonly (readonly [string, unknown])[]): object => Object.fromEntries(entries)

/** The value with one thing in it changed. */
export const mutated = (chance: Chance, value: unknown): unknown => {
  const places = placesIn(value)
  const place = chance.of(places)
  return changed(value, place, (inner) => {
    if (isGroup(inner) && chance.percent(60)) {
      const entries = Object.entries(inner)
      const gone = chance.below(Math.max(1, entries.length))
      const left = entries.filter((_, at) => at !== gone)
      return chance.percent(50)
        ? withEntries(left)
        : withEntries([...entries, [chance.of([...dangerousNames, 'extra', 'Title', 'id']), chance.of(strangeValues)]])
    }
    if (Array.isArray(inner) && chance.percent(50))
      return chance.percent(50) ? inner.slice(1) : Array.from({ length: 300 }, () => inner[0] ?? null)
    if (typeof inner === 'number' && chance.percent(50))
      return chance.of([-inner, inner + 0.5, inner * 1e12, String(inner)])
    if (typeof inner === 'string' && chance.percent(40))
      return chance.of([
        inner.toUpperCase(),
        `${inner}\u0000`,
        inner.repeat(400),
        `\u202e${inner}`,
        inner.slice(1),
        [inner],
      ])
    return chance.of(strangeValues)
  })
}
