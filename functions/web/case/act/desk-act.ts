import type { ComponentChild } from 'preact'
import type { ProjectAct } from '../../../../shared/api/project-act.ts'
import type { NamedView } from '../../../../shared/api/project-view.ts'
import type { ProjectCommandType } from '../../../../shared/domain/project/commands.ts'
import type { EdgeAnswer } from '../../../../shared/http/exchange.ts'
import type { FormObject } from '../../../../shared/http/form-fields.ts'
import type { PageRequest } from '../../../../shared/http/page-request.ts'
import type { SentForm } from '../../../../shared/http/sent-form.ts'
import type { Language } from '../../../../shared/i18n/language.ts'
import type { PageWords } from '../../../../shared/i18n/page-words.ts'
import type { FormState } from '../../form/state.ts'
import type { Reader } from '../../reader.ts'
import type { Case } from '../load.ts'
import type { CasePorts } from '../ports.ts'

export type ActName = keyof PageWords['deskActs']['acts']

/** What the fields of a form are made of. */
export interface FieldsProps {
  readonly reader: Reader
  readonly form: FormState
  readonly view: NamedView
  /** Of the report, condition or other part it is about; 0 where it is about none. */
  readonly number: number
  /** What the page found out beside the case, such as what a search came to. */
  readonly found?: unknown
}

/** What sending the form does: an act of the API, or something of its own. */
export type Doing =
  | {
      readonly does: (language: Language) => ProjectAct
      /** The act's body, where the form's fields are named otherwise than its own. @default as the form has it */
      readonly body?: (values: unknown, form: SentForm) => unknown
      /** Which field a pointer into that body speaks of. @default the field of that name */
      readonly fieldAt?: (pointer: string, body: unknown) => string
      /** Whether mails follow that can be looked at before. @default false */
      readonly tells?: boolean
    }
  | { readonly run: (ports: CasePorts, request: PageRequest) => Promise<EdgeAnswer> }

/** One act of the desk: a page of its own, with a form. */
export type DeskAct = Doing & {
  /** Offered where the process lets the reader do this. @default always */
  readonly needs?: Exclude<ProjectCommandType, 'submit'>
  /** Offered for these numbers only (`review-3`); an act without it has no number. */
  readonly numbers?: (view: NamedView) => readonly number[]
  /** Offered only where this holds too. */
  readonly when?: (view: NamedView) => boolean
  /** What the form begins with. */
  readonly begins?: (view: NamedView, number: number, language: Language) => FormObject
  /** Names of its fields, in their order: errors link to them. */
  readonly fields: (view: NamedView, number: number) => readonly string[]
  /** Looks something up for the page. */
  readonly finds?: (ports: CasePorts, request: PageRequest, the: Case) => Promise<unknown>
  /** @default 'primary' */
  readonly weight?: 'primary' | 'secondary' | 'warning'
  /** Stands before the form. */
  readonly Before?: (props: FieldsProps) => ComponentChild
  readonly Fields: (props: FieldsProps) => ComponentChild
}
