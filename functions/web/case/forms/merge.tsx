import { mergeBody } from '../../../../shared/api/classification.ts'
import { closedStates, projectStates } from '../../../../shared/domain/project/state.ts'
import { commandOf } from '../../../../shared/http/command-of.ts'
import type { EdgeAnswer } from '../../../../shared/http/exchange.ts'
import type { PageRequest } from '../../../../shared/http/page-request.ts'
import { parse } from '../../../../shared/http/parse.ts'
import { projectIn } from '../../../../shared/http/project-acts.ts'
import { projectAnswer } from '../../../../shared/http/project-answers.ts'
import { listWork } from '../../../../shared/use-cases/list-work.ts'
import { mergeProjects } from '../../../../shared/use-cases/merge-projects.ts'
import { Radios, TextArea } from '../../form/fields.tsx'
import type { FieldsProps } from '../act/desk-act.ts'
import type { Case } from '../load.ts'
import type { CasePorts } from '../ports.ts'

/** Joins the case to the project that was chosen. */
export const merge = async (ports: CasePorts, request: PageRequest): Promise<EdgeAnswer> => {
  const { search: _, ...values } = { search: undefined, ...Object(request.form.values) }
  const body = parse(mergeBody, values)
  const context = commandOf(request, body)
  return projectAnswer(await mergeProjects(ports, { project: projectIn(request), ...body, context }), request.actor)
}

interface Targets {
  readonly search: string
  readonly targets: readonly { readonly id: string; readonly title: string; readonly authority: string }[]
}

const closed: readonly string[] = closedStates
const most = 20

/** Open projects by words of their titles; without words, those with a word of this one's title. */
export const findTargets = async (ports: CasePorts, request: PageRequest, { view }: Case): Promise<Targets> => {
  const typed = request.form.typed.search ?? request.query.search
  const search = typeof typed === 'string' ? typed.trim().slice(0, 200) : ''
  const words = (search === '' ? view.title : search)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 3 || search !== '')
  const open = await listWork(
    projectStates.filter((state) => !closed.includes(state)),
    ports.projections,
  )
  const fits = ({ id, title }: (typeof open)[number]): boolean => {
    const its = title.toLowerCase()
    if (id === view.id) return false
    return search === '' ? words.some((word) => its.includes(word)) : words.every((word) => its.includes(word))
  }
  return { search, targets: open.filter(fits).slice(0, most) }
}

const isTargets = (found: unknown): found is Targets =>
  typeof found === 'object' && found !== null && 'targets' in found

/** What the button beside the search wants. */
export const findWish = 'find'

/** Looks for the other project within the form, so that what is typed stays; Enter looks, too, since that button stands first. */
const FindTarget = ({ reader, search }: Pick<FieldsProps, 'reader'> & { readonly search: string }) => {
  const { fields: words } = reader.words.deskActs
  return (
    <>
      <div class="form-group">
        <label class="form-label" for="search">
          {words.search}
        </label>
        <span class="form-hint" id="search-hint">
          {words.searchHint}
        </span>
        <input
          class="form-input"
          type="search"
          id="search"
          name="search"
          value={search}
          maxlength={200}
          aria-describedby="search-hint"
        />
      </div>
      <p>
        <button type="submit" name="_do" value={findWish} class="button button-secondary">
          {words.find}
        </button>
      </p>
    </>
  )
}

export const Merge = ({ reader, form, found }: FieldsProps) => {
  const { fields: words } = reader.words.deskActs
  const { search, targets } = isTargets(found) ? found : { search: '', targets: [] }
  return (
    <>
      <FindTarget reader={reader} search={search} />
      {targets.length === 0 ? (
        <p role="status">{words.noneFound}</p>
      ) : (
        <Radios
          reader={reader}
          form={form}
          name="into"
          label={words.into}
          choices={targets.map(({ id, title, authority }) => ({ value: id, label: title, hint: authority }))}
          required
        />
      )}
      <TextArea reader={reader} form={form} name="reason" label={words.reason} maxLength={10_000} required />
    </>
  )
}
