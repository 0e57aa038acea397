import type * as z from 'zod/mini'
import {
  agendaBody,
  cancellationBody,
  conclusionBody,
  conflictBody,
  decisionBody,
  meetingBody,
  proxyBody,
  rankingBody,
  reconsiderationDecisionBody,
  voteBody,
} from './board-decision.ts'
import { classificationActs, mergeBody } from './classification.ts'
import { erasureBody } from './erasure.ts'
import { os2formsBody } from './os2forms.ts'
import { progressActs } from './progress.ts'
import type { ProjectAct } from './project-act.ts'
import { linksBody, unsubscribeBody } from './reads.ts'
import type { RouteKey } from './routes.ts'
import { onboardingActs, stewardshipActs } from './stewardship.ts'
import { submissionActs, submissionBody } from './submission.ts'

const bodiesOf = <K extends string>(acts: Readonly<Record<K, ProjectAct>>): Record<K, z.core.$ZodType> => {
  const entries = Object.entries<ProjectAct>(acts).map(([route, { body }]) => [route, body])
  return Object.fromEntries(entries)
}

type Written = RouteKey & `POST ${string}`

/** The schema of what each writing route takes: the very ones that parse it. For descriptions of the API; functions import their own. */
export const bodies = {
  'POST /api/projects': submissionBody,
  'POST /api/intake/os2forms': os2formsBody,
  ...bodiesOf(submissionActs),
  ...bodiesOf(classificationActs),
  'POST /api/projects/{id}/merge': mergeBody,
  'POST /api/meetings': meetingBody,
  'POST /api/meetings/{id}/agenda': agendaBody,
  'POST /api/meetings/{id}/conflicts': conflictBody,
  'POST /api/meetings/{id}/proxies': proxyBody,
  'POST /api/meetings/{id}/votes': voteBody,
  'POST /api/meetings/{id}/rankings': rankingBody,
  'POST /api/meetings/{id}/decisions': decisionBody,
  'POST /api/meetings/{id}/cancellation': cancellationBody,
  'POST /api/meetings/{id}/conclusion': conclusionBody,
  'POST /api/projects/{id}/reconsideration/decision': reconsiderationDecisionBody,
  ...bodiesOf(progressActs),
  ...bodiesOf(onboardingActs),
  ...bodiesOf(stewardshipActs),
  'POST /api/erasures': erasureBody,
  'POST /api/links': linksBody,
  'POST /api/unsubscribe': unsubscribeBody,
} satisfies Record<Written, z.core.$ZodType>
