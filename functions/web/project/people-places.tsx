import { progressActs } from '../../../shared/api/progress.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import type { StagedContact } from '../../../shared/use-cases/ports.ts'
import { KronerField, Select, TextArea, TextField } from '../form/fields.tsx'
import type { FormState } from '../form/state.ts'
import type { Reader } from '../reader.ts'
import { formPlace } from './form-place.tsx'
import type { Places } from './place.ts'

interface PersonProps {
  readonly reader: Reader
  readonly form: FormState
  /** Name of the group: `lead`. */
  readonly group: string
  readonly required?: boolean
}

/** Somebody, named to take part. */
export const PersonFields = ({ reader, form, group, required = true }: PersonProps) => {
  const { person } = reader.words.projectActs
  const named = { reader, form, required }
  return (
    <>
      <TextField {...named} name={`${group}.name`} label={person.name} maxLength={200} autocomplete="off" />
      <TextField
        {...named}
        name={`${group}.email`}
        label={person.email}
        type="email"
        maxLength={254}
        autocomplete="off"
      />
      <TextField
        reader={reader}
        form={form}
        name={`${group}.authority`}
        label={person.authority}
        maxLength={200}
        autocomplete="off"
      />
      <Select
        reader={reader}
        form={form}
        name={`${group}.language`}
        label={person.language}
        choices={(['da', 'en'] as const).map((value) => ({ value, label: person.languages[value] }))}
      />
    </>
  )
}

/** Names of its fields. */
export const personNames = (group: string): readonly string[] =>
  ['name', 'email', 'authority', 'language'].map((field) => `${group}.${field}`)

const mostMembers = 30

/** Those who are in a group, as its form begins; who has been erased is left out. What is not said of somebody stays as it is. */
export const membersTyped = (
  people: readonly (Omit<StagedContact, 'id' | 'onlyIfNew'> | null | undefined)[],
): FormObject => ({
  'members:rows': people.flatMap((known): FormObject[] =>
    known === null || known === undefined
      ? []
      : [
          {
            name: known.name,
            email: known.email,
            authority: known.authority ?? '',
            ...(known.language === undefined ? {} : { language: known.language }),
          },
        ],
  ),
})

/** Names of the fields of a group's members. */
export const memberNames: readonly string[] = Array.from({ length: mostMembers }, (_, place) =>
  personNames(`members:rows[${place}]`),
).flat()

/** Places for a group: those who are in it, and some more. @param filled how many are in it */
export const MemberFields = ({
  reader,
  form,
  filled,
}: Pick<PersonProps, 'reader' | 'form'> & { readonly filled: number }) => {
  const { person } = reader.words.projectActs
  const rows = form.typed?.['members:rows']
  const seats = Math.min(mostMembers, Math.max((typeof rows === 'object' ? Object.keys(rows).length : filled) + 2, 4))
  return (
    <>
      <p class="trin-soft">{person.more}</p>
      {Array.from({ length: seats }, (_, place) => (
        <fieldset key={person.member(place)} class="trin-row">
          <legend>{person.member(place + 1)}</legend>
          <PersonFields reader={reader} form={form} group={`members:rows[${place}]`} required={place === 0} />
        </fieldset>
      ))}
    </>
  )
}

/** Names of the fields by which an authority comes to take part. */
export const joinNames: readonly string[] = ['authority', 'pledge.amount:kr', 'pledge.hours:int']

/** An authority that comes to take part, and what it pledges. */
export const JoinFields = ({ reader, form }: Pick<PersonProps, 'reader' | 'form'>) => {
  const words = reader.words.projectActs
  const named = { reader, form }
  return (
    <>
      <TextField {...named} name="authority" label={words.authority} required maxLength={200} />
      <KronerField {...named} name="pledge.amount:kr" label={words.pledgeAmount} />
      <TextField {...named} name="pledge.hours:int" label={words.pledgeHours} inputmode="numeric" width="xs" />
    </>
  )
}

/** Who carries a project, and which authorities take part. */
export const peoplePlaces: Places = {
  lead: formPlace({
    name: 'lead',
    may: 'appoint-lead',
    act: progressActs['POST /api/projects/{id}/lead'],
    fields: () => personNames('lead'),
    Fields: ({ visit: { reader }, form }) => <PersonFields reader={reader} form={form} group="lead" />,
  }),
  proposer: formPlace({
    name: 'proposer',
    may: 'transfer-proposer',
    act: progressActs['POST /api/projects/{id}/proposer'],
    weight: 'warning',
    fields: () => personNames('proposer'),
    Fields: ({ visit: { reader }, form }) => <PersonFields reader={reader} form={form} group="proposer" />,
  }),
  'steering-group': formPlace({
    name: 'steering-group',
    may: 'name-steering-group',
    act: progressActs['POST /api/projects/{id}/steering-group'],
    fields: () => memberNames,
    begin: ({ found: { project, contacts } }) => membersTyped(project.steering.map((id) => contacts.get(id))),
    Fields: ({ visit: { reader, found }, form }) => (
      <MemberFields reader={reader} form={form} filled={found.project.steering.length} />
    ),
  }),
  join: formPlace({
    name: 'join',
    may: 'join',
    act: progressActs['POST /api/projects/{id}/participants'],
    fields: () => joinNames,
    Fields: ({ visit: { reader }, form }) => <JoinFields reader={reader} form={form} />,
  }),
  leave: formPlace({
    name: 'leave',
    may: 'leave',
    act: progressActs['POST /api/projects/{id}/participants/departure'],
    weight: 'warning',
    fields: () => ['authority', 'reason'],
    Fields: ({ visit: { reader, found }, form }) => {
      const words = reader.words.projectActs
      const choices = found.view.authorities.map((value) => ({ value, label: value }))
      return (
        <>
          <Select reader={reader} form={form} name="authority" label={words.authority} required choices={choices} />
          <TextArea reader={reader} form={form} name="reason" label={words.leaveReason} maxLength={10_000} />
        </>
      )
    },
  }),
}
