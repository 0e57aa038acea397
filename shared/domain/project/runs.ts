import type { Project, ReportRecord } from './state.ts'

/**
 * Reports since the latest approval and start. A project that was returned and started again is measured by its new frame:
 * what it told in the life before neither reddens nor excuses it.
 */
export const reportsOfThisRun = ({ reports, approvedAt, startedAt }: Project): readonly ReportRecord[] =>
  reports.filter(({ receivedAt }) =>
    [approvedAt, startedAt].every((moment) => moment === undefined || receivedAt >= moment),
  )
