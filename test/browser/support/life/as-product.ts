import { expect } from 'vitest'
import type { ProjectId } from '../../../../shared/domain/identifiers.ts'
import { anja, type Cast, helle, kirsten } from './cast.ts'

/** The secretariat goes through the checklist, the group that will follow the product is named, and it is one. */
export const graduate = async ({ at, holder, secretariat, stack }: Cast, id: ProjectId): Promise<void> => {
  stack.moveTo('2027-05-10T08:00:00.000Z')
  const desk = await at(secretariat(), `/desk/projects/${id}`)
  await desk.follow('Gå tjeklisten igennem')
  await desk.write({
    'evidence.governance-and-financing': 'Aftale af 1. maj.',
    'evidence.documentation': 'https://example.org/docs',
    'evidence.agreements-and-tools': 'Aftaler og repository er på plads.',
  })
  await desk.press('Gem tjeklisten')
  // What is left is said, and who can do it.
  await desk.reads('Tjeklisten er gemt.', 'koordinationsgruppe')
  stack.moveTo('2027-05-11T08:00:00.000Z')
  const lead = await at(holder({ email: 'amir.haddad@fjordby.example' }, 'lead', id), `/p/${id}`)
  await lead.follow('Nedsæt en koordinationsgruppe')
  await lead.write({
    'members:rows[0].name': anja.name,
    'members:rows[0].email': anja.email,
    'members:rows[1].name': kirsten.name,
    'members:rows[1].email': kirsten.email,
    chair: anja.email,
  })
  await lead.press('Gem koordinationsgruppen')
  const again = await at(secretariat(), `/desk/projects/${id}`)
  await again.follow('Gør til et produkt')
  await again.press('Gør til et produkt')
  await again.reads('Projektet er nu et produkt.')
}

/** A change is asked for, assessed, accepted and made. */
export const changeIt = async ({ at, holder, stack }: Cast, id: ProjectId): Promise<void> => {
  stack.moveTo('2027-05-20T08:00:00.000Z')
  const asking = await at(holder(helle, 'proposer', id), `/p/${id}`)
  await asking.follow('Ændringsønsker')
  await asking.follow('Foreslå en ændring')
  await asking.write({ title: 'Flere sensorer', text: 'Vi vil også måle luften.' })
  await asking.press('Send ændringsønsket')
  await asking.reads('foreslået')

  stack.moveTo('2027-05-25T08:00:00.000Z')
  const group = await at(holder(anja, 'coordination', id), `/p/${id}`)
  await group.follow(/^(Svar|Se|Vurdér|Gå)/)
  await group.follow(/^Vurdér/)
  await group.write({ text: 'To ugers arbejde.', 'cost:kr': '80.000' })
  await group.press('Gem vurderingen')
  await group.follow(/^Svar/)
  await group.write({ outcome: 'accept', reason: 'Alle har brug for det.' })
  await group.press('Send svaret')
  await group.follow(/^Meld udført/)
  await group.press('Meld udført')
  await group.reads('udført', '80.000')
}

/** It is said how well it should run, and how well it did. */
export const runIt = async ({ at, holder, stack }: Cast, id: ProjectId): Promise<void> => {
  const group = await at(holder(anja, 'coordination', id), `/p/${id}`)
  await group.follow('Drift og mål')
  await group.follow('Sæt mål for driften')
  await group.write({ 'targets.availability:percent': '99,5', 'targets.response:time': '4 t.' })
  await group.press('Gem målene')
  stack.moveTo('2027-06-24T08:00:00.000Z')
  const later = await at(holder(anja, 'coordination', id), `/p/${id}`)
  await later.follow(/driftsresultat|Drift og mål|resultat/i)
  if (!later.page.url().endsWith('/result')) await later.follow('Meld et driftsresultat')
  await later.write({
    'results.availability:percent': '99,1',
    'results.response:time': '90',
    note: 'Ét langt nedbrud.',
  })
  await later.press('Gem resultatet')
  await later.reads('99,1', 'ikke holdt', 'Ét langt nedbrud.')
}

/** Those who steer it answer the criteria, and the secretariat fixes its level. */
export const evaluateIt = async ({ at, holder, secretariat, stack }: Cast, id: ProjectId): Promise<void> => {
  stack.moveTo('2027-09-06T08:00:00.000Z')
  const steering = await at(holder(kirsten, 'steering', id), `/p/${id}`)
  await steering.follow(/^Evaluering/)
  await steering.follow('Selvevaluering')
  await steering.write({ 'answers.R1.answer': 'yes' })
  await steering.press('Gem selvevalueringen')
  const desk = await at(secretariat(), `/desk/projects/${id}`)
  await desk.unfold('Andet, I kan gøre')
  await desk.follow('Evaluér kriterierne')
  await desk.write({
    level: '1',
    reason: 'Resten er ikke set efter endnu.',
    'publish:yes': 'yes',
    'evaluations.R1.colour': 'green',
  })
  await desk.press('Lås evalueringen')
  await desk.reads('Evalueringen er gemt')
}

/** Anybody can follow it. */
export const followIt = async ({ at, stack }: Cast, id: ProjectId): Promise<void> => {
  const { reads } = await at(undefined, `/portfolio/${id}`)
  await reads('Sensordata på plejehjem', 'Niveau 2', '3.200.000', 'Fjordby Kommune', 'Havneby Kommune', 'produkt')
  expect((await stack.eventsOf(id)).map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'submitted',
      'returned',
      'resubmitted',
      'placed',
      'marked-ready',
      'approved',
      'started',
      'reported',
      'went-live',
      'graduated',
      'change-requested',
      'change-decided',
      'sla-result-recorded',
      'evaluated',
    ]),
  )
}
