import { type ReturnReasonCode, returnReasons } from '../../../../shared/domain/return-reasons.ts'
import { Checkboxes, TextArea } from '../../form/fields.tsx'
import { fieldState } from '../../form/state.ts'
import type { FieldsProps } from '../act/desk-act.ts'

const longText = 10_000
const codes = Object.keys(returnReasons) as ReturnReasonCode[]

type Group = Readonly<Record<string, unknown>>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)
const groupIn = (value: unknown, name: string): Group => {
  const inner = isGroup(value) ? value[name] : undefined
  return isGroup(inner) ? inner : {}
}

/** Codes that were ticked. Words or criteria under a reason that was not ticked count as if it were: nothing typed gets lost. */
const chosen = (values: unknown): readonly ReturnReasonCode[] => {
  const ticked = isGroup(values) ? values.codes : undefined
  const of = groupIn(values, 'of')
  return codes.filter(
    (code) => (Array.isArray(ticked) && ticked.includes(code)) || ticked === code || isGroup(of[code]),
  )
}

/** The reasons as a list, of a form that has a part for each code. */
export const returnBody = (values: unknown): unknown => {
  const { codes: _, of: __, ...rest } = isGroup(values) ? values : {}
  return { ...rest, reasons: chosen(values).map((code) => ({ code, ...groupIn(groupIn(values, 'of'), code) })) }
}

/** Of a place in that list, the part of its code. */
export const returnFieldAt = (pointer: string, body: unknown): string => {
  const [, place, rest = ''] = /^\/reasons\/(\d+)(\/.*)?$/.exec(pointer) ?? []
  if (place === undefined) return pointer === '/reasons' ? '/codes' : pointer
  const reasons = isGroup(body) && Array.isArray(body.reasons) ? body.reasons : []
  const reason: unknown = reasons[Number(place)]
  // Where a reason as a whole is wrong, it is that it says nothing.
  return `/of/${isGroup(reason) ? String(reason.code) : ''}${rest === '' ? '/text' : rest}`
}

export const returnFields = (): readonly string[] => [
  'codes',
  ...codes.flatMap((code) => [`of.${code}.criteria`, `of.${code}.text`]),
  'comeBackWith',
]

/** Coded reasons, each with the criteria it cites and words of its own, and what to come back with. */
export const Return = (props: FieldsProps) => {
  const { reader, form } = props
  const { fields: words } = reader.words.deskActs
  const { id, values, error } = fieldState(form, 'codes')
  return (
    <>
      <div class={`form-group${error === undefined ? '' : ' form-error'}`}>
        <fieldset id={id} aria-describedby={`${id}-hint${error === undefined ? '' : ` ${id}-error`}`}>
          <legend class="form-label">{words.reasons}</legend>
          <span class="form-hint" id={`${id}-hint`}>
            {words.reasonsHint}
          </span>
          {error !== undefined && (
            <span class="form-error-message" id={`${id}-error`}>
              <span class="sr-only">{reader.words.shell.errorPrefix}</span>
              {error}
            </span>
          )}
          {codes.map((code) => (
            <Reason key={code} code={code} isTicked={values.includes(code)} {...props} />
          ))}
        </fieldset>
      </div>
      <TextArea
        reader={reader}
        form={form}
        name="comeBackWith"
        label={words.comeBackWith}
        hint={words.comeBackWithHint}
        maxLength={longText}
        required
      />
    </>
  )
}

const Reason = ({
  reader,
  form,
  code,
  isTicked,
}: FieldsProps & { readonly code: ReturnReasonCode; readonly isTicked: boolean }) => {
  const { fields: words } = reader.words.deskActs
  const text = fieldState(form, `of.${code}.text`)
  const label = reader.labels.returnReasons[code]
  return (
    <div class="trin-reason">
      <div class="form-group-checkbox">
        <input
          type="checkbox"
          class="form-checkbox"
          id={`codes-${code}`}
          name="codes[]"
          value={code}
          checked={isTicked}
        />
        <label class="form-label" for={`codes-${code}`}>
          {label}
        </label>
      </div>
      <details open={isTicked || text.value !== '' || text.error !== undefined}>
        <summary>{words.more(label)}</summary>
        {returnReasons[code].length > 0 && (
          <Checkboxes
            reader={reader}
            form={form}
            name={`of.${code}.criteria`}
            label={words.concerns}
            choices={returnReasons[code].map((one) => ({ value: one, label: `${one} ${reader.labels.criteria[one]}` }))}
          />
        )}
        <TextArea
          reader={reader}
          form={form}
          name={`of.${code}.text`}
          label={words.elaborate}
          maxLength={longText}
          rows={3}
          required={code === 'other'}
        />
      </details>
    </div>
  )
}
