import { type ComponentChildren, isValidElement, type VNode } from 'preact'
import type { Problem } from '../../../shared/api/problem-codes.ts'
import { pointerOfField } from '../../../shared/http/sent-form.ts'
import { Icon } from '../icon.tsx'
import type { Reader } from '../reader.ts'
import { EnterButton } from './enter-button.tsx'
import { type FormState, idOfField } from './state.ts'

/** The id of the form that a page is there for. */
export const mainForm = 'main-form'

export interface FormProps {
  /** Of a form that a change of language sends (`page`). */
  readonly id?: string
  readonly reader: Reader
  readonly state: FormState
  readonly action: string
  /** What the button says: the act. */
  readonly submit: string
  /** Where a form can be sent for more than one end, what the button wants: comes as `_do`. */
  readonly wish?: string
  /** A button that ends or undoes something. @default 'primary' */
  readonly weight?: 'primary' | 'secondary' | 'warning'
  /** Names of the form's fields, in their order: errors link to them. */
  readonly fields?: readonly string[]
  /** What groups among them are called that are no fields of ours, by name. @default none */
  readonly labels?: Readonly<Record<string, string>>
  /** Several forms on one page: tells this one's errors from others'. @default true */
  readonly showsProblem?: boolean
  /** Buttons stand among its fields, such as one for more rows: Enter does what the form's own button does all the same. @default false */
  readonly hasButtonsWithin?: boolean
  /**
   * Where going back leads once this form was sent, if its page is itself what a form sent.
   * @default the page's own address, of one that came back to be corrected
   */
  readonly leaves?: string
  /** Further buttons of the same form. */
  readonly beside?: ComponentChildren
  readonly children?: ComponentChildren
}

/** A form of ours: what was wrong with it first, then its fields, then its button. */
export const Form = ({
  id,
  reader,
  state,
  action,
  submit,
  wish,
  weight = 'primary',
  fields = [],
  labels = {},
  showsProblem = true,
  hasButtonsWithin = false,
  leaves,
  beside,
  children,
}: FormProps) => (
  <form
    method="post"
    action={action}
    id={id}
    novalidate
    class="trin-form"
    data-sent={state.wasSent}
    data-leaves={leaves ?? (state.wasSent === true && wish === undefined ? reader.address : undefined)}
    data-does={wish}
  >
    {hasButtonsWithin && <EnterButton label={submit} {...(wish === undefined ? {} : { wish })} />}
    {showsProblem && state.problem !== undefined && (
      <ErrorSummary
        reader={reader}
        problem={state.problem}
        isOverNow={state.isOverNow ?? false}
        fields={fields}
        labels={{ ...labelsIn(children), ...labels }}
      />
    )}
    <input type="hidden" name="_token" value={reader.token} />
    <input type="hidden" name="_key" value={state.key} />
    {state.version !== undefined && <input type="hidden" name="_version" value={String(state.version)} />}
    {children}
    <p class="trin-buttons mt-5">
      <button
        type="submit"
        class={`button button-${weight}`}
        {...(wish === undefined ? {} : { name: '_do', value: wish })}
      >
        {submit}
      </button>
      {beside}
    </p>
  </form>
)

/**
 * What each field within is called, by its name: what is a field of ours says both. Draws what it walks, which is pure.
 * @param row what the row is called that they stand in: of several fields of one name it says which
 */
const labelsIn = (children: ComponentChildren, row?: string): Readonly<Record<string, string>> => {
  if (Array.isArray(children)) return Object.assign({}, ...children.map((child) => labelsIn(child, row)))
  if (!isValidElement(children)) return {}
  const { type, props } = children as VNode<{ readonly children?: ComponentChildren }>
  if ('name' in props && 'label' in props)
    return { [String(props.name)]: row === undefined ? String(props.label) : `${row}, ${props.label}` }
  if (typeof type === 'function') return labelsIn((type as (given: object) => ComponentChildren)(props), row)
  const isRow = type === 'fieldset' && 'class' in props && props.class === 'trin-row'
  return labelsIn(props.children, isRow ? legendIn(props.children) : row)
}

const legendIn = (children: ComponentChildren): string | undefined => {
  const legend = [children].flat().find((child) => isValidElement(child) && child.type === 'legend')
  const said = isValidElement(legend) ? (legend.props as { readonly children?: ComponentChildren }).children : undefined
  return typeof said === 'string' ? said : undefined
}

/** What has to be corrected, each a link to its field; of somebody else's change, what is new. */
export const ErrorSummary = ({
  reader,
  problem,
  isOverNow = false,
  fields,
  labels = {},
}: {
  readonly reader: Reader
  readonly problem: Problem
  /** Of somebody else's change: whether it stands in the form. @default false */
  readonly isOverNow?: boolean
  readonly fields: readonly string[]
  /** What fields are called, by name: said before what is wrong with them. @default none */
  readonly labels?: Readonly<Record<string, string>>
}) => {
  const { shell } = reader.words
  const isConflict = problem.code === 'version-conflict'
  // A rule that was broken at one field is told there.
  const isSaidBelow = problem.errors?.some(({ detail }) => detail === problem.detail)
  // What is said of rows as a whole, that there is none, say, leads to the first of their fields.
  const fieldAt = (pointer: string): string | undefined =>
    fields.find((one) => pointer === pointerOfField(one) || pointer.startsWith(`${pointerOfField(one)}/`)) ??
    fields.find((one) => pointerOfField(one).startsWith(`${pointer}/`))
  return (
    <div class="alert alert-error" role="alert" id="error-summary" tabindex={-1}>
      <Icon name="error" alert />
      <div class="alert-body">
        <h2 class="alert-heading">
          {isConflict ? shell.conflict.title : problem.errors === undefined ? problem.title : shell.errorSummary}
        </h2>
        {isConflict && <p class="alert-text">{isOverNow ? shell.conflict.overNow : shell.conflict.text}</p>}
        {!isConflict && !isSaidBelow && <p class="alert-text">{problem.detail}</p>}
        {problem.state !== undefined && isConflict && (
          <p class="alert-text">{shell.conflict.now(stateLabel(reader, problem.state))}</p>
        )}
        {problem.errors !== undefined && (
          <ul class="nobullet-list">
            {inOrder(problem.errors, ({ pointer }) => fields.indexOf(fieldAt(pointer) ?? '')).map((error) => {
              const { pointer, detail } = error
              const name = fieldAt(pointer)
              if (name === undefined) return <li key={pointer}>{detail}</li>
              // A rule says in full what it asks for, but not of which field where it is of several; nor does what is wrong with a value.
              const isInFull = !isConflict && problem.rule !== undefined && problem.errors?.length === 1
              const label = isInFull ? undefined : labels[name]
              return (
                <li key={pointer}>
                  <a href={`#${idOfField(name)}`}>
                    {label === undefined ? detail : `${label}${label.endsWith('?') ? '' : ':'} ${detail}`}
                  </a>
                </li>
              )
            })}
          </ul>
        )}
      </div>
    </div>
  )
}

/** As the fields stand in the form; what is of none of them last. */
const inOrder = <T,>(errors: readonly T[], placeOf: (error: T) => number): readonly T[] => {
  const place = (error: T): number => (placeOf(error) === -1 ? Number.POSITIVE_INFINITY : placeOf(error))
  return errors.toSorted((a, b) => (place(a) < place(b) ? -1 : Number(place(a) > place(b))))
}

const stateLabel = ({ labels }: Reader, state: string): string =>
  Object.entries(labels.states).find(([name]) => name === state)?.[1] ?? state
