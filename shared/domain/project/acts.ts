import type { Actor, Role, SystemActor } from '../actor.ts'
import { type Refusal, type RefusalRule, refuse } from '../refusal.ts'
import type { ProjectCommandType } from './commands.ts'
import { closedStates, type Project, type ProjectStateName, projectStates } from './state.ts'

/** One way an act is allowed: in these states, to these roles, when the project is so. */
export interface Permission {
  readonly in: readonly ProjectStateName[]
  readonly to: readonly (Role | SystemActor)[]
  /** Said where the state alone does not decide; `start` differs between level 1 and the others. */
  readonly when?: (project: Project) => boolean
  /** Why not, where `when` is what keeps them from it. @default that it cannot be done in this state */
  readonly otherwise?: RefusalRule
}

const open = [
  'idea',
  'shaping',
  'ready',
  'returned',
  'approved',
  'implementation',
  'reconsideration',
  'paused',
  'product',
] as const satisfies readonly ProjectStateName[]
const running = ['implementation', 'reconsideration'] as const satisfies readonly ProjectStateName[]
/** Where levels are evaluated, and can be disputed. */
const disputable = ['implementation', 'product'] as const satisfies readonly ProjectStateName[]
const isLevel1 = (project: Project): boolean => project.level === 1
const isAboveLevel1 = (project: Project): boolean => !isLevel1(project)
const isUnderway = (project: Project): boolean =>
  project.state === 'reconsideration' ? project.from === 'implementation' : true
const isNotUnderway = (project: Project): boolean => !isUnderway(project)
const isDisputed = (project: Project): boolean => project.dispute !== undefined
const isWithTheBoard = (project: Project): boolean =>
  isDisputed(project) || (isAboveLevel1(project) && ['ready', 'reconsideration'].includes(project.state))
const isNotWithTheBoard = (project: Project): boolean => !isWithTheBoard(project)
/** A finished solution that wants in needs no development: once decided, it may be live and become a product at once. */
const isTakeover = (project: Project): boolean => project.kind === 'takeover'
const isTakeoverOnLevel1 = (project: Project): boolean => isTakeover(project) && isLevel1(project)
const hasSteeringGroup = (project: Project): boolean => project.steering.length > 0
const hasNoSteeringGroup = (project: Project): boolean => !hasSteeringGroup(project)
const isUnderwayWithoutSteeringGroup = (project: Project): boolean => isUnderway(project) && hasNoSteeringGroup(project)
const hasFrame = (project: Project): boolean => project.baseline !== undefined
const holdsContent = (project: Project): boolean => project.contentErasedAt === undefined
const wasNotUnderway = (project: Project): boolean => project.state !== 'paused' || project.from !== 'implementation'

/** Where what is in use becomes a product, or, of use to one authority only, is done. */
const afterGoingLive: readonly Permission[] = [
  { in: ['implementation'], to: ['secretariat'] },
  { in: ['approved'], to: ['secretariat'], when: isTakeover },
  { in: ['ready'], to: ['secretariat'], when: isTakeoverOnLevel1 },
]

/** Those whose work is evaluated: the steering group; without one the lead, of a product the coordination group. */
const evaluated: readonly Permission[] = [
  { in: ['implementation', 'reconsideration'], to: ['steering'], when: isUnderway },
  { in: ['implementation', 'reconsideration'], to: ['lead'], when: isUnderwayWithoutSteeringGroup },
  { in: ['product'], to: ['steering'] },
  { in: ['product'], to: ['coordination'], when: hasNoSteeringGroup },
]

/** What the board decides: concepts and reconsiderations above level 1, and on every level a disagreement about it. */
const forTheBoard = (...to: readonly (Role | SystemActor)[]): readonly Permission[] => [
  { in: ['ready', 'reconsideration'], to, when: isAboveLevel1 },
  { in: disputable, to, when: isDisputed },
]

/**
 * Whoever is proposer, lead or in the steering group does not vote (`exclusionsOf`): while the board has a project, nobody but
 * the secretariat says who is, or whoever it is about could choose who votes.
 */
const namedBy = (...to: readonly Role[]): readonly Permission[] => [
  { in: open, to, when: isNotWithTheBoard, otherwise: 'named-by-secretariat' },
  { in: open, to: ['secretariat'], when: isWithTheBoard },
]

/** Who may do what in which state: the whole process in one table (`docs/process.md` is made from it). `submit` begins a project. */
export const permissions: Readonly<Record<Exclude<ProjectCommandType, 'submit'>, readonly Permission[]>> = {
  'propose-level': [{ in: ['idea'], to: ['classification'] }],
  place: [{ in: ['idea', 'shaping', 'ready', 'approved', 'implementation'], to: ['secretariat'] }],
  comment: [
    {
      in: open,
      to: ['secretariat', 'proposer', 'contact', 'lead', 'steering', 'coordination', 'owner', 'board', 'chair'],
    },
  ],
  revise: [{ in: ['idea', 'shaping'], to: ['proposer', 'secretariat'] }],
  assess: [{ in: ['idea', 'shaping', 'ready', 'approved', 'implementation', 'reconsideration'], to: ['secretariat'] }],
  'mark-ready': [{ in: ['shaping'], to: ['secretariat'] }],
  return: [{ in: ['idea', 'shaping', 'ready'], to: ['secretariat'] }],
  resubmit: [{ in: ['returned'], to: ['proposer'] }],
  withdraw: [
    { in: ['idea', 'shaping', 'ready', 'returned', 'approved'], to: ['proposer'] },
    { in: ['reconsideration'], to: ['proposer'], when: isNotUnderway },
    { in: ['paused'], to: ['proposer'], when: wasNotUnderway },
  ],
  merge: [{ in: ['idea', 'shaping', 'ready', 'returned'], to: ['secretariat'] }],
  absorb: [{ in: open, to: ['agenda-keeper'] }],
  'put-on-agenda': forTheBoard('secretariat', 'agenda-keeper'),
  postpone: forTheBoard('agenda-keeper'),
  decide: forTheBoard('chair', 'secretariat'),
  'record-assembly-decision': forTheBoard('secretariat'),
  'decide-reconsideration': [{ in: ['reconsideration'], to: ['secretariat'], when: isLevel1 }],
  'appoint-lead': namedBy('proposer', 'lead', 'secretariat'),
  'transfer-proposer': namedBy('proposer', 'secretariat'),
  'name-steering-group': namedBy('proposer', 'lead', 'secretariat'),
  join: [
    { in: open, to: ['proposer', 'lead', 'secretariat'] },
    { in: ['product'], to: ['coordination'] },
  ],
  leave: [
    { in: open, to: ['proposer', 'lead', 'secretariat'] },
    { in: ['product'], to: ['coordination'] },
  ],
  start: [
    { in: ['ready'], to: ['secretariat'], when: isLevel1 },
    { in: ['approved'], to: ['lead'] },
  ],
  report: [{ in: running, to: ['lead'], when: isUnderway }],
  'review-report': [{ in: running, to: ['secretariat'], when: isUnderway }],
  'open-reconsideration': [{ in: ['approved', 'implementation'], to: ['lead', 'steering', 'secretariat'] }],
  'fulfil-condition': [{ in: ['approved', 'implementation', 'reconsideration'], to: ['owner', 'lead', 'secretariat'] }],
  'waive-condition': [{ in: ['approved', 'implementation', 'reconsideration'], to: ['chair'] }],
  // Before there is one, so that not a moment shows it; of a closed project, too, the frame may be public.
  'withhold-frame': [
    { in: open, to: ['secretariat'] },
    { in: closedStates, to: ['secretariat'], when: hasFrame },
  ],
  pause: [{ in: ['shaping', 'returned', 'approved', 'implementation'], to: ['secretariat'] }],
  resume: [{ in: ['paused'], to: ['secretariat'] }],
  reopen: [{ in: closedStates, to: ['secretariat'], when: holdsContent, otherwise: 'words-erased' }],
  'go-live': [
    { in: running, to: ['lead', 'secretariat'], when: isUnderway },
    { in: ['approved'], to: ['lead', 'secretariat'], when: isTakeover },
    { in: ['ready'], to: ['secretariat'], when: isTakeoverOnLevel1 },
    { in: ['product'], to: ['coordination', 'secretariat'] },
  ],
  'name-coordination-group': [
    { in: open, to: ['lead', 'secretariat'] },
    { in: ['product'], to: ['coordination'] },
  ],
  'check-graduation': afterGoingLive,
  graduate: afterGoingLive,
  complete: afterGoingLive,
  'request-change': [
    {
      in: ['product'],
      to: ['coordination', 'steering', 'secretariat', 'proposer', 'contact', 'lead', 'board', 'chair'],
    },
  ],
  'assess-change': [{ in: ['product'], to: ['coordination'] }],
  'decide-change': [
    { in: ['product'], to: ['coordination', 'steering'] },
    { in: ['product'], to: ['secretariat'], when: hasNoSteeringGroup },
  ],
  'finish-change': [{ in: ['product'], to: ['coordination'] }],
  'set-sla': [{ in: ['product'], to: ['coordination', 'secretariat'] }],
  'record-sla-result': [{ in: ['product'], to: ['coordination'] }],
  'record-adaptation': [{ in: ['product'], to: ['coordination', 'secretariat'] }],
  'self-evaluate': evaluated,
  evaluate: [{ in: ['implementation', 'reconsideration', 'product'], to: ['secretariat'], when: isUnderway }],
  'dispute-level': evaluated,
  retire: [{ in: ['product'], to: ['coordination', 'secretariat'] }],
  'erase-person': [{ in: projectStates, to: ['eraser'] }],
  // Closed ones too: what was never public is erased after its time.
  'take-step': [{ in: projectStates, to: ['progress-monitor'] }],
}

/** What the actor is on this project: roles of the whole association, and parts the project gives, or a token names for it. */
export const rolesOn = (project: Project, actor: Actor): readonly (Role | SystemActor)[] => {
  if (actor.kind === 'anonymous') return []
  if (actor.kind === 'system') return [actor.name]
  const parts: Role[] = []
  if (project.proposer === actor.id) parts.push('proposer')
  if (project.contacts.includes(actor.id)) parts.push('contact')
  if (project.lead === actor.id) parts.push('lead')
  if (project.steering.includes(actor.id)) parts.push('steering')
  if (project.coordination?.members.includes(actor.id)) parts.push('coordination')
  if (project.conditions.some(({ owner, state }) => owner === actor.id && state === 'open')) parts.push('owner')
  if (actor.link) return actor.project === project.id ? worthOf(parts, actor.roles) : []
  const given = actor.roles.filter((role) => isForAll(role) || actor.project === project.id)
  if (given.includes('chair')) parts.push('board')
  return [...new Set([...given, ...parts])]
}

/**
 * A personal link is worth what it was made for, and only as long as its holder still has that part. With it they answer
 * for a condition, too: whoever the decision makes its owner may be written to by another part they have.
 */
const worthOf = (parts: readonly Role[], made: readonly Role[]): readonly Role[] => {
  const isHeld = parts.some((part) => made.includes(part))
  return parts.filter((part) => made.includes(part) || (isHeld && part === 'owner'))
}

const isForAll = (role: Role): boolean =>
  role === 'secretariat' || role === 'board' || role === 'chair' || role === 'integrator'

/** Why this actor may not do this to the project now; undefined when they may. What the act itself demands comes after. */
export const refusalOf = (
  project: Project,
  act: Exclude<ProjectCommandType, 'submit'>,
  actor: Actor,
): Refusal | undefined => {
  const mine = rolesOn(project, actor)
  const ways = permissions[act]
  const toMe = ways.filter(({ to }) => to.some((role) => mine.includes(role)))
  if (toMe.length === 0) return refuse('not-your-role', 'role', { facts: { roles: rolesOf(ways) } })
  const here = toMe.filter((way) => way.in.includes(project.state))
  if (here.some(({ when }) => when?.(project) ?? true)) return undefined
  const otherwise = here.find((way) => way.otherwise !== undefined)?.otherwise
  if (otherwise !== undefined) return refuse('illegal-in-state', otherwise)
  return refuse('illegal-in-state', 'state', {
    facts: {
      state: project.state,
      // Not the state it is in: there it is the project that stands in the way (its level, not having begun).
      allowedIn: projectStates.filter((state) => state !== project.state && toMe.some((way) => way.in.includes(state))),
    },
  })
}

const rolesOf = (ways: readonly Permission[]): readonly string[] => [...new Set(ways.flatMap(({ to }) => to))]

/** What this actor may do to the project now, act by act: undefined where they may, and why not where they may not. */
export const allowedActs = (
  project: Project,
  actor: Actor,
): readonly { readonly act: Exclude<ProjectCommandType, 'submit'>; readonly refusal?: Refusal }[] =>
  (Object.keys(permissions) as Exclude<ProjectCommandType, 'submit'>[]).map((act) => {
    const refusal = refusalOf(project, act, actor)
    return refusal === undefined ? { act } : { act, refusal }
  })
