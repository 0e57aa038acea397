import * as z from 'zod/mini'
import type { PageAct, PageRequest } from '../../../shared/http/page-request.ts'
import { parse } from '../../../shared/http/parse.ts'
import { type CaseOfPerson, type FoundPerson, findPeople } from '../../../shared/use-cases/find-people.ts'
import { freshForm } from '../form/act.ts'
import { TextField } from '../form/fields.tsx'
import { Form, mainForm } from '../form/form.tsx'
import { page } from '../layout.tsx'
import { StateBadge } from '../parts/standing.tsx'
import { titleIn } from '../parts/title.ts'
import { type Reader, readerOf } from '../reader.ts'
import type { DeskPorts } from './ports.ts'

type PeoplePorts = Pick<DeskPorts, 'projections' | 'contacts'>

/** People on one page: what stays under the weight that a page may have. */
const most = 50
/** Of somebody's cases. */
const mostCases = 10

/** `GET /desk/people`: everybody on a project, by name. */
export const peoplePage =
  (ports: PeoplePorts): PageAct =>
  (request) =>
    show(ports, request, '')

const search = z.object({ sought: z.exactOptional(z.string().check(z.trim(), z.maxLength(200))) })

/** `POST /desk/people`: those who are searched for. Sent, and not asked by the address: a name has no place in histories and logs. */
export const findPeoplePage =
  (ports: PeoplePorts): PageAct =>
  (request) =>
    show(ports, request, parse(search, request.form.values).sought ?? '')

const show = async (ports: PeoplePorts, request: PageRequest, sought: string) => {
  const reader = readerOf(request)
  const { people: words, desk } = reader.words
  const { people, isPartial } = await findPeople(ports, sought)
  const form = freshForm({ sought })
  return page({
    reader,
    title: words.title,
    at: 'desk',
    above: [{ label: desk.title, href: '/desk' }],
    form: { id: mainForm },
    children: (
      <>
        <p class="font-lead">{words.lead}</p>
        <search>
          <Form id={mainForm} reader={reader} state={form} action="/desk/people" submit={words.find} weight="secondary">
            <TextField
              reader={reader}
              form={form}
              name="sought"
              label={words.sought}
              type="search"
              maxLength={200}
              plain
            />
          </Form>
        </search>
        <section aria-labelledby="found">
          <h2 id="found">{words.found(people.length)}</h2>
          {people.length > most && <p>{words.cut(most)}</p>}
          {isPartial && <p>{words.partial}</p>}
          {sought !== '' && (
            <p>
              <a href="/desk/people">{words.all}</a>
            </p>
          )}
          <ul class="trin-work nobullet-list no-max-width">
            {people.slice(0, most).map((one) => (
              <Person key={one.id} reader={reader} person={one} />
            ))}
          </ul>
        </section>
      </>
    ),
  })
}

const Person = ({ reader, person }: { readonly reader: Reader; readonly person: FoundPerson }) => {
  const { people: words } = reader.words
  const { name, email, authority, cases } = person
  const here = cases.find(canBeErasedFrom)
  return (
    <li>
      <h3>{name}</h3>
      <p>
        {authority !== undefined && <span>{authority}</span>}
        <a href={`mailto:${email}`}>{email}</a>
      </p>
      <ul>
        {cases.slice(0, mostCases).map(({ id, title, state, parts }) => (
          <li key={id}>
            <a href={`/desk/projects/${id}`}>{titleIn(reader.language, title)}</a>{' '}
            <StateBadge reader={reader} state={state} />{' '}
            <span class="trin-soft">{parts.map((part) => words.parts[part]).join(', ')}</span>
          </li>
        ))}
      </ul>
      {cases.length > mostCases && <p class="trin-soft">{words.more(cases.length - mostCases)}</p>}
      {here !== undefined && (
        <p>
          <a href={`/desk/projects/${here.id}/erase`}>{words.erase(name)}</a>
        </p>
      )}
    </li>
  )
}

/** The page of a case offers to erase whoever has a part there beyond a condition. */
const canBeErasedFrom = ({ parts }: CaseOfPerson): boolean => parts.some((part) => part !== 'owner')
