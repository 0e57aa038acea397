import { TextArea } from '../form/fields.tsx'
import type { Reader } from '../reader.ts'
import type { FormPlace } from './form-place.tsx'

/** What a form asks for that wants one text and nothing else, such as a reason. */
export const oneText = (
  name: string,
  labelOf: (words: Reader['words']) => string,
  { required = true }: { readonly required?: boolean } = {},
): Pick<FormPlace, 'fields' | 'Fields'> => ({
  fields: () => [name],
  Fields: ({ visit: { reader }, form }) => (
    <TextArea
      reader={reader}
      form={form}
      name={name}
      label={labelOf(reader.words)}
      required={required}
      maxLength={10_000}
    />
  ),
})
