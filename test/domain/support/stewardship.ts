import type { Level } from '../../../shared/domain/level.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { confirmedItems } from '../../../shared/domain/stewardship/onboarding.ts'
import { act, aRunning, day } from './life.ts'
import { actors, people, person } from './material.ts'

/** Who follows the product of these tests. */
export const coordinators = { chair: person(people.ditte), member: person(people.palle) } as const

export const nameGroup = {
  type: 'name-coordination-group',
  members: [people.ditte, people.palle],
  chair: people.ditte,
} as const

export const goLive = (authority: string) => ({ type: 'go-live', authority, on: '2026-11-20' }) as const

export const confirmed = confirmedItems.map((item) => ({ item, evidence: `Se ${item}.` }))

/** Day 91: running, live in two authorities, with a coordination group, its condition fulfilled. */
export const anAlmostProduct = (level: Level = 2): Project => {
  const first = act(aRunning(level), goLive('Tisvang Kommune'), actors.lead, day(90))
  const second = act(first, goLive('Lynge-Sandby Kommune'), actors.lead, day(90))
  const followed = act(second, nameGroup, actors.secretariat, day(90))
  return level === 1
    ? followed
    : act(followed, { type: 'fulfil-condition', condition: 1, evidence: 'Underskrevet.' }, actors.owner, day(91))
}

/** Day 100: a product at last. */
export const aProduct = (level: Level = 2): Project =>
  act(anAlmostProduct(level), { type: 'graduate', confirmed }, actors.secretariat, day(100))
