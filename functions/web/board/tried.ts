import type { FormState } from '../form/state.ts'

/** A form that was sent and could not be taken: which one, how it stands, and the status of the answer. */
export interface Tried {
  readonly act: string
  readonly state: FormState
  readonly status: number
}
