import { daysBetween } from '../calendar/days.ts'
import type { Days } from '../time.ts'
import type { Milestone, Report, Risk, TrafficLight } from './report.ts'

/** What one report says otherwise than another. */
export type ReportChange =
  /** In øre; negative is less than before. */
  | { readonly what: 'spent' | 'forecast'; readonly by: number }
  /** In calendar days; positive is later. */
  | { readonly what: 'end'; readonly by: Days }
  | {
      readonly what: 'colour'
      readonly part: keyof Report['status']
      readonly from: TrafficLight
      readonly to: TrafficLight
    }
  | { readonly what: 'milestone'; readonly title: string; readonly how: 'added' | 'gone' | 'done' }
  | { readonly what: 'milestone'; readonly title: string; readonly how: 'moved'; readonly by: Days }
  | { readonly what: 'risk'; readonly text: string; readonly how: 'added' | 'gone' | 'up' | 'down' }
  | { readonly what: 'live'; readonly authority: string }

/** What is new in a report since the one before, in the order in which it is told. Milestones and risks are known by their words. */
export const reportChanges = (before: Report, after: Report): readonly ReportChange[] => [
  ...colourChanges(before, after),
  ...differing('spent', before.spent.amount, after.spent.amount),
  ...differing('forecast', before.forecast.amount, after.forecast.amount),
  ...(before.endsOn === after.endsOn ? [] : [{ what: 'end', by: daysBetween(before.endsOn, after.endsOn) } as const]),
  ...milestoneChanges(before.milestones, after.milestones),
  ...riskChanges(before.risks, after.risks),
  ...after.authoritiesLive
    .filter((authority) => !before.authoritiesLive.includes(authority))
    .map((authority) => ({ what: 'live', authority }) as const),
]

const differing = (what: 'spent' | 'forecast', before: number, after: number): readonly ReportChange[] =>
  before === after ? [] : [{ what, by: after - before }]

const statusParts = ['overall', 'schedule', 'economy', 'scope', 'risk'] as const

const colourChanges = (before: Report, after: Report): readonly ReportChange[] =>
  statusParts
    .map((part) => ({ what: 'colour', part, from: before.status[part].colour, to: after.status[part].colour }) as const)
    .filter(({ from, to }) => from !== to)

const milestoneChanges = (before: readonly Milestone[], after: readonly Milestone[]): readonly ReportChange[] => [
  ...after.flatMap((milestone): readonly ReportChange[] => {
    const { title } = milestone
    const was = before.find((one) => one.title === title)
    if (was === undefined) return [{ what: 'milestone', title, how: 'added' }]
    if (milestone.doneOn !== undefined)
      return was.doneOn === undefined ? [{ what: 'milestone', title, how: 'done' }] : []
    const by = daysBetween(was.forecastOn, milestone.forecastOn)
    return by === 0 ? [] : [{ what: 'milestone', title, how: 'moved', by }]
  }),
  ...before
    .filter(({ title }) => !after.some((one) => one.title === title))
    .map(({ title }) => ({ what: 'milestone', title, how: 'gone' }) as const),
]

/** How much a risk weighs: likelihood times impact, 1 to 25. */
export const riskScore = ({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): number => likelihood * impact

const riskChanges = (before: readonly Risk[], after: readonly Risk[]): readonly ReportChange[] => [
  ...after.flatMap((risk): readonly ReportChange[] => {
    const { text } = risk
    const was = before.find((one) => one.text === text)
    if (was === undefined) return [{ what: 'risk', text, how: 'added' }]
    const by = riskScore(risk) - riskScore(was)
    return by === 0 ? [] : [{ what: 'risk', text, how: by > 0 ? 'up' : 'down' }]
  }),
  ...before
    .filter(({ text }) => !after.some((one) => one.text === text))
    .map(({ text }) => ({ what: 'risk', text, how: 'gone' }) as const),
]
