import type { Role } from '../../../../shared/domain/actor.ts'
import { isUnanswered } from '../../../../shared/domain/stewardship/changes.ts'
import type { Reader } from '../../reader.ts'
import type { Found } from '../found.ts'
import { addressOf } from '../place.ts'
import { isNamed, may, personSaid } from '../sections.tsx'

export type ShownChange = Found['view']['changes'][number]
interface ChangeProps {
  readonly reader: Reader
  readonly found: Found
  readonly change: ShownChange
}

/** Who answers a request that is more than the coordination group may decide. */
export const answersBeyondFrame = ({ project }: Found): 'steering' | 'secretariat' =>
  project.steering.length > 0 ? 'steering' : 'secretariat'

/** Whether the reader answers this request now. */
export const answers = (found: Found, { state }: Pick<ShownChange, 'state'>): boolean => {
  const by: Role = state === 'beyond-frame' ? answersBeyondFrame(found) : 'coordination'
  return may(found, 'decide-change') && found.roles.includes(by) && isUnanswered({ state })
}

/** What the reader may do with a request now, in the order in which it is done. */
const actionsOn = (found: Found, change: ShownChange) => [
  ...(may(found, 'assess-change') && (change.state === 'proposed' || change.state === 'assessed')
    ? (['assess-change'] as const)
    : []),
  ...(answers(found, change) ? (['decide-change'] as const) : []),
  ...(may(found, 'finish-change') && change.state === 'accepted' ? (['finish-change'] as const) : []),
]

/** Requests under one heading; nothing where there are none. */
export const ChangeList = ({
  id,
  title,
  changes,
  ...props
}: Omit<ChangeProps, 'change'> & {
  readonly id: string
  readonly title: string
  readonly changes: readonly ShownChange[]
}) =>
  changes.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="trin-notes">
        {changes.map((change) => (
          <li key={change.number} class="trin-note" id={`change-${change.number}`}>
            <h3>
              {props.reader.words.product.changes.number(change.number, change.title)}{' '}
              <span class={`badge${isUnanswered(change) ? ' badge-warning' : ''}`}>
                {stateSaid({ ...props, change })}
              </span>
            </h3>
            <ChangeShown {...props} change={change} />
            <ChangeActions {...props} change={change} />
          </li>
        ))}
      </ul>
    </section>
  )

const stateSaid = ({ reader, found, change: { state } }: ChangeProps): string => {
  const { changes: words } = reader.words.product
  return state === 'beyond-frame' && answersBeyondFrame(found) === 'secretariat'
    ? words.withSecretariat
    : words.states[state]
}

/** What is asked for, by whom, and what was found and answered. */
export const ChangeShown = ({ reader, found, change }: ChangeProps) => {
  const { product, project } = reader.words
  const { changes: words } = product
  const { assessment, cost, reason } = change
  const requester = isNamed(found.view)
    ? found.view.people.requesters.find((one) => one.change === change.number)
    : undefined
  const facts: readonly (readonly [string, string])[] = [
    ...(requester === undefined ? [] : [[words.requester, personSaid(requester.person, project.erased)] as const]),
    ...(assessment === undefined ? [] : [[words.assessment, assessment] as const]),
    ...(cost === undefined ? [] : [[words.cost, reader.kroner(cost.amount)] as const]),
    ...(reason === undefined ? [] : [[words.reason, reason] as const]),
  ]
  return (
    <>
      <p class="trin-text">{change.text}</p>
      {facts.length > 0 && (
        <dl class="trin-said">
          {facts.map(([what, said]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd class="trin-text">{said}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

/** Whose move it is, until when, and what the reader may do. */
const ChangeActions = ({ reader, found, change }: ChangeProps) => {
  const { changes: words } = reader.words.product
  const waits = found.project.state === 'product' ? waitsFor(found, change) : undefined
  const actions = actionsOn(found, change)
  return (
    <>
      {waits !== undefined && (
        <p class="trin-soft">
          {words.waits[waits]} {change.answerDueAt !== undefined && words.answerBy(reader.dayOf(change.answerDueAt))}
        </p>
      )}
      {actions.length > 0 && (
        <p class="trin-actions">
          {actions.map((name) => (
            <a
              key={name}
              href={addressOf(found, `${name}?n=${change.number}`)}
              aria-label={words.actionOn(words.actions[name], change.number)}
            >
              {words.actions[name]}
            </a>
          ))}
        </p>
      )}
    </>
  )
}

const waitsFor = (found: Found, { state }: ShownChange) => {
  switch (state) {
    case 'proposed':
    case 'assessed':
    case 'accepted':
      return state
    case 'beyond-frame':
      return answersBeyondFrame(found)
    case 'rejected':
    case 'done':
    case 'dropped':
      return undefined
  }
}
