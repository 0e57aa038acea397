import {
  sensorBaseline,
  sensorLayer,
  sensorLayerAnswers,
  sensorReport,
  wasteBaseline,
  wasteCalendar,
  wasteCalendarAnswers,
  wasteReport,
} from '../../../infra/local/demo/material.ts'
import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { Calls } from './calls.ts'
import type { Association, BoardTable, Decision } from './portfolio.ts'
import { type Case, checkInVain, evaluate, goLive, graduate, nameGroup, selfEvaluate, steward } from './product.ts'

/** When in a month a life does what it does: those whose idea it is, then, days later, the desk of the secretariat. */
export type Day = 'people' | 'desk'

export interface Today {
  readonly month: number
  readonly now: string
}

/** A life waits for a day of the next month, or of this one; it ends when it has come to its end. */
export type Life = AsyncGenerator<Day, void, Today>

interface Answer {
  readonly id: ProjectId
  readonly state: string
  readonly dueAt?: string
}

/** Reports of a project: once each half year, each quarter, each month; the criteria are answered each half year. */
const reportsOn: Readonly<Record<Level, number>> = { 1: 3, 2: 6, 3: 18 }
const evaluatedWith: Readonly<Record<Level, number>> = { 1: 1, 2: 2, 3: 6 }
const dayInMs = 86_400_000

/**
 * One full life, from an idea to its end: handed in, placed, drafted, ready, decided on the levels that the board decides,
 * started, reported on, live, a product, retired. One of ten is withdrawn while it is shaped, one of ten serves its own
 * authority only and is completed, three of twenty are stopped by the board or the secretariat; one of ten (of levels 2 and
 * 3: one of three) is returned once, and one of five of the reports comes a month late, and is chased.
 */
export async function* liveOne(
  n: number,
  level: Level,
  {
    authorityOf,
    calls,
    table,
  }: { readonly calls: Calls; readonly table: BoardTable } & Pick<Association, 'authorityOf'>,
): Life {
  const own = authorityOf(n)
  const [second, third] = [authorityOf(n + 7), authorityOf(n + 19)]
  const secretariat = { role: 'secretariat' } as const
  const small = level === 1
  const concept = small
    ? { ...wasteCalendar, title: `${wasteCalendar.title} ${n}`, authority: own.name }
    : {
        ...sensorLayer,
        title: `${sensorLayer.title} ${n}`,
        authority: own.name,
        otherAuthorities: [second.name, third.name],
      }
  const { id } = await calls.post<Answer>('/api/projects', {
    kind: 'new',
    concept,
    answers: small ? wasteCalendarAnswers : sensorLayerAnswers,
    contact: own.proposer,
    consentToPublish: true,
  })
  const path = `/api/projects/${id}`
  const proposer = { role: 'proposer', email: own.proposer.email, authority: own.name, project: id } as const
  const lead = { role: 'lead', email: own.lead.email, authority: own.name, project: id } as const

  let today = yield 'desk'
  if (n % (small ? 10 : 3) === 1) {
    const body = {
      reasons: [{ code: 'value-unclear', text: 'Hvor mange får gavn af det?' }],
      comeBackWith: 'Et skøn over værdien.',
    }
    await calls.post(`${path}/return`, body, secretariat)
    today = yield 'people'
    await calls.post(
      `${path}/resubmission`,
      { concept: { value: 'Færre opkald; to kommuner mere vil med.' }, note: 'Vi har talt efter.' },
      proposer,
    )
    today = yield 'desk'
  }
  await calls.post(`${path}/classification`, { level, reason: 'Efter samtale med forslagsstilleren.' }, secretariat)
  today = yield 'people'
  await calls.post(`${path}/revisions`, { concept: { value: 'Beskrevet nærmere sammen med fagområdet.' } }, proposer)
  if (n % 10 === 5) {
    await calls.post(`${path}/withdrawal`, { reason: 'Vi går sammen med en anden løsning.' }, proposer)
    return
  }
  if (!small) await calls.post(`${path}/steering-group`, { members: [own.head, second.head, third.head] }, proposer)
  today = yield 'desk'
  await calls.post(`${path}/comments`, { text: 'Vi har læst udkastet. Husk licensen.', criterion: 'F2' }, secretariat)
  await calls.post(`${path}/ready`, {}, secretariat)

  const endsOn = addDays(dateOf(today.now), 1_200)
  let reported: Answer
  if (small) {
    reported = await calls.post<Answer>(
      `${path}/start`,
      { baseline: wasteBaseline(endsOn), lead: own.lead },
      secretariat,
    )
  } else {
    let decided = false
    table.wait(id, () => {
      decided = true
      return approval(own.lead, dateOf(today.now), endsOn)
    })
    while (!decided) today = yield 'people'
    today = yield 'desk'
    await calls.post(`${path}/lead`, { lead: own.lead }, secretariat)
    today = yield 'people'
    reported = await calls.post<Answer>(`${path}/start`, {}, lead)
  }

  const startedOn = dateOf(today.now)
  const coordination = { role: 'coordination', email: own.lead.email, authority: own.name, project: id } as const
  const evaluators = small
    ? lead
    : ({ role: 'steering', email: own.head.email, authority: own.name, project: id } as const)
  const members = [own.lead, second.lead]
  const project: Case = { n, level, path, calls, cast: { proposer, lead, evaluators, coordination, members } }
  const isStopped = n % 10 === 2 || n % 20 === 8
  const isForOneOnly = n % 10 === 3
  const last = reportsOn[level]
  // Live in the first authority, then in the second; on level 1 the group is named on that day, else a report later.
  const [firstLive, secondLive] = small ? [last - 1, last] : [last - 2, last - 1]
  for (let number = 1; number <= last; number += 1) {
    const isLate = (n + number) % 5 === 0
    do today = yield 'people'
    while (Date.parse(today.now) + (isLate ? 2 : 30) * dayInMs < Date.parse(reported.dueAt ?? today.now))
    const period = { from: startedOn, to: dateOf(today.now), endsOn, spent: 9_400_000, forecast: 17_600_000 }
    await calls.post(
      `${path}/reports`,
      small ? wasteReport(period) : sensorReport({ ...period, forecast: 300_000_000 }),
      lead,
    )
    if (number === 1 && !small)
      await calls.attempt(`${path}/conditions/1/fulfilment`, { evidence: 'Aftalerne er i sagen.' }, lead)
    const isEvaluated = number % evaluatedWith[level] === 0
    if (isEvaluated) await selfEvaluate(project)
    if (!isStopped) {
      if (number === firstLive) await goLive(project, own.name, today.now)
      if (number === secondLive && !isForOneOnly) await goLive(project, second.name, today.now)
      if (number === last && !isForOneOnly) await nameGroup(project)
    }
    today = yield 'desk'
    reported = await calls.post<Answer>(`${path}/reports/${number}/review`, { outcome: 'accept' }, secretariat)
    if (isEvaluated) await evaluate(project)
    if (number === secondLive && !small && !isStopped) await checkInVain(project)
  }
  if (isForOneOnly) return void (await calls.post(`${path}/completion`, { note: 'I drift hos os.' }, secretariat))
  if (!isStopped) {
    await graduate(project)
    return yield* steward(project)
  }

  today = yield 'people'
  await calls.post(`${path}/reconsideration`, { text: 'Målet kan ikke nås i rammen.' }, lead)
  if (small) {
    today = yield 'desk'
    await calls.post(`${path}/reconsideration/decision`, { ...stop }, secretariat)
    return
  }
  let stopped = false
  table.wait(id, () => {
    stopped = true
    return { outcome: 'stop', body: stop }
  })
  while (!stopped) yield 'people'
}

const stop = {
  outcome: 'stop',
  reason: 'Afsluttet efter aftale.',
  criteria: ['R1'],
  nextStep: 'Erfaringerne gemmes på sagen.',
}

const approval = (owner: object, today: string, endsOn: string): Decision => ({
  outcome: 'approve',
  body: {
    outcome: 'approve',
    reason: 'Økonomi og deltagere er på plads.',
    criteria: ['R3', 'F18'],
    nextStep: 'Projektleder udpeges.',
    baseline: sensorBaseline(endsOn),
    conditions: [{ text: 'Aftaler underskrevet af alle.', owner, dueOn: addDays(today, 240) }],
  },
})
