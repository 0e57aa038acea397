import { freshForm } from '../form/act.ts'
import { Checkbox, Select, TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import type { Reader } from '../reader.ts'
import type { Candidate } from './candidates.ts'
import type { Table } from './table.ts'
import type { Tried } from './tried.ts'

interface LeadingProps {
  readonly reader: Reader
  readonly table: Table
  /** None where the reader may not put anything on the agenda. */
  readonly candidates: readonly Candidate[] | undefined
  readonly tried: Tried | undefined
}

/** What the chair and the secretariat do with a meeting as a whole: fill it, conclude it, cancel it. */
export const Leading = (props: LeadingProps) => {
  const { reader, table } = props
  if (!table.may('conclude') && !table.may('cancel')) return null
  return (
    <section aria-labelledby="leading">
      <h2 id="leading">{reader.words.meetings.run.title[table.meeting.form]}</h2>
      <PutOn {...props} />
      <Conclude {...props} />
      <Cancel {...props} />
    </section>
  )
}

const stateOf = (act: string, { tried }: LeadingProps) => (tried?.act === act ? tried.state : undefined)

const PutOn = (props: LeadingProps) => {
  const { reader, table, candidates } = props
  const { agenda: words } = reader.words.meetings.run
  if (candidates === undefined) return null
  const tried = stateOf('agenda', props)
  const state = tried ?? freshForm(undefined)
  return (
    <details class="trin-more" open={tried !== undefined}>
      <summary>{words.title}</summary>
      <p>{words.text}</p>
      {candidates.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <Form
          reader={reader}
          state={state}
          action={`/board/${table.meeting.id}/agenda`}
          submit={words.submit}
          weight="secondary"
          fields={['project']}
        >
          <Select
            reader={reader}
            form={state}
            name="project"
            label={words.project}
            required
            choices={candidates.map(({ project, title, kind, isElsewhere }) => ({
              value: project,
              label: [
                title,
                ...(kind === 'information' ? [reader.words.board.kinds.information.toLowerCase()] : []),
                ...(isElsewhere ? [words.elsewhere] : []),
              ].join(' – '),
            }))}
          />
        </Form>
      )}
    </details>
  )
}

const Conclude = (props: LeadingProps) => {
  const { reader, table } = props
  const { conclude: words } = reader.words.meetings.run
  if (!table.may('conclude')) return null
  const tried = stateOf('conclude', props)
  const state = tried ?? freshForm(undefined)
  const open = table.items.filter(({ standing }) => standing === 'open').length
  return (
    <details class="trin-more" open={tried !== undefined}>
      <summary>{words.title[table.meeting.form]}</summary>
      <p>{open === 0 ? words.nothingOpen : words.open(open)}</p>
      <Form
        reader={reader}
        state={state}
        action={`/board/${table.meeting.id}/conclude`}
        submit={words.title[table.meeting.form]}
        fields={['note']}
      >
        <TextArea reader={reader} form={state} name="note" label={words.note} rows={3} maxLength={10_000} />
        <Checkbox reader={reader} form={state} name="inquorate:yes" label={words.inquorate} />
      </Form>
    </details>
  )
}

const Cancel = (props: LeadingProps) => {
  const { reader, table } = props
  const { cancel: words } = reader.words.meetings.run
  if (!table.may('cancel')) return null
  const tried = stateOf('cancel', props)
  const state = tried ?? freshForm(undefined)
  return (
    <details class="trin-more" open={tried !== undefined}>
      <summary>{words.title[table.meeting.form]}</summary>
      <p>{words.text}</p>
      <Form
        reader={reader}
        state={state}
        action={`/board/${table.meeting.id}/cancel`}
        submit={words.submit}
        weight="warning"
        fields={['reason']}
      >
        <TextArea
          reader={reader}
          form={state}
          name="reason"
          label={words.reason}
          required
          rows={3}
          maxLength={10_000}
        />
      </Form>
    </details>
  )
}
