import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { processSettings } from '../../shared/process-settings.ts'

const environment = z.object({ PROCESS_SETTINGS: processSettings })
const read = (PROCESS_SETTINGS?: string) =>
  environment.parse(PROCESS_SETTINGS === undefined ? {} : { PROCESS_SETTINGS }).PROCESS_SETTINGS

describe('given the settings of the process in the environment of a function', () => {
  it.each([undefined, '', '{}'])('when they are %j, then the defaults hold', (text) => {
    expect(read(text)).toEqual(defaultSettings)
  })

  it('when they differ somewhere, then all else is as by default', () => {
    const settings = read('{"papersBefore":21,"clocks":{"report":{"days":{"1":180,"2":60,"3":30}}}}')
    expect(settings).toEqual({
      ...defaultSettings,
      papersBefore: 21,
      clocks: {
        ...defaultSettings.clocks,
        report: { ...defaultSettings.clocks.report, days: { 1: 180, 2: 60, 3: 30 } },
      },
    })
  })

  it.each([
    ['{"papersBefore":', 'PROCESS_SETTINGS', 'not JSON'],
    ['{"clocks":{"lunch":{}}}', 'PROCESS_SETTINGS.clocks', ''],
    ['{"papersBefore":-1}', 'PROCESS_SETTINGS.papersBefore', ''],
  ])('when they are %s, then it says where and why', (text, path, why) => {
    const { error } = environment.safeParse({ PROCESS_SETTINGS: text })
    const [issue] = error?.issues ?? []
    expect(issue?.path.join('.')).toBe(path)
    expect(issue?.message).toContain(why)
  })
})
