import { describe, expect, it } from 'vitest'
import { proposeLevel } from '../../shared/domain/classification.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { aConcept, aJointConcept, allMet, kr } from './support/material.ts'

describe('the level that Trin proposes', () => {
  it('given a small idea of one authority, when placed, then it is level 1, and both pointers to level 2 are missing', () => {
    expect(proposeLevel(aConcept(), allMet(1), defaultSettings)).toMatchObject({
      level: 1,
      pointers: [{ points: 1, because: 'nothing-points-upward' }],
      missingForNext: ['several-authorities', 'many-could-use-it', 'backed-by-management'],
      unmet: expect.arrayContaining([]),
    })
  })

  it('given several authorities with management behind it, when placed, then it is level 2', () => {
    const proposal = proposeLevel(aJointConcept(), {}, defaultSettings)
    expect(proposal.level).toBe(2)
    expect(proposal.pointers).toEqual([
      { criterion: 'R3', points: 2, because: 'several-authorities' },
      { criterion: 'R3', points: 2, because: 'many-could-use-it' },
      { criterion: 'R2', points: 2, because: 'backed-by-management' },
    ])
    expect(proposal.missingForNext).toEqual([
      'national-strategy',
      'business-critical-in-many',
      'joint-economy-above-threshold',
    ])
    expect(proposal.unmet).toContain('G6')
  })

  it('given one authority, but enough that could use it, when management backs it, then it is level 2', () => {
    const idea = (potentialAuthorities: number) => aConcept({ potentialAuthorities, backedByManagement: true })
    expect(proposeLevel(idea(5), {}, defaultSettings).level).toBe(2)
    expect(proposeLevel(idea(4), {}, defaultSettings)).toMatchObject({
      level: 1,
      missingForNext: ['several-authorities', 'many-could-use-it'],
    })
  })

  it('given several authorities without management behind it, when placed, then it is level 1 and that is what is missing', () => {
    expect(proposeLevel(aJointConcept({ backedByManagement: false }), {}, defaultSettings)).toMatchObject({
      level: 1,
      missingForNext: ['backed-by-management'],
    })
  })

  it('given the self-evaluation says what the form does not, when placed, then it points as well', () => {
    const answers = { R2: { answer: 'yes' }, R3: { answer: 'yes' } } as const
    expect(proposeLevel(aConcept(), answers, defaultSettings).level).toBe(2)
    expect(proposeLevel(aConcept(), { R4: { answer: 'yes' } }, defaultSettings).level).toBe(3)
  })

  it.each([
    ['national-strategy', { nationalStrategy: 'Den fællesoffentlige digitaliseringsstrategi' }],
    ['business-critical-in-many', { businessCritical: 'many' }],
    ['joint-economy-above-threshold', { jointCost: kr(5_000_001) }],
  ] as const)('given %s, when placed, then that alone makes it level 3, with nothing missing', (because, but) => {
    const proposal = proposeLevel(aConcept(but), {}, defaultSettings)
    expect(proposal.level).toBe(3)
    expect(proposal.pointers).toMatchObject([{ points: 3, because }])
    expect(proposal.missingForNext).toEqual([])
  })

  it('given an economy just at the threshold, a blank strategy and no cost, when placed, then none points upward', () => {
    expect(proposeLevel(aConcept({ jointCost: kr(5_000_000) }), {}, defaultSettings).level).toBe(1)
    expect(proposeLevel(aConcept({ nationalStrategy: ' ' }), {}, defaultSettings).level).toBe(1)
    const { jointCost: _, ...withoutCost } = aConcept()
    expect(proposeLevel(withoutCost, {}, defaultSettings).level).toBe(1)
  })

  it('given a proposal, when it is explained, then unmet criteria are those of its level and below', () => {
    const { F5: _, ...answers } = allMet(1)
    expect(proposeLevel(aConcept(), answers, defaultSettings).unmet).toEqual(['F5'])
    expect(proposeLevel(aConcept(), allMet(1), defaultSettings).unmet).toEqual([])
  })
})
