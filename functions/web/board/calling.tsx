import type { Actor } from '../../../shared/domain/actor.ts'
import { boardRolesOf } from '../../../shared/domain/meeting/acts.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { readMeeting } from '../../../shared/use-cases/read-meeting.ts'
import { type FieldProps, KronerField, Radios, Select, TextField } from '../form/fields.tsx'
import { Form, mainForm } from '../form/form.tsx'
import { type FormState, idOfField } from '../form/state.ts'
import { page } from '../layout.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { meetingRows } from './meetings.ts'
import type { BoardPorts } from './ports.ts'
import { rowCount, spareRows } from './rows.ts'
import { UnusualTime, unusualIn } from './unusual.tsx'

const seats = ['chair', 'vice-chair', 'member'] as const
/** Rows for a board that has never met. */
const firstBoard: FormObject = {
  form: 'meeting',
  members: [{ seat: 'chair' }, { seat: 'vice-chair' }, { seat: 'member' }],
}
/** Fields of a row that somebody types in: without any of them the row is nobody. */
export const memberFields = ['name', 'email', 'authority'] as const

/** What the form begins with: the members of the last meeting that was called, without those who have been erased. */
export const lastMembers = async (
  ports: Pick<BoardPorts, 'log' | 'contacts' | 'projections'>,
  { actor }: Pick<PageRequest, 'actor'>,
): Promise<FormObject> => {
  const last = (await meetingRows(ports)).toSorted((a, b) => (a.meetsAt < b.meetsAt ? 1 : -1))[0]
  const found = last === undefined ? undefined : await readMeeting(ports, last.id, actor)
  if (found === undefined) return firstBoard
  return {
    form: 'meeting',
    members: found.meeting.members.flatMap(({ contact, authority, seat }): FormObject[] => {
      const known = found.people.get(contact)
      return known === undefined
        ? []
        : [{ name: known.name, email: known.email, authority, seat, language: known.language }]
    }),
  }
}

/** `GET /board/call`: calls a meeting, or for the chair opens a written vote. @param status @default 200 */
export const callingPage = (
  { clock, settings }: Pick<BoardPorts, 'clock' | 'settings'>,
  request: PageRequest,
  state: FormState,
  status?: number,
): EdgeAnswer => {
  const reader = readerOf(request)
  const { board, meetings } = reader.words
  const { call: words } = meetings
  const rows = Array.from({ length: rowCount(state.typed, 'members') }, (_, place) => place)
  const names = rows.flatMap((row) =>
    ['name', 'email', 'authority', 'seat', 'language'].map((field) => member(row, field)),
  )
  const common = { reader, form: state }
  return page(
    {
      reader,
      title: words.title,
      at: 'board',
      above: [{ label: board.title, href: '/board' }],
      hasErrors: state.problem !== undefined,
      form: { id: mainForm },
      children: (
        <>
          <p class="font-lead">{words.lead}</p>
          <Form
            id={mainForm}
            reader={reader}
            state={state}
            action="/board/call"
            submit={words.submit}
            hasButtonsWithin
            fields={['form', 'meetsAt:local', 'place', 'budget:kr', ...names, 'members']}
            labels={{ members: words.members }}
          >
            <UnusualTime
              reader={reader}
              typed={state.typed}
              unusual={unusualIn(state.typed, { now: clock(), settings })}
            />
            {mayOpenVotes(request.actor) && (
              <Radios
                {...common}
                name="form"
                label={words.form}
                required
                choices={[
                  { value: 'meeting', label: words.formChoices.meeting },
                  { value: 'written', label: words.formChoices.written, hint: words.writtenHint },
                ]}
              />
            )}
            <TextField
              {...common}
              name="meetsAt:local"
              label={words.meetsAt}
              hint={`${mayOpenVotes(request.actor) ? words.meetsAtHint : words.beginsAtHint} ${words.papersHint}`}
              type="datetime-local"
              width="m"
              required
            />
            <TextField {...common} name="place" label={words.place} maxLength={200} />
            <KronerField {...common} name="budget:kr" label={words.budget} hint={words.budgetHint} width="m" />
            <fieldset id="members" class="trin-rows">
              <legend class="h2">{words.members}</legend>
              <p>{words.membersHint}</p>
              {rows.map((row) => (
                <MemberRow key={row} reader={reader} form={state} row={row} />
              ))}
              <button type="submit" name="_do" value="more" class="button button-secondary">
                {words.more}
              </button>
            </fieldset>
          </Form>
        </>
      ),
    },
    status,
  )
}

const member = (row: number, field: string): string => `members.${row}.${field}`

/** A written vote is the chair's to open. */
const mayOpenVotes = (actor: Actor): boolean => boardRolesOf(actor).includes('chair')

const MemberRow = ({
  reader,
  form,
  row,
}: Pick<FieldProps, 'form'> & { readonly reader: Reader; readonly row: number }) => {
  const { board, meetings } = reader.words
  const { call: words } = meetings
  const common = {
    reader,
    form,
    required: form.typed?.members !== undefined && row < rowCount(form.typed, 'members') - spareRows,
  }
  return (
    <fieldset class="trin-row" id={idOfField(`members.${row}`)}>
      <legend class="form-label">{words.member(row + 1)}</legend>
      <div class="trin-row-fields">
        <TextField {...common} name={member(row, 'name')} label={words.name} width="m" />
        <TextField {...common} name={member(row, 'email')} label={words.email} type="email" width="xl" />
        <TextField {...common} name={member(row, 'authority')} label={words.authority} width="m" />
        <Select
          {...common}
          name={member(row, 'seat')}
          label={words.seat}
          choices={seats.map((seat) => ({ value: seat, label: board.seats[seat] }))}
        />
        <Select
          {...common}
          name={member(row, 'language')}
          label={words.language}
          choices={[
            { value: 'da', label: words.languages.da },
            { value: 'en', label: words.languages.en },
          ]}
        />
      </div>
    </fieldset>
  )
}
