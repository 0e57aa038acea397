import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { expect, test } from 'vitest'

const folder = new URL('../../functions/web', import.meta.url).pathname
const texts = (...endings: readonly string[]): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.includes(extname(file)))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')

/** Names of our own classes; one that goes on in code (`trin-risk-${…}`) ends with its hyphen. */
const namesIn = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
]
const styled = namesIn(texts('.css').replaceAll(/\/\*[\s\S]*?\*\//g, ''), /\.(trin-[\w-]+)/g)
const drawn = namesIn(texts('.ts', '.tsx'), /[ "'`](trin-[\w-]+)/g)
/** Keys under which a script or a page keeps something: no classes. */
const others = ['trin-draft']

const fits = (name: string, other: string): boolean => name === other || (other.endsWith('-') && name.startsWith(other))

test('given a class of ours with a style, when pages and scripts are read, then one of them uses it', () => {
  expect(styled.length).toBeGreaterThan(50)
  expect(styled.filter((name) => !drawn.some((other) => fits(name, other)))).toEqual([])
})

test('given a class of ours on a page, when styles are read, then one of them is about it', () => {
  const plain = drawn.filter((name) => !others.includes(name))
  expect(plain.length).toBeGreaterThan(50)
  expect(plain.filter((name) => !styled.some((other) => fits(other, name)))).toEqual([])
})
