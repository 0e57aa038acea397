import type { ProjectId } from '../../../../shared/domain/identifiers.ts'
import { amir, type Cast, helle, kirsten } from './cast.ts'

/** Whoever proposed it names a lead and a steering group; the lead begins. */
export const start = async ({ at, holder }: Cast, id: ProjectId): Promise<void> => {
  const proposer = await at(holder(helle, 'proposer', id), `/p/${id}`)
  await proposer.follow('Udpeg en projektleder')
  await proposer.write({ 'lead.name': amir.name, 'lead.email': amir.email, 'lead.authority': amir.authority })
  await proposer.press('Udpeg projektlederen')
  await proposer.follow('Nedsæt en styregruppe')
  await proposer.write({ 'members:rows[0].name': kirsten.name, 'members:rows[0].email': kirsten.email })
  await proposer.press('Gem styregruppen')
  const lead = await at(holder(amir, 'lead', id), `/p/${id}`)
  await lead.follow(/^Sæt projektet i gang/)
  await lead.press(/^(Start|Igangsæt|Sæt)/)
}

/** Months later the lead reports, and the secretariat reads it. */
export const reportAndReview = async ({ at, holder, secretariat, stack }: Cast, id: ProjectId): Promise<void> => {
  stack.moveTo('2027-03-15T08:00:00.000Z')
  const lead = await at(holder(amir, 'lead', id), `/p/${id}`)
  await lead.follow(/rapport/i)
  for (const part of ['overall', 'schedule', 'economy', 'scope', 'risk'])
    await lead.write({ [`status.${part}.colour`]: 'green' })
  await lead.write({
    'spent:kr': '1.000.000',
    'forecast:kr': '3.100.000',
    endsOn: '2028-12-31',
    nextPeriod: 'To plejehjem mere.',
  })
  await lead.press('Se, hvad rapporten betyder')
  // It is told what the report will mean, before it is sent.
  await lead.press('Send rapporten')
  const desk = await at(secretariat(), `/desk/projects/${id}`)
  await desk.follow('Gennemgå rapport 1')
  await desk.write({ outcome: 'accept' })
  await desk.press('Svar på rapporten')
}

/** It goes live in its first authorities, one after the other. */
export const goLive = async ({ at, holder, stack }: Cast, id: ProjectId): Promise<void> => {
  const lives = [
    ['2027-03-15', 'Fjordby Kommune', '2027-03-14'],
    ['2027-05-03', 'Havneby Kommune', '2027-05-01'],
  ] as const
  for (const [today, authority, on] of lives) {
    stack.moveTo(`${today}T09:00:00.000Z`)
    const { follow, write, press, reads } = await at(holder(amir, 'lead', id), `/p/${id}`)
    await follow('Registrér drift hos en myndighed')
    await write({ authority, on })
    await press('Registrér')
    await reads('Myndigheden er registreret.')
  }
}
