import { describe, expect, test } from 'vitest'
import { act, aRunning, day } from '../support/life.ts'
import { aConcept, actors, allMet, kr, people, projects } from '../support/material.ts'

describe('authorities that take part', () => {
  test('given a form that names the proposing authority among the others, when it is submitted, then it takes part once', () => {
    const concept = aConcept({ otherAuthorities: ['Tisvang Kommune', 'Norre Strand Kommune'] })

    const idea = act(
      undefined,
      { type: 'submit', kind: 'new', concept, answers: allMet(1), proposer: people.maren, consentToPublish: false },
      actors.anonymous,
      day(0),
    )

    expect(idea.authorities.map(({ authority }) => authority)).toEqual(['Tisvang Kommune', 'Norre Strand Kommune'])
  })

  test('given an authority with a pledge, when its own idea is merged in, then the pledge stays', () => {
    const pledge = { amount: kr(50_000), hours: 40 }
    const joined = act(aRunning(), { type: 'join', authority: 'Østervig Kommune', pledge }, actors.lead, day(65))

    const merged = act(
      joined,
      { type: 'absorb', project: projects.sensor, contact: people.ditte, authority: 'Østervig Kommune' },
      actors.agendaKeeper,
      day(66),
    )

    expect(merged.authorities).toContainEqual({ authority: 'Østervig Kommune', pledge })
    expect(merged.contacts).toContain(people.ditte)
  })
})
