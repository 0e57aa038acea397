import type { NamedView } from '../../../../shared/api/project-view.ts'
import { confirmedItems } from '../../../../shared/domain/stewardship/onboarding.ts'
import type { FormObject } from '../../../../shared/http/form-fields.ts'
import { TextArea } from '../../form/fields.tsx'
import type { FieldsProps } from '../act/desk-act.ts'

type Group = Readonly<Record<string, unknown>>
const groupIn = (value: unknown, name: string): Group => Object(Object(value)[name])

/** What was said of each item, as the list of what is confirmed. */
export const checklistBody = (values: unknown): unknown => {
  const { evidence: _, ...rest } = Object(values)
  const said = groupIn(values, 'evidence')
  const confirmed = confirmedItems.flatMap((item) => (said[item] === undefined ? [] : [{ item, evidence: said[item] }]))
  return { ...rest, confirmed }
}

/** Of a place in that list, the field of its item. */
export const checklistFieldAt = (pointer: string, body: unknown): string => {
  const place = /^\/confirmed\/(\d+)/.exec(pointer)?.[1]
  if (place === undefined) return pointer
  const confirmed: unknown = Object(body).confirmed
  return `/evidence/${Array.isArray(confirmed) ? String(confirmed[Number(place)]?.item) : ''}`
}

export const checklistBegins = ({ onboarding }: NamedView): FormObject => ({
  evidence: Object.fromEntries((onboarding?.confirmed ?? []).map(({ item, evidence }) => [item, evidence])),
})

export const checklistFields = (): readonly string[] => confirmedItems.map((item) => `evidence.${item}`)

/** What the project shows by itself, and what a person confirms. */
export const Checklist = ({ reader, form, view }: FieldsProps) => {
  const { case: words, deskActs } = reader.words
  const missing = view.onboarding?.missing ?? []
  return (
    <>
      {missing.length > 0 && (
        <>
          <h2>{words.missing}</h2>
          <ul>
            {missing.map((item) => (
              <li key={item}>{reader.labels.onboarding[item]}</li>
            ))}
          </ul>
        </>
      )}
      {confirmedItems.map((item) => (
        <TextArea
          key={item}
          reader={reader}
          form={form}
          name={`evidence.${item}`}
          label={deskActs.fields.confirmed[item]}
          hint={deskActs.fields.confirmedHint}
          plain
          maxLength={2_000}
          rows={2}
        />
      ))}
    </>
  )
}
