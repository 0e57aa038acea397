import { expect, it } from 'vitest'
import type { MailPreferences } from '../../../shared/use-cases/mail-ports.ts'

/** What every keeper of preferences keeps to. */
export const mailPreferencesKeep = (make: () => MailPreferences): void => {
  it('given somebody who said no, twice, when many are asked about, then only they are refusers', async () => {
    const preferences = make()
    await preferences.refuseReminders('con_no-thanks', '2026-11-24T08:00:00.000Z')
    await preferences.refuseReminders('con_no-thanks', '2026-11-25T08:00:00.000Z')
    expect(await preferences.refusers(['con_yes-please', 'con_no-thanks', 'con_no-thanks'])).toEqual(
      new Set(['con_no-thanks']),
    )
    expect(await preferences.refusers([])).toEqual(new Set())
  })

  it('given somebody who said no, when it is forgotten, twice, then they are no refuser', async () => {
    const preferences = make()
    await preferences.refuseReminders('con_forgotten', '2026-11-24T08:00:00.000Z')
    for (const _ of ['once', 'twice']) await preferences.forget('con_forgotten')
    expect(await preferences.refusers(['con_forgotten'])).toEqual(new Set())
  })
}
