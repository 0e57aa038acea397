import { allGreen, confirmed } from '../../../infra/local/demo/product-material.ts'
import { addDays, dateOf } from '../../../shared/domain/calendar/days.ts'
import type { Level } from '../../../shared/domain/level.ts'
import type { Caller, Calls } from './calls.ts'
import type { Day, Today } from './life.ts'
import type { Person } from './portfolio.ts'

/** Who does what for one project. */
export interface Cast {
  readonly proposer: Caller
  readonly lead: Caller
  /** Who answers the criteria: the steering group, or the lead where there is none. */
  readonly evaluators: Caller
  readonly coordination: Caller
  readonly members: readonly Person[]
}

export interface Case {
  readonly n: number
  readonly level: Level
  /** `/api/projects/{id}`. */
  readonly path: string
  readonly calls: Calls
  readonly cast: Cast
}

const secretariat = { role: 'secretariat' } as const
/** For how many months it is looked after until something else takes its place. */
const monthsOn: Readonly<Record<Level, number>> = { 1: 12, 2: 18, 3: 24 }
const halfYear = 6

export const goLive = ({ path, calls, cast }: Case, authority: string, on: string): Promise<unknown> =>
  calls.post(`${path}/go-lives`, { authority, on: dateOf(on) }, cast.lead)

export const nameGroup = ({ path, calls, cast }: Case): Promise<unknown> =>
  calls.post(`${path}/coordination-group`, { members: cast.members, chair: cast.members[0]?.email }, cast.lead)

/** The secretariat goes through the checklist and finds that the agreements are not signed yet. */
export const checkInVain = ({ path, calls }: Case): Promise<unknown> =>
  calls.post(
    `${path}/graduation/check`,
    { confirmed: [confirmed.financing, confirmed.documentation], note: 'Databehandleraftalerne mangler.' },
    secretariat,
  )

export const graduate = ({ path, calls }: Case): Promise<unknown> =>
  calls.post(`${path}/graduation`, { confirmed: Object.values(confirmed) }, secretariat)

export const selfEvaluate = ({ path, calls, cast }: Case, as: Caller = cast.evaluators): Promise<unknown> =>
  calls.post(
    `${path}/self-evaluations`,
    {
      answers: {
        F2: { answer: 'yes', text: 'MPL-2.0.' },
        G6: { answer: 'yes' },
        R3: { answer: 'planned', text: 'To til på vej.' },
      },
    },
    as,
  )

export const evaluate = ({ path, calls, level }: Case): Promise<unknown> =>
  calls.post(`${path}/evaluations`, { evaluations: allGreen(level), publish: true }, secretariat)

/**
 * The years of a product, to its retirement. From level 2 on it has a service level with a result each month, one of ten of
 * which misses its target and one of five of which comes a month late. Twice a year somebody asks for a change, which is
 * answered a month later and done after two more, and the criteria are answered and evaluated.
 */
export async function* steward(one: Case): AsyncGenerator<Day, void, Today> {
  const { n, level, path, calls, cast } = one
  const group = cast.coordination
  const hasSla = level > 1
  let today = yield 'people'
  if (hasSla) await calls.post(`${path}/sla`, { targets: { availability: 9_950, response: 60 } }, group)
  let change = 0
  for (let month = 1; month <= monthsOn[level]; month += 1) {
    today = yield 'people'
    if (hasSla && (n + month) % 5 !== 0) {
      const to = dateOf(today.now)
      const results = { availability: (n + month) % 10 === 1 ? 9_871 : 9_983, response: 35 }
      await calls.post(`${path}/sla/results`, { period: { from: addDays(to, -30), to }, results }, group)
    }
    switch (month % halfYear) {
      case 1:
        change += 1
        await calls.post(
          `${path}/changes`,
          { title: `Ønske ${change}`, text: 'Vagten ser ikke sin mail.' },
          cast.proposer,
        )
        break
      case 2: {
        const cost = { amount: 4_000_000, currency: 'DKK' }
        await calls.post(`${path}/changes/${change}/assessment`, { text: 'To dages arbejde.', cost }, group)
        await calls.post(`${path}/changes/${change}/decision`, { outcome: 'accept', reason: 'Billigt.' }, group)
        break
      }
      case 4:
        await calls.post(`${path}/changes/${change}/completion`, { note: 'I drift.' }, group)
        break
      case 5:
        await selfEvaluate(one, hasSla ? cast.evaluators : group)
        today = yield 'desk'
        await evaluate(one)
        break
    }
  }
  yield 'people'
  await calls.post(`${path}/retirement`, { reason: 'En ny løsning har taget over.' }, group)
}
