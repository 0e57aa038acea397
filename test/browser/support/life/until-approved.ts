import { expect } from 'vitest'
import { board } from '../../../../infra/local/demo/material.ts'
import type { ProjectId } from '../../../../shared/domain/identifiers.ts'
import { birgitte, type Cast, helle } from './cast.ts'

const title = 'Sensordata på plejehjem'

/** Somebody has an idea, and sends it by the form on the front page. */
export const submitIdea = async ({ at }: Cast): Promise<ProjectId> => {
  const { page, write, press, reads } = await at(undefined, '/')
  const opened = performance.now()
  await write({ kind: 'new', 'concept.title': title, 'concept.purpose': 'Vi vil samle målingerne ét sted.' })
  await press('Fortsæt')
  await write({
    'concept.authority': helle.authority,
    'concept.otherAuthorities:lines': 'Havneby Kommune\nÅby Kommune',
    'concept.backedByManagement:yes': 'yes',
  })
  await press('Fortsæt')
  await write({ 'concept.licence': 'MPL-2.0' })
  await press('Fortsæt')
  await write({ 'answers.F2.answer': 'yes', 'answers.F3.answer': 'yes' })
  await press('Fortsæt')
  while ((await page.locator('main [name="contact.email"]:not([type="hidden"])').count()) === 0) await press('Fortsæt')
  // Nobody writes an idea in less than four seconds, but programs that send spam.
  await page.waitForTimeout(Math.max(0, 4_200 - (performance.now() - opened)))
  await write({ 'contact.name': helle.name, 'contact.email': helle.email, 'consentToPublish:yes': 'yes' })
  await press(/^Send/)
  const id = /prj_[0-9A-Z]{26}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''
  await reads(id)
  return id as ProjectId
}

/** The secretariat returns it with its reasons, and whoever proposed it sends it again. */
export const returnAndResubmit = async ({ at, secretariat, holder, stack }: Cast, id: ProjectId): Promise<void> => {
  stack.moveTo('2026-11-04T08:00:00.000Z')
  const desk = await at(secretariat(), '/desk')
  await desk.follow(title)
  expect(desk.page.url()).toContain(`/desk/projects/${id}`)
  await desk.follow('Send retur')
  await desk.write({ 'codes[]': 'value-unclear', comeBackWith: 'Skriv, hvem der sparer hvad.' })
  await desk.press('Send retur')
  stack.moveTo('2026-11-09T08:00:00.000Z')
  const proposer = await at(holder(helle, 'proposer', id), `/p/${id}`)
  await proposer.reads('Skriv, hvem der sparer hvad.')
  await proposer.follow(/^Send/)
  await proposer.write({ 'concept.value': 'Hvert plejehjem sparer to aftaler.' })
  await proposer.press('Send ind igen')
}

/** The secretariat places it, and marks it ready once it is shaped. */
export const placeAndReady = async ({ at, secretariat }: Cast, id: ProjectId): Promise<void> => {
  const desk = await at(secretariat(), `/desk/projects/${id}`)
  await desk.follow('Placér på et niveau')
  await desk.write({ 'level:int': '2', reason: 'Tre kommuner deltager.' })
  await desk.press('Placér')
  await desk.follow('Meld konceptet klar')
  await desk.press('Meld klar')
}

/** A meeting is called; the concept comes to its agenda by itself. */
export const callMeeting = async ({ at, secretariat }: Cast): Promise<string> => {
  const { page, follow, write, press } = await at(secretariat(), '/board')
  await follow('Indkald bestyrelsen')
  await write({ 'meetsAt:local': '2026-12-21T10:00', place: 'Odense' })
  for (const [index, { name, email, authority, seat }] of board.entries())
    await write({
      [`members.${index}.name`]: name,
      [`members.${index}.email`]: email,
      [`members.${index}.authority`]: authority,
      [`members.${index}.seat`]: seat,
    })
  await press('Send indkaldelsen')
  const meeting = /mtg_[0-9A-Z]{26}/.exec(page.url())?.[0] ?? ''
  expect(meeting).not.toBe('')
  return meeting
}

/** The board votes, and the chair closes the item. */
export const voteAndDecide = async ({ at, member, stack }: Cast, id: ProjectId, meeting: string): Promise<void> => {
  stack.moveTo('2026-12-21T09:30:00.000Z')
  for (const who of board.slice(0, 4)) {
    const { write, press, follow } = await at(member(who, who.seat === 'chair' ? 'chair' : 'board'), '/board')
    await follow(title)
    await write({ choice: 'approve' })
    await press('Gem stemme')
  }
  const { page, unfold, write, press } = await at(member(birgitte, 'chair'), `/board/${meeting}/${id}`)
  await write({ reason: 'Tre kommuner har brug for det.' })
  if (!(await page.locator('#criteria-R3').isVisible())) await unfold('Andre kriterier')
  await write({
    'criteria[]': 'R3',
    'baseline.budget:kr': '3.200.000',
    'baseline.endsOn': '2028-12-31',
    'baseline.scope': 'Tre sensortyper på seks plejehjem.',
  })
  await press(/^(Luk|Afgør|Træf|Godkend)/)
}
