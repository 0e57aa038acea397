import type { FieldTrouble } from '../../../../shared/api/problem-codes.ts'
import { addDays, dateOf } from '../../../../shared/domain/calendar/days.ts'
import type { Report } from '../../../../shared/domain/economy/report.ts'
import type { Project, ReportRecord } from '../../../../shared/domain/project/state.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { FormObject } from '../../../../shared/http/form-fields.ts'
import { pointerOfField, typedIn } from '../../../../shared/http/sent-form.ts'
import { kronerTyped } from '../../../../shared/i18n/kroner.ts'
import type { Language } from '../../../../shared/i18n/language.ts'
import { statusParts } from '../../parts/report-shown.tsx'

/** The report that was sent back and is to be corrected, if there is one. */
export const toCorrect = ({ due, reports }: Project): ReportRecord | undefined => {
  const about = due.find(({ kind }) => kind === 'correction')?.about
  return about === undefined ? undefined : reports.find(({ number }) => number === about)
}

/** The report before the one that is written now. */
export const reportBefore = (project: Project): ReportRecord | undefined => {
  const corrected = toCorrect(project)
  return project.reports.findLast(({ number }) => corrected === undefined || number < corrected.number)
}

/**
 * A report as its form begins: one that was sent back as it was, else what the last one said, for the time since then.
 * What only holds for a period (its plan, the help that is wanted) begins anew.
 */
export const reportBegun = (language: Language, project: Project, now: Instant): FormObject => {
  const corrected = toCorrect(project)
  if (corrected !== undefined) return reportTyped(language, corrected.report)
  const today = dateOf(now)
  const last = reportBefore(project)?.report
  const started = project.startedAt === undefined ? today : dateOf(project.startedAt)
  if (last === undefined)
    return {
      period: { from: started, to: today },
      endsOn: project.baseline?.endsOn ?? '',
      authoritiesLive: project.live.map(({ authority }) => authority),
    }
  const live = [...new Set([...last.authoritiesLive, ...project.live.map(({ authority }) => authority)])]
  const from = last.period.to < today ? addDays(last.period.to, 1) : today
  const { nextPeriod: _, helpWanted: __, ...kept } = reportTyped(language, { ...last, authoritiesLive: live })
  return { ...kept, period: { from, to: today } }
}

/** A report as a form has it. */
const reportTyped = (language: Language, report: Report): FormObject => ({
  period: { ...report.period },
  status: Object.fromEntries(
    statusParts.map((part) => {
      const { colour, reason } = report.status[part]
      return [part, { colour, ...(reason === undefined ? {} : { reason }) }]
    }),
  ),
  'milestones:rows': report.milestones.map(({ title, plannedOn, forecastOn, doneOn }) => ({
    title,
    plannedOn,
    forecastOn,
    ...(doneOn === undefined ? {} : { doneOn }),
  })),
  'spent:kr': kronerTyped(language, report.spent.amount),
  'forecast:kr': kronerTyped(language, report.forecast.amount),
  endsOn: report.endsOn,
  'risks:rows': report.risks.map(({ text, likelihood, impact, response }) => ({
    text,
    'likelihood:int': String(likelihood),
    'impact:int': String(impact),
    response,
  })),
  authoritiesLive: [...report.authoritiesLive],
  nextPeriod: report.nextPeriod,
  ...(report.helpWanted === undefined ? {} : { helpWanted: report.helpWanted }),
})

/**
 * What was sent, as the schema has it: a list in which nothing was ticked or filled in is empty, and a status for which no
 * colour was chosen is there, so that each is named that lacks one.
 */
export const reportBody = (sent: unknown): unknown => {
  if (typeof sent !== 'object' || sent === null) return sent
  const { status } = sent as { readonly status?: unknown }
  const chosen = typeof status === 'object' && status !== null ? status : {}
  const none = Object.fromEntries(statusParts.map((part) => [part, {}]))
  return { milestones: [], risks: [], authoritiesLive: [], ...sent, status: { ...none, ...chosen } }
}

/** Colours that are not green, and say not why: as fields that are left out. */
export const reasonsLacking = (typed: FormObject): readonly FieldTrouble[] =>
  statusParts.flatMap((part): readonly FieldTrouble[] => {
    const [colour, reason] = ['colour', 'reason'].map((name) => typedIn(typed, `status.${part}.${name}`))
    const isNeeded = colour === 'yellow' || colour === 'red'
    const isThere = typeof reason === 'string' && reason.trim() !== ''
    return isNeeded && !isThere
      ? [{ pointer: pointerOfField(`status.${part}.reason`), code: 'missing', facts: {} }]
      : []
  })
