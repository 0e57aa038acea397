import type { DueKind } from '../../domain/deadlines/due-item.ts'

/** What did not happen in time, so that a project is taken up again. */
export const overdue = (): Readonly<Record<DueKind, string>> => ({
  answer: 'An answer was not given in time.',
  resubmission: 'The idea was not submitted again in time.',
  concept: 'The concept was not finished in time.',
  start: 'The project did not start in time.',
  review: 'A report was not reviewed in time.',
  decision: 'A decision was not taken in time.',
  report: 'The progress report has not come, although its deadline passed long ago.',
  correction: 'A report has not been corrected, although its deadline passed long ago.',
  condition: 'A condition was not fulfilled in time.',
  'look-again': 'The project was not looked at again in time.',
  graduation: 'It was not settled in time whether the project is a product.',
  'self-evaluation': 'The self-evaluation did not come in time.',
  dispute: 'The level was not decided on in time.',
  change: 'A change request was not answered in time.',
  'escalated-change': 'A change request beyond the frame was not answered in time.',
  'sla-result': 'The results of the service level period were not told in time.',
  retention: 'The content of the case was not erased in time.',
  papers: 'The papers were not sent in time.',
  vote: 'Votes were not cast in time.',
})
