import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { outcomesIn } from '../../infra/local/process-page/outcomes.ts'
import { page } from '../../infra/local/process-page/page.ts'
import { situations } from '../../infra/local/process-page/situations.ts'
import { permissions } from '../../shared/domain/project/acts.ts'
import { projectStates } from '../../shared/domain/project/state.ts'

describe('docs/process.md', () => {
  test('is up to date with the code: npm run process', () => {
    expect(readFileSync(new URL('../../docs/process.md', import.meta.url), 'utf8')).toBe(page())
  })

  test('shows every state', () => {
    const shown = new Set(situations.map(({ project }) => project.state))
    expect([...shown].sort()).toEqual([...projectStates].sort())
  })

  test('shows every command somewhere where it does something', () => {
    const accepted = new Set(
      situations.flatMap((situation) =>
        outcomesIn(situation).flatMap(({ act, came }) => ('refusal' in came || came.events.length === 0 ? [] : [act])),
      ),
    )
    expect([...accepted].sort()).toEqual(Object.keys(permissions).sort())
  })
})
