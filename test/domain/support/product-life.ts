import type { Level } from '../../../shared/domain/level.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import { confirmedItems } from '../../../shared/domain/stewardship/onboarding.ts'
import { aCondition, act, aRunning, day } from './life.ts'
import { actors, people, person } from './material.ts'

export const coordination = person(people.lone)

/** A person's word for every item that takes one. */
export const allConfirmed = confirmedItems.map((item) => ({ item, evidence: 'Aftalen ligger på sagen.' }))

/** Day 300: live in two authorities, its condition fulfilled, with those who will follow it. */
export const aLive = (level: Level = 2): Project => {
  const running = aRunning(level)
  const settled =
    level === 1
      ? running
      : act(
          running,
          { type: 'fulfil-condition', condition: 1, evidence: `${aCondition.text} De ligger på sagen.` },
          actors.lead,
          day(100),
        )
  const live = ['Tisvang Kommune', 'Lynge-Sandby Kommune'].reduce(
    (project, authority) => act(project, { type: 'go-live', authority, on: '2027-06-01' }, actors.lead, day(300)),
    settled,
  )
  return act(
    live,
    { type: 'name-coordination-group', members: [people.lone, people.kasper], chair: people.lone },
    actors.lead,
    day(300),
  )
}

/** Day 310: a product. */
export const aProduct = (level: Level = 2): Project =>
  act(aLive(level), { type: 'graduate', confirmed: allConfirmed }, actors.secretariat, day(310))
