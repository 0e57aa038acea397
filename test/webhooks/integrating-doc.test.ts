import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { routes } from '../../shared/api/routes.ts'
import type { PublicEvent } from '../../shared/domain/public-event.ts'
import { projectEventTypes } from '../../shared/webhooks/event-types.ts'

const text = readFileSync(new URL('../../docs/integrating.md', import.meta.url), 'utf8')

/** Kept in step with the filter by the compiler. */
const publicTypes: Record<PublicEvent['type'], true> = {
  'level-changed': true,
  returned: true,
  merged: true,
  withdrawn: true,
  'put-on-agenda': true,
  postponed: true,
  approved: true,
  rejected: true,
  stopped: true,
  'authority-joined': true,
  'authority-left': true,
  started: true,
  'board-informed': true,
  'reconsideration-opened': true,
  continued: true,
  rescoped: true,
  'frame-withheld': true,
  'frame-released': true,
  paused: true,
  resumed: true,
  'went-live': true,
  graduated: true,
  completed: true,
  retired: true,
  evaluated: true,
  'dispute-decided': true,
}

it('given the table of events, when it is read, then it names each, and which are public', () => {
  const told = [...text.matchAll(/\| `([a-z-]+)` +\| (yes|no) /g)].map(([, type = '', said]) => [type, said] as const)
  expect(told.map(([type]) => type).sort()).toEqual([...projectEventTypes].sort())
  const open = told.filter(([, said]) => said === 'yes').map(([type]) => type)
  expect(open.sort()).toEqual(Object.keys(publicTypes).sort())
})

it('given the addresses it names, when they are looked up, then each is a route', () => {
  const known: readonly string[] = routes.map(({ method, path }) => `${method} ${path}`)
  const named = [...text.matchAll(/`((?:GET|POST) \/[\w/{}.-]*)/g)].map(([, route = '']) => route)
  expect(named.length).toBeGreaterThan(7)
  expect(named.filter((route) => !known.includes(route))).toEqual([])
})
