import type { Problem } from '../../../shared/api/problem-codes.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import { pointerOfField, type SentForm, typedIn } from '../../../shared/http/sent-form.ts'

/** A form as it is shown: what stands in it, and what was wrong with what was sent. */
export interface FormState {
  /** What was typed, or what the form begins with; by field name, as text. */
  readonly typed?: FormObject
  /** What came of sending it, where something was wrong. */
  readonly problem?: Problem
  /** Of the page's first look, so that sending twice is one act. A form that is sent again keeps it only if nothing changed. */
  readonly key: string
  /** The version that the reader has seen: what is sent holds for that one only. */
  readonly version?: number
  /** What stands in it was typed and sent, and nowhere else. @default false */
  readonly wasSent?: boolean
  /** Somebody else was ahead of it: what was left as it began says what they wrote. @default false */
  readonly isOverNow?: boolean
}

export interface FieldState {
  readonly id: string
  readonly value: string
  /** Of a field that may come more than once. */
  readonly values: readonly string[]
  readonly error?: string
}

/** The state of one field. An error on something within it (an amount in a cost) is the field's. */
export const fieldState = ({ typed, problem }: FormState, name: string): FieldState => {
  const found = typedIn(typed, name)
  const values = typeof found === 'string' ? [found] : Array.isArray(found) ? found.filter(isText) : []
  const pointer = pointerOfField(name)
  const error = problem?.errors?.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))
  return {
    id: idOfField(name),
    value: values.at(-1) ?? '',
    values,
    ...(error === undefined ? {} : { error: error.detail }),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** A field's id on its page. */
export const idOfField = (name: string): string => name.replaceAll(/:\w+/g, '').replaceAll(/[^A-Za-z0-9]+/g, '-')

/** A form that was sent and could not be taken, as it was typed. */
export const sentState = (
  { typed }: SentForm,
  problem: Problem,
  { key, version }: Pick<FormState, 'key' | 'version'>,
): FormState => ({ typed, problem, key, wasSent: true, ...(version === undefined ? {} : { version }) })
