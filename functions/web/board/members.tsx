import { freshForm } from '../form/act.ts'
import { Select } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import type { FormState } from '../form/state.ts'
import type { Reader } from '../reader.ts'
import type { Table } from './table.ts'
import { memberName } from './told.ts'

interface MembersProps {
  readonly reader: Reader
  readonly table: Table
  readonly tried: FormState | undefined
}

/** Who sits at the meeting, for which authority, and who votes for whom. */
export const Members = ({ reader, table, tried }: MembersProps) => {
  const { board } = reader.words
  const { meeting, nameOf } = table
  return (
    <>
      <ul class="trin-votes no-max-width">
        {meeting.members.map((member) => {
          const named = meeting.proxies.find((one) => one.member === member.contact)
          const proxy = meeting.members.find(({ contact }) => contact === named?.proxy)
          return (
            <li key={member.contact}>
              <span class="trin-voter">
                {memberName(member, table, reader)}{' '}
                <span class="trin-soft">
                  {member.authority}
                  {member.seat !== 'member' && `, ${board.seats[member.seat].toLowerCase()}`}
                </span>
              </span>
              <span class="trin-choice">
                {proxy !== undefined && board.meeting.proxyTo(nameOf(proxy.contact) ?? proxy.authority)}
              </span>
            </li>
          )
        })}
      </ul>
      <ProxyForm reader={reader} table={table} tried={tried} />
    </>
  )
}

const ProxyForm = ({ reader, table, tried }: MembersProps) => {
  const { proxy: words } = reader.words.board
  const { self, meeting } = table
  if (self === undefined || !table.settings.proxies || !table.may('name-proxy')) return null
  const named = meeting.proxies.find(({ member }) => member === self.contact)?.proxy
  const state = tried ?? freshForm(named === undefined ? {} : { proxy: named })
  return (
    <details class="trin-more" open={tried !== undefined}>
      <summary>{words.title}</summary>
      <p>{words.text}</p>
      <Form
        reader={reader}
        state={state}
        action={`/board/${meeting.id}/proxy`}
        submit={words.submit}
        weight="secondary"
        fields={['proxy']}
      >
        <Select
          reader={reader}
          form={state}
          name="proxy"
          label={words.proxy}
          required
          choices={meeting.members
            .filter(({ contact }) => contact !== self.contact)
            .map((member) => ({ value: member.contact, label: memberName(member, table, reader) }))}
        />
      </Form>
    </details>
  )
}
