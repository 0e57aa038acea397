import type { Report } from '../../../../shared/domain/economy/report.ts'
import { exceeds, type Variance, varianceOf } from '../../../../shared/domain/economy/variance.ts'
import type { ProjectEvent } from '../../../../shared/domain/project/events.ts'
import type { Project } from '../../../../shared/domain/project/state.ts'
import type { ProcessSettings } from '../../../../shared/domain/settings.ts'
import { groundSaid } from '../../parts/event-facts.ts'
import type { Reader } from '../../reader.ts'

/** One thing that a report means, said before it is sent. `grave`: it changes how the project stands. */
export interface Foretold {
  readonly weight: 'plain' | 'grave'
  readonly text: string
}

/**
 * What a report will mean, in words: how far it is from the frame, and what the process makes of it.
 * @param events what the project would answer to it
 */
export const foretold = (
  report: Report,
  events: readonly ProjectEvent[],
  {
    project,
    settings,
    reader,
  }: { readonly project: Project; readonly settings: ProcessSettings; readonly reader: Reader },
): readonly Foretold[] => [
  ...varianceSaid(report, project, settings, reader),
  ...events.flatMap((event) => followsSaid(event, project, reader)),
  ...nothingOpened(events, reader),
]

const plain = (text: string): Foretold => ({ weight: 'plain', text })
const grave = (text: string): Foretold => ({ weight: 'grave', text })

const varianceSaid = (
  report: Report,
  { baseline, waived }: Project,
  settings: ProcessSettings,
  reader: Reader,
): readonly Foretold[] => {
  if (baseline === undefined) return []
  const { check: words } = reader.words.report
  const variance = varianceOf(report, baseline, settings)
  const tolerated = percentSaid(settings.budgetToleranceBasisPoints, reader)
  const { economy, schedule } = variance.exceeds
  const isBeyond = economy || schedule
  return [
    economy ? grave(economySaid(variance, reader)) : plain(economySaid(variance, reader)),
    ...(economy ? [grave(words.beyondEconomy(tolerated))] : []),
    schedule ? grave(scheduleSaid(variance, reader)) : plain(scheduleSaid(variance, reader)),
    ...(schedule ? [grave(words.beyondSchedule(settings.delayTolerance))] : []),
    ...(isBeyond && !exceeds(variance, waived) ? [plain(words.waived)] : []),
    ...(!isBeyond && (variance.overrun > 0 || variance.delay > 0)
      ? [plain(words.tolerated(tolerated, settings.delayTolerance))]
      : []),
  ]
}

const economySaid = ({ overrun, overrunBasisPoints }: Variance, reader: Reader): string => {
  const { check: words } = reader.words.report
  if (overrun === 0) return words.within
  const percent = percentSaid(Math.abs(overrunBasisPoints), reader)
  return (overrun > 0 ? words.over : words.under)(reader.kroner(Math.abs(overrun)), percent)
}

const scheduleSaid = ({ delay }: Variance, reader: Reader): string => {
  const { check: words } = reader.words.report
  if (delay === 0) return words.onTime
  return (delay > 0 ? words.later : words.earlier)(delay)
}

/** Basis points as per cent with at most one decimal, in the reader's form. */
const percentSaid = (basisPoints: number, { language }: Reader): string =>
  String(Math.round(basisPoints / 10) / 10).replace('.', language === 'da' ? ',' : '.')

/** What follows once it is sent. */
const followsSaid = (event: ProjectEvent, project: Project, reader: Reader): readonly Foretold[] => {
  const { check: words } = reader.words.report
  if (event.type === 'reconsideration-opened') {
    const by = project.level === 1 ? words.reconsider.secretariat : words.reconsider.board
    return [
      grave(by(reader.dayOf(event.decisionDueAt))),
      // How far it is from the frame is said already.
      ...event.grounds.filter(({ kind }) => kind !== 'variance').map((ground) => grave(groundSaid(ground, reader))),
    ]
  }
  if (event.type !== 'reported') return []
  const { correction, number, late, next, reviewDueAt } = event
  return [
    ...(correction ? [plain(words.correction(number))] : []),
    ...(late && !correction ? [grave(words.isLate)] : []),
    plain(words.review(reader.dayOf(reviewDueAt))),
    ...(next === undefined ? (correction ? [] : [plain(words.extra)]) : [plain(words.next(reader.dayOf(next.dueAt)))]),
  ]
}

const nothingOpened = (events: readonly ProjectEvent[], reader: Reader): readonly Foretold[] =>
  events.some(({ type }) => type === 'reconsideration-opened')
    ? []
    : [plain(reader.words.report.check.noReconsideration)]
