import type { NamedView } from '../../../shared/api/project-view.ts'
import type { ProjectCommandType } from '../../../shared/domain/project/commands.ts'
import { conditionDueSaid } from '../parts/condition-due.ts'
import { decisionFacts } from '../parts/event-facts.ts'
import { Facts } from '../parts/timeline.tsx'
import type { Reader } from '../reader.ts'
import type { Found } from './found.ts'
import { addressOf } from './place.ts'

export interface SectionProps {
  readonly reader: Reader
  readonly found: Found
}

export const isNamed = (view: Found['view']): view is NamedView => 'people' in view

export const may = ({ view }: Found, act: ProjectCommandType): boolean => view.allowed.includes(act)

/** Conditions of the approval: what, who sees to it, by when, and whether it is so. */
export const Conditions = ({ reader, found }: SectionProps) => {
  const { project: words } = reader.words
  const { conditions } = found.view
  if (conditions.length === 0) return null
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">{words.conditions}</h2>
      <ul class="trin-notes">
        {conditions.map((condition) => {
          const { number, text, state } = condition
          const isOpen = state === 'open'
          return (
            <li key={number} class="trin-note">
              <h3>
                {words.condition(number)}{' '}
                <span class={`badge${isOpen ? ' badge-warning' : ''}`}>{words.conditionStates[state]}</span>
              </h3>
              <p class="trin-text">{text}</p>
              <p class="trin-soft">
                {words.dueOn} {conditionDueSaid(condition, found.view.due, reader)}
                {'owner' in condition && `. ${words.owner}: ${personSaid(condition.owner, words.erased)}`}
              </p>
              {isOpen && (
                <p class="trin-actions">
                  {may(found, 'fulfil-condition') && (
                    <a href={addressOf(found, `fulfil?n=${number}`)}>{words.fulfil}</a>
                  )}{' '}
                  {may(found, 'waive-condition') && <a href={addressOf(found, `waive?n=${number}`)}>{words.waive}</a>}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type Person = NamedView['people']['proposer']
export const personSaid = (person: Person, erased: string): string =>
  person === null ? erased : person.authority === undefined ? person.name : `${person.name}, ${person.authority}`

/** What was decided, by whom and why; the newest first. */
export const Decisions = ({ reader, found }: SectionProps) => {
  const { project: words } = reader.words
  if (found.view.decisions.length === 0) return null
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{words.decisions}</h2>
      {found.view.decisions.toReversed().map((decision) => (
        <div key={decision.at} class="trin-note">
          <h3>
            {words.decided(words.decidedBy[decision.by], words.outcomes[decision.outcome], reader.dayOf(decision.at))}
          </h3>
          <Facts facts={decisionFacts(decision, reader)} />
        </div>
      ))}
    </section>
  )
}

/** Who is on it; only for whoever may see names. */
export const People = ({ reader, found }: SectionProps) => {
  const { view } = found
  const { project: words } = reader.words
  if (!isNamed(view)) return null
  const { proposer, lead, steering, coordination, contacts } = view.people
  const said = (person: Person): string => personSaid(person, words.erased)
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [words.parts.proposer, [said(proposer)]],
    [words.parts.lead, [lead === undefined ? words.nobodyYet : said(lead)]],
    ...(steering.length === 0 ? [] : [[words.parts.steering, steering.map(said)] as const]),
    ...(coordination === undefined
      ? []
      : [
          [
            words.parts.coordination,
            coordination.members.map((member) =>
              member !== null && member.email === coordination.chair?.email
                ? `${said(member)} (${words.chair})`
                : said(member),
            ),
          ] as const,
        ]),
    ...(contacts.length === 0 ? [] : [[words.parts.contacts, contacts.map(said)] as const]),
  ]
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.people}</h2>
      <dl class="trin-said">
        {rows.map(([part, names]) => (
          <div key={part}>
            <dt>{part}</dt>
            <dd>{names.join('; ')}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.authorities}</h3>
      <Authorities reader={reader} found={found} />
    </section>
  )
}

/** Authorities that are read at once; some projects have most of the country's. */
const atOnce = 12

const Authorities = ({ reader, found: { view } }: SectionProps) => {
  const all = [...new Set([...view.authorities, ...view.live.map(({ authority }) => authority)])]
  const items = all.map((authority) => {
    const live = view.live.find((one) => one.authority === authority)
    return (
      <li key={authority}>
        {authority}
        {live !== undefined && ` (${reader.words.project.live(reader.day(live.on))})`}
      </li>
    )
  })
  const others = items.slice(atOnce)
  return (
    <>
      <ul>{items.slice(0, atOnce)}</ul>
      {others.length > 0 && (
        <details>
          <summary>{reader.words.project.otherAuthorities(others.length)}</summary>
          <ul>{others}</ul>
        </details>
      )}
    </>
  )
}

/** Acts whose forms stand under a project, by the act that says who may do them. */
const offered = [
  ['revise', 'revise'],
  ['resubmit', 'resubmit'],
  ['start', 'start'],
  ['report', 'report'],
  ['go-live', 'go-live'],
  ['lead', 'appoint-lead'],
  ['steering-group', 'name-steering-group'],
  ['coordination-group', 'name-coordination-group'],
  ['join', 'join'],
  ['leave', 'leave'],
  ['reconsider', 'open-reconsideration'],
  ['proposer', 'transfer-proposer'],
  ['withdraw', 'withdraw'],
  ['retire', 'retire'],
] as const

/** What else the reader may do now, a link each; erasing oneself is always possible, but for an office. */
export const OtherActs = ({ reader, found }: SectionProps) => {
  const { acts } = reader.words.projectActs
  const links = [
    ...offered.filter(([, act]) => may(found, act)).map(([name]) => name),
    ...(found.roles.includes('secretariat') ? [] : (['erase'] as const)),
  ]
  return (
    <section aria-labelledby="other-acts">
      <h2 id="other-acts">{reader.words.project.otherActs}</h2>
      <ul class="trin-links">
        {found.roles.includes('secretariat') && (
          <li>
            <a href={`/desk/projects/${found.project.id}`}>{reader.words.project.answerDesk}</a>
          </li>
        )}
        {(found.roles.includes('board') || found.roles.includes('chair')) && (
          <li>
            <a href="/board">{reader.words.project.answerBoard}</a>
          </li>
        )}
        {links.map((name) => (
          <li key={name}>
            <a href={addressOf(found, name)}>{acts[name].title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
