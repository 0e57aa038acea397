import { TextField } from '../form/fields.tsx'
import { Form, mainForm } from '../form/form.tsx'
import type { FormState } from '../form/state.ts'
import type { Reader } from '../reader.ts'

/** The form that asks for a personal link by mail. @param project known where somebody stands before its page */
export const AskForLink = ({
  reader,
  state,
  project,
}: {
  readonly reader: Reader
  readonly state: FormState
  readonly project?: string
}) => {
  const { link: words } = reader.words.entrance
  return (
    <Form id={mainForm} reader={reader} state={state} action="/links" submit={words.send} fields={['email', 'project']}>
      <TextField
        reader={reader}
        form={state}
        name="email"
        type="email"
        autocomplete="email"
        label={words.email}
        required={true}
      />
      {project === undefined ? (
        <TextField
          reader={reader}
          form={state}
          name="project"
          label={words.project}
          hint={words.projectHint}
          required={true}
        />
      ) : (
        <input type="hidden" name="project" value={project} />
      )}
    </Form>
  )
}
