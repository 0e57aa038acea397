import { progressActs } from '../../../../shared/api/progress.ts'
import type { NamedView } from '../../../../shared/api/project-view.ts'
import { stewardshipActs } from '../../../../shared/api/stewardship.ts'
import { Select, TextArea, TextField } from '../../form/fields.tsx'
import {
  JoinFields,
  joinNames,
  MemberFields,
  memberNames,
  membersTyped,
  PersonFields,
  personNames,
} from '../../project/people-places.tsx'
import { Erase, eraseFields, erasePerson, isSomebodyThere } from '../forms/erase.tsx'
import type { ActName, DeskAct } from './desk-act.ts'

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
    begins: ({ people }) => membersTyped(people.steering),
    fields: () => memberNames,
    Fields: ({ reader, form, view }) => (
      <MemberFields reader={reader} form={form} filled={view.people.steering.length} />
    ),
  },
  'coordination-group': {
    needs: 'name-coordination-group',
    does: () => stewardshipActs['POST /api/projects/{id}/coordination-group'],
    tells: true,
    begins: ({ people: { coordination } }) => ({
      ...membersTyped(coordination?.members ?? []),
      chair: coordination?.chair?.email ?? '',
    }),
    fields: () => [...memberNames, 'chair'],
    Fields: ({ reader, form, view }) => (
      <>
        <MemberFields reader={reader} form={form} filled={view.people.coordination?.members.length ?? 0} />
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
    fields: () => joinNames,
    Fields: JoinFields,
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
