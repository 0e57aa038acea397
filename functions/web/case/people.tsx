import type { KnownPerson, NamedView } from '../../../shared/api/project-view.ts'
import type { Reader } from '../reader.ts'

interface Props {
  readonly reader: Reader
  readonly view: NamedView
}

/** Who is on the project in which part, and which authorities take part with what. */
export const People = ({ reader, view: { people, participations } }: Props) => {
  const { case: words } = reader.words
  const { proposer, lead, steering, coordination, contacts } = people
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.people}</h2>
      <dl class="trin-matter">
        <Part label={words.proposer} people={[proposer]} reader={reader} />
        <Part label={words.lead} people={lead === undefined ? [] : [lead]} reader={reader} />
        <Part label={words.steering} people={steering} reader={reader} />
        {coordination !== undefined && (
          <Part
            label={words.coordination}
            people={coordination.members}
            {...(coordination.chair === null ? {} : { chair: coordination.chair.email })}
            reader={reader}
          />
        )}
        {contacts.length > 0 && <Part label={words.contacts} people={contacts} reader={reader} />}
        <div>
          <dt>{words.participants}</dt>
          <dd>
            <ul class="unstyled-list">
              {participations.map(({ authority, pledge: { amount, hours } }) => (
                <li key={authority}>
                  {[
                    authority,
                    ...(amount === undefined ? [] : [reader.kroner(amount.amount)]),
                    ...(hours === undefined ? [] : [words.pledge.hours(hours)]),
                  ].join(', ')}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </section>
  )
}

const Part = ({
  reader,
  label,
  people,
  chair,
}: {
  readonly reader: Reader
  readonly label: string
  readonly people: readonly (KnownPerson | null)[]
  readonly chair?: string
}) => {
  const { case: words } = reader.words
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {people.length === 0 ? (
          words.nobody
        ) : (
          <ul class="unstyled-list">
            {people.map((person, place) => (
              <li key={person?.email ?? place}>
                {person === null ? (
                  words.erased
                ) : (
                  <>
                    {person.name}
                    {person.authority !== undefined && `, ${person.authority}`}
                    {person.email === chair && ` (${words.chair})`}{' '}
                    <a href={`mailto:${person.email}`}>{person.email}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  )
}
