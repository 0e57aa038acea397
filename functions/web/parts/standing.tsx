import type { AssessedLevel, Level } from '../../../shared/domain/level.ts'
import type { ProjectStateName } from '../../../shared/domain/project/state.ts'
import type { MoveParty } from '../../../shared/domain/project/whose-move.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { Icon } from '../icon.tsx'
import type { Reader } from '../reader.ts'

const tones: Readonly<Record<ProjectStateName, 'info' | 'success' | 'warning' | 'error' | ''>> = {
  idea: 'info',
  shaping: 'info',
  ready: 'info',
  returned: 'warning',
  approved: 'success',
  implementation: 'success',
  reconsideration: 'warning',
  paused: 'warning',
  rejected: '',
  stopped: '',
  withdrawn: '',
  merged: '',
  product: 'success',
  completed: 'success',
  retired: '',
}

/** The state of a project, as a word with a colour. */
export const StateBadge = ({ reader, state }: { readonly reader: Reader; readonly state: ProjectStateName }) => (
  <span class={`badge${tones[state] === '' ? '' : ` badge-${tones[state]}`}`}>{reader.labels.states[state]}</span>
)

export interface Standing {
  readonly state: ProjectStateName
  readonly level?: Level
  readonly whoseMove: MoveParty
  readonly since: Instant
  readonly dueAt?: Instant
  /** Levels as they were assessed, the last one in force: told where it is another than the one it was placed on. */
  readonly assessments?: readonly { readonly level: AssessedLevel }[]
  /** Whether it is the lead's move and there is none yet: the proposer names one. */
  readonly isLeadMissing?: boolean
}

/** Where a project stands: state, level, whose move it is, since when and until when. @param now to tell what is overdue */
export const StandingLine = ({
  reader,
  standing,
  now,
}: {
  readonly reader: Reader
  readonly standing: Standing
  readonly now: Instant
}) => {
  const { standing: words, criteria } = reader.words
  const assessed = standing.assessments?.at(-1)?.level
  const { state, level, whoseMove, since, dueAt, isLeadMissing } = standing
  return (
    <dl class="trin-standing">
      <div>
        <dt>{words.state}</dt>
        <dd>
          <StateBadge reader={reader} state={state} /> {level === undefined ? words.noLevel : words.level(level)}
          {assessed !== undefined && assessed !== level && `, ${words.assessed(criteria.levels[assessed])}`}
        </dd>
      </div>
      <div>
        <dt>{words.whoseMove}</dt>
        <dd>
          {whoseMove === 'nobody' ? (
            words.closed
          ) : (
            <>
              <strong>{isLeadMissing === true ? words.leadMissing : words.parties[whoseMove]}</strong>{' '}
              {words.since(reader.dayOf(since))}
              {dueAt !== undefined && ','}
              {dueAt !== undefined && <Due reader={reader} dueAt={dueAt} now={now} />}
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** Until when, or that it was due: in words, not by colour alone. */
export const Due = ({
  reader,
  dueAt,
  now,
}: {
  readonly reader: Reader
  readonly dueAt: Instant
  readonly now: Instant
}) => {
  const { standing: words } = reader.words
  return dueAt < now ? (
    <span class="trin-overdue">
      <Icon name="warning" />
      {words.overdue(reader.dayOf(dueAt))}
    </span>
  ) : (
    <span> {words.until(reader.dayOf(dueAt))}</span>
  )
}
