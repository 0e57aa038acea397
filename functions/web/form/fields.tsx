import type { ComponentChildren, JSX } from 'preact'
import type { Reader } from '../reader.ts'
import { type FieldState, type FormState, fieldState } from './state.ts'

export interface FieldProps {
  readonly reader: Reader
  readonly form: FormState
  /** As `sentForm` reads it: `concept.title`, `spent:kr`. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** @default false: the label says that it is optional */
  readonly required?: boolean
  /** When it has to be filled in, where that hangs on something else: said in place of that it is optional. */
  readonly needed?: string
  /** Of a filter, where nothing has to be said and the label need not say so. @default false */
  readonly plain?: boolean
}

interface FrameProps extends FieldProps {
  readonly field: FieldState
  readonly children: ComponentChildren
  readonly after?: ComponentChildren
}

const describedBy = ({ id, error }: FieldState, hint: string | undefined, more?: string): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`, more ?? '']
    .filter((one) => one !== '')
    .join(' ') || undefined

const Optional = ({ reader, required, needed, plain }: Pick<FieldProps, 'reader' | 'required' | 'needed' | 'plain'>) =>
  required === true || plain === true ? null : (
    <span class="trin-optional"> ({needed ?? reader.words.shell.optional})</span>
  )

const HintAndError = ({ reader, field, hint }: Pick<FrameProps, 'reader' | 'field' | 'hint'>) => (
  <>
    {hint !== undefined && (
      <span class="form-hint" id={`${field.id}-hint`}>
        {hint}
      </span>
    )}
    {field.error !== undefined && (
      <span class="form-error-message" id={`${field.id}-error`}>
        <span class="sr-only">{reader.words.shell.errorPrefix}</span>
        {field.error}
      </span>
    )}
  </>
)

/** A label, a hint, what is wrong, and the control itself. */
const Frame = ({ reader, field, label, hint, required, needed, plain, children, after }: FrameProps) => (
  <div class={`form-group${field.error === undefined ? '' : ' form-error'}`}>
    <label class="form-label" for={field.id}>
      {label}
      <Optional
        reader={reader}
        required={required ?? false}
        plain={plain ?? false}
        {...(needed === undefined ? {} : { needed })}
      />
    </label>
    <HintAndError reader={reader} field={field} {...(hint === undefined ? {} : { hint })} />
    {children}
    {after}
  </div>
)

export interface TextFieldProps extends FieldProps {
  /** @default 'text' */
  readonly type?: 'text' | 'email' | 'url' | 'tel' | 'date' | 'datetime-local' | 'search'
  readonly autocomplete?: 'name' | 'email' | 'organization' | 'off'
  readonly inputmode?: 'numeric' | 'decimal'
  /** What stands behind the value: `kr.`, `%`. */
  readonly suffix?: string
  readonly maxLength?: number
  /** What is likely to be written; anything else may be as well. */
  readonly suggestions?: readonly string[]
  /** @default 'm' */
  readonly width?: 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl'
}

/** One line of text; also a date, an address, an amount. */
export const TextField = (props: TextFieldProps) => {
  const {
    form,
    name,
    type = 'text',
    autocomplete,
    inputmode,
    suffix,
    maxLength,
    suggestions,
    width = 'l',
    hint,
    required,
  } = props
  const field = fieldState(form, name)
  const listed = `${field.id}-list`
  const attributes: JSX.IntrinsicElements['input'] = {
    class: `form-input input-width-${width}`,
    id: field.id,
    name,
    value: field.value,
    autocomplete,
    inputmode,
    maxlength: maxLength,
    required,
    list: suggestions === undefined ? undefined : listed,
    'aria-invalid': field.error === undefined ? undefined : 'true',
    'aria-describedby': describedBy(field, hint),
  }
  const input = <input {...attributes} type={type as 'text'} />
  return (
    <Frame {...props} field={field}>
      {suffix === undefined ? (
        input
      ) : (
        <div class="form-input-wrapper form-input-wrapper--suffix">
          {input}
          <div class="form-input-suffix">{suffix}</div>
        </div>
      )}
      {suggestions !== undefined && (
        <datalist id={listed}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Frame>
  )
}

/** An amount in kroner. @param name with `:kr` */
export const KronerField = (props: FieldProps & Pick<TextFieldProps, 'width'>) => (
  <TextField width="s" {...props} inputmode="decimal" suffix={props.reader.words.shell.kroner} />
)

export interface TextAreaProps extends FieldProps {
  readonly rows?: number
  readonly maxLength: number
  /** Where there are many on a page a count for each would be noise. @default true */
  readonly counted?: boolean
}

/** More text, with a count of what may still be written (by script; without one the most is said). */
export const TextArea = (props: TextAreaProps) => {
  const { reader, form, name, rows = 5, maxLength, counted = true, hint, required } = props
  const field = fieldState(form, name)
  const { shell } = reader.words
  return (
    <Frame
      {...props}
      field={field}
      after={
        counted && (
          <span
            class="form-hint"
            id={`${field.id}-count`}
            data-count-for={field.id}
            data-most={maxLength}
            data-left={shell.charactersLeft('#')}
            data-over={shell.charactersOver('#')}
          >
            {shell.charactersAtMost(maxLength)}
          </span>
        )
      }
    >
      <textarea
        class="form-input"
        id={field.id}
        name={name}
        rows={rows}
        required={required}
        aria-invalid={field.error === undefined ? undefined : 'true'}
        maxlength={counted ? undefined : maxLength}
        aria-describedby={describedBy(field, hint, counted ? `${field.id}-count` : undefined)}
      >
        {field.value}
      </textarea>
    </Frame>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** What is chosen may be any text, such as the name of an authority; an id may not. */
const idOfChoice = ({ value }: Choice, place: number): string => (/^[\w-]+$/.test(value) ? value : String(place))

/** One of a few. */
export const Radios = (props: FieldProps & { readonly choices: readonly Choice[]; readonly inline?: boolean }) => {
  const { reader, form, name, label, hint, required, choices, inline = false } = props
  const field = fieldState(form, name)
  return (
    <div class={`form-group${field.error === undefined ? '' : ' form-error'}`}>
      <fieldset id={field.id} aria-describedby={describedBy(field, hint)}>
        <legend class="form-label">
          {label}
          <Optional reader={reader} required={required ?? false} />
        </legend>
        <HintAndError reader={reader} field={field} {...(hint === undefined ? {} : { hint })} />
        <div class={inline ? 'trin-inline' : undefined}>
          {choices.map((choice, place) => (
            <div key={choice.value} class="form-group-radio">
              <input
                type="radio"
                class="form-radio"
                id={`${field.id}-${idOfChoice(choice, place)}`}
                name={name}
                value={choice.value}
                checked={field.value === choice.value}
                aria-describedby={
                  choice.hint === undefined ? undefined : `${field.id}-${idOfChoice(choice, place)}-hint`
                }
              />
              <label class="form-label" for={`${field.id}-${idOfChoice(choice, place)}`}>
                {choice.label}
              </label>
              {choice.hint !== undefined && (
                <span class="form-hint" id={`${field.id}-${idOfChoice(choice, place)}-hint`}>
                  {choice.hint}
                </span>
              )}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

/** Several of a few. */
export const Checkboxes = (props: FieldProps & { readonly choices: readonly Choice[] }) => {
  const { reader, form, name, label, hint, required, choices } = props
  const field = fieldState(form, name)
  return (
    <div class={`form-group${field.error === undefined ? '' : ' form-error'}`}>
      <fieldset id={field.id} aria-describedby={describedBy(field, hint)}>
        <legend class="form-label">
          {label}
          <Optional reader={reader} required={required ?? false} />
        </legend>
        <HintAndError reader={reader} field={field} {...(hint === undefined ? {} : { hint })} />
        {choices.map((choice, place) => (
          <div key={choice.value} class="form-group-checkbox">
            <input
              type="checkbox"
              class="form-checkbox"
              id={`${field.id}-${idOfChoice(choice, place)}`}
              name={`${name}[]`}
              value={choice.value}
              checked={field.values.includes(choice.value)}
            />
            <label class="form-label" for={`${field.id}-${idOfChoice(choice, place)}`}>
              {choice.label}
            </label>
          </div>
        ))}
      </fieldset>
    </div>
  )
}

/** Yes or no, `no` where it is not ticked. @param name with `:yes` */
export const Checkbox = ({ form, name, label, hint }: Omit<FieldProps, 'required'>) => {
  const field = fieldState(form, name)
  return (
    <div class={`form-group-checkbox${field.error === undefined ? '' : ' form-error'}`}>
      <input type="hidden" name={name} value="no" />
      <input
        type="checkbox"
        class="form-checkbox"
        id={field.id}
        name={name}
        value="yes"
        checked={field.value === 'yes'}
        aria-describedby={describedBy(field, hint)}
      />
      <label class="form-label" for={field.id}>
        {label}
      </label>
      {hint !== undefined && (
        <span class="form-hint" id={`${field.id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

/** One of many. @param none what stands for no choice */
export const Select = (props: FieldProps & { readonly choices: readonly Choice[]; readonly none?: string }) => {
  const { reader, form, name, hint, required, choices, none } = props
  const field = fieldState(form, name)
  return (
    <Frame {...props} field={field}>
      <select
        class="form-select"
        id={field.id}
        name={name}
        required={required}
        aria-invalid={field.error === undefined ? undefined : 'true'}
        aria-describedby={describedBy(field, hint)}
      >
        <option value="">{none ?? reader.words.shell.choose}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value} selected={field.value === value}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  )
}
