import { progressActs } from '../../../../shared/api/progress.ts'
import type { KnownPerson, NamedView } from '../../../../shared/api/project-view.ts'
import { stewardshipActs } from '../../../../shared/api/stewardship.ts'
import type { FormObject } from '../../../../shared/http/form-fields.ts'
import { Select, TextArea, TextField } from '../../form/fields.tsx'
import { PersonFields, personNames } from '../../project/people-places.tsx'
import { Erase, eraseFields, erasePerson, isSomebodyThere } from '../forms/erase.tsx'
import type { ActName, DeskAct, FieldsProps } from './desk-act.ts'

const mostMembers = 30
const memberGroup = (place: number): string => `members:rows[${place}]`

const membersBegin = (members: readonly (KnownPerson | null)[]): FormObject => ({
  'members:rows': members.flatMap((known) =>
    known === null ? [] : [{ name: known.name, email: known.email, authority: known.authority ?? '' }],
  ),
})
const memberFields = (): readonly string[] =>
  Array.from({ length: mostMembers }, (_, place) => personNames(memberGroup(place))).flat()

/** Those who are in a group, and room for some more. */
const Members = ({ reader, form, there }: Pick<FieldsProps, 'reader' | 'form'> & { readonly there: number }) => {
  const { person } = reader.words.projectActs
  const rows = form.typed?.['members:rows']
  const filled = typeof rows === 'object' ? Object.keys(rows).length : there
  const seats = Math.min(mostMembers, Math.max(filled + 2, 4))
  return (
    <>
      <p class="trin-soft">{person.more}</p>
      {Array.from({ length: seats }, (_, place) => (
        <fieldset key={memberGroup(place)} class="trin-row">
          <legend>{person.member(place + 1)}</legend>
          <PersonFields reader={reader} form={form} group={memberGroup(place)} required={place === 0} />
        </fieldset>
      ))}
    </>
  )
}

const takePart = ({ participations }: NamedView) =>
  participations.map(({ authority }) => ({ value: authority, label: authority }))

/** Who is on a project in which part, and which authorities take part. */
export const peopleActs = {
  lead: {
    needs: 'appoint-lead',
    does: () => progressActs['POST /api/projects/{id}/lead'],
    tells: true,
    fields: () => personNames('lead'),
    Fields: ({ reader, form }) => <PersonFields reader={reader} form={form} group="lead" />,
  },
  proposer: {
    needs: 'transfer-proposer',
    does: () => progressActs['POST /api/projects/{id}/proposer'],
    tells: true,
    fields: () => personNames('proposer'),
    Fields: ({ reader, form }) => <PersonFields reader={reader} form={form} group="proposer" />,
  },
  'steering-group': {
    needs: 'name-steering-group',
    does: () => progressActs['POST /api/projects/{id}/steering-group'],
    tells: true,
    begins: ({ people }) => membersBegin(people.steering),
    fields: memberFields,
    Fields: ({ reader, form, view }) => <Members reader={reader} form={form} there={view.people.steering.length} />,
  },
  'coordination-group': {
    needs: 'name-coordination-group',
    does: () => stewardshipActs['POST /api/projects/{id}/coordination-group'],
    tells: true,
    begins: ({ people: { coordination } }) => ({
      ...membersBegin(coordination?.members ?? []),
      chair: coordination?.chair?.email ?? '',
    }),
    fields: () => [...memberFields(), 'chair'],
    Fields: ({ reader, form, view }) => (
      <>
        <Members reader={reader} form={form} there={view.people.coordination?.members.length ?? 0} />
        <TextField
          reader={reader}
          form={form}
          name="chair"
          label={reader.words.deskActs.fields.chair}
          type="email"
          maxLength={254}
          required
        />
      </>
    ),
  },
  join: {
    needs: 'join',
    does: () => progressActs['POST /api/projects/{id}/participants'],
    tells: true,
    fields: () => ['authority', 'pledge.amount:kr', 'pledge.hours:int'],
    Fields: ({ reader, form }) => {
      const words = reader.words.projectActs
      const named = { reader, form }
      return (
        <>
          <TextField {...named} name="authority" label={words.authority} required maxLength={200} />
          <TextField {...named} name="pledge.amount:kr" label={words.pledgeAmount} suffix="kr." width="s" />
          <TextField {...named} name="pledge.hours:int" label={words.pledgeHours} inputmode="numeric" width="xs" />
        </>
      )
    },
  },
  leave: {
    needs: 'leave',
    does: () => progressActs['POST /api/projects/{id}/participants/departure'],
    tells: true,
    when: ({ participations }) => participations.length > 0,
    weight: 'warning',
    fields: () => ['authority', 'reason'],
    Fields: ({ reader, form, view }) => {
      const { fields: words } = reader.words.deskActs
      return (
        <>
          <Select
            reader={reader}
            form={form}
            name="authority"
            label={words.authority}
            choices={takePart(view)}
            required
          />
          <TextArea reader={reader} form={form} name="reason" label={words.reason} maxLength={10_000} />
        </>
      )
    },
  },
  erase: {
    run: erasePerson,
    when: isSomebodyThere,
    weight: 'warning',
    fields: eraseFields,
    Fields: Erase,
  },
} as const satisfies Readonly<Partial<Record<ActName, DeskAct>>>
