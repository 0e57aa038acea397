import type { Project } from '../../../shared/domain/project/state.ts'
import { type FieldProps, TextField } from '../form/fields.tsx'

interface GoingLiveProps extends Pick<FieldProps, 'reader' | 'form'> {
  readonly authorities: readonly string[]
  readonly live: Project['live']
}

/** Which authority has gone live: one that takes part, of those that are not live yet, or one that does so from now on. */
export const GoingLive = ({ reader, form, authorities, live }: GoingLiveProps) => {
  const { projectActs: words } = reader.words
  const likely = authorities.filter((one) => !live.some(({ authority }) => authority === one))
  return (
    <TextField
      reader={reader}
      form={form}
      name="authority"
      label={words.authority}
      hint={likely.length === 0 ? words.goLiveNew : words.goLiveHint(likely.join(', '))}
      suggestions={likely}
      autocomplete="off"
      required
      maxLength={200}
    />
  )
}
