import type { Concept, ConceptChange } from '../../../shared/domain/concept.ts'
import { type CriterionId, criteria, criteriaFor } from '../../../shared/domain/criteria.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { FormObject } from '../../../shared/http/form-fields.ts'
import { pointerOfField, type SentForm } from '../../../shared/http/sent-form.ts'
import { kronerTyped } from '../../../shared/i18n/kroner.ts'
import type { Language } from '../../../shared/i18n/language.ts'
import { Checkbox, KronerField, Radios, Select, TextArea, TextField } from '../form/fields.tsx'
import { HiddenField } from '../form/hidden-fields.tsx'
import { type FormState, fieldState, idOfField } from '../form/state.ts'
import { criterionThemes, themeChoices } from '../parts/themes.ts'
import type { Reader } from '../reader.ts'

/** The form's name of each field of a concept, in the order in which it is asked for. */
export const conceptNames: Readonly<Record<keyof Concept, string>> = {
  title: 'concept.title',
  purpose: 'concept.purpose',
  background: 'concept.background',
  value: 'concept.value',
  theme: 'concept.theme',
  authority: 'concept.authority',
  otherAuthorities: 'concept.otherAuthorities:lines',
  potentialAuthorities: 'concept.potentialAuthorities:int',
  backedByManagement: 'concept.backedByManagement:yes',
  businessCritical: 'concept.businessCritical',
  nationalStrategy: 'concept.nationalStrategy',
  jointCost: 'concept.jointCost:kr',
  licence: 'concept.licence',
  repository: 'concept.repository',
  procurement: 'concept.procurement',
  architecture: 'concept.architecture',
}

/** A concept as its form begins. */
export const conceptTyped = (language: Language, concept: Concept): FormObject => ({
  title: concept.title,
  purpose: concept.purpose,
  background: concept.background ?? '',
  value: concept.value ?? '',
  theme: concept.theme ?? '',
  authority: concept.authority,
  'otherAuthorities:lines': concept.otherAuthorities.join('\n'),
  'potentialAuthorities:int': concept.potentialAuthorities === undefined ? '' : String(concept.potentialAuthorities),
  'backedByManagement:yes': concept.backedByManagement ? 'yes' : 'no',
  businessCritical: concept.businessCritical,
  nationalStrategy: concept.nationalStrategy ?? '',
  'jointCost:kr': concept.jointCost === undefined ? '' : kronerTyped(language, concept.jointCost.amount),
  licence: concept.licence ?? '',
  repository: concept.repository ?? '',
  procurement: concept.procurement ?? '',
  architecture: concept.architecture ?? '',
})

/** Says of a form that it holds the whole concept: what it does not send, somebody has emptied. */
const whole = '_whole'

/**
 * What a form of the whole concept asks for: a field that was emptied is taken back, and one that must be filled in is missed. A
 * browser sends empty fields too, which are left out where forms are read (`formFields`).
 */
export const conceptSent = (sent: unknown, { own }: Pick<SentForm, 'own'>): unknown => {
  if (own[whole] === undefined) return sent
  const { concept, answers, ...more } = sent as Partial<Record<'concept' | 'answers', object>>
  return {
    ...more,
    concept: { ...emptied, ...concept },
    answers: { ...Object.fromEntries(criteria.map(({ id }) => [id, null])), ...answers },
  }
}

const emptied: { readonly [K in Exclude<keyof ConceptChange, 'backedByManagement' | 'businessCritical'>]-?: unknown } =
  {
    title: '',
    purpose: '',
    background: null,
    value: null,
    theme: null,
    authority: '',
    otherAuthorities: [],
    potentialAuthorities: null,
    nationalStrategy: null,
    jointCost: null,
    licence: null,
    repository: null,
    procurement: null,
    architecture: null,
  }

interface FieldsProps {
  readonly reader: Reader
  readonly form: FormState
}

/** The concept's fields. */
export const ConceptFields = ({ reader, form }: FieldsProps) => {
  const { fields, hints, critical } = reader.words.concept
  const named = (field: keyof Concept) => ({
    reader,
    form,
    name: conceptNames[field],
    label: fields[field],
    ...(field in hints ? { hint: hints[field as keyof typeof hints] } : {}),
  })
  return (
    <>
      <HiddenField name={whole} value="yes" />
      <TextField {...named('title')} required maxLength={200} width="xl" />
      <TextArea {...named('purpose')} required maxLength={6_000} />
      <TextArea {...named('background')} maxLength={6_000} />
      <TextArea {...named('value')} maxLength={6_000} />
      <Select {...named('theme')} choices={themeChoices(reader)} />
      <TextField {...named('authority')} required maxLength={200} autocomplete="organization" />
      <TextArea {...named('otherAuthorities')} rows={3} maxLength={6_000} />
      <TextField {...named('potentialAuthorities')} inputmode="numeric" width="xs" />
      <Checkbox {...named('backedByManagement')} />
      <Radios
        {...named('businessCritical')}
        required
        choices={(['no', 'own', 'many'] as const).map((value) => ({ value, label: critical[value] }))}
      />
      <TextField {...named('nationalStrategy')} maxLength={2_000} />
      <KronerField {...named('jointCost')} />
      <TextField {...named('licence')} maxLength={100} width="m" />
      <TextField {...named('repository')} type="url" maxLength={2_000} />
      <TextArea {...named('procurement')} maxLength={6_000} />
      <TextArea {...named('architecture')} maxLength={6_000} />
    </>
  )
}

type Asked = Pick<Project, 'level' | 'answers' | 'returns'>

/** Criteria that a project has to answer where it stands, with those it has answered beyond them or was asked about when it came back. */
export const askedCriteria = ({ level, answers, returns }: Asked): readonly CriterionId[] => {
  const asked = new Set<string>([...criteriaFor(level ?? 'sandbox').map(({ id }) => id), ...citedCriteria({ returns })])
  return criteria.map(({ id }) => id).filter((id) => asked.has(id) || answers[id] !== undefined)
}

/** Criteria that the last return was about. */
export const citedCriteria = ({ returns }: Pick<Project, 'returns'>): readonly CriterionId[] => {
  const cited = new Set(returns.at(-1)?.reasons.flatMap((reason) => reason.criteria))
  return criteria.map(({ id }) => id).filter((id) => cited.has(id))
}

/** Where a criterion is answered on a page with its form. */
export const answerAt = (id: CriterionId): string => `#${idOfField(`answers.${id}`)}`

export const answerNames = (ids: readonly CriterionId[]): readonly string[] =>
  ids.flatMap((id) => [`answers.${id}.answer`, `answers.${id}.text`, `answers.${id}`])

export const answersTyped = ({ answers }: Pick<Project, 'answers'>): FormObject =>
  Object.fromEntries(
    Object.entries(answers).map(([id, { answer, text }]) => [id, { answer, ...(text === undefined ? {} : { text }) }]),
  )

/** An answer to each criterion, with its explanation: comply or explain. What the last return was about comes first. */
export const AnswerFields = ({ reader, form, project }: FieldsProps & { readonly project: Asked }) => {
  const { concept: words } = reader.words
  const cited = citedCriteria(project)
  return (
    <>
      <h2>{words.answersTitle}</h2>
      <p>{words.hints.answer}</p>
      {cited.length > 0 && <h3>{words.citedTitle}</h3>}
      {cited.map((id) => (
        <AnswerRow key={id} reader={reader} form={form} id={id} />
      ))}
      {cited.length > 0 && <h3>{words.othersTitle}</h3>}
      <AnswersByTheme
        reader={reader}
        form={form}
        ids={askedCriteria(project).filter((id) => !cited.includes(id))}
        isFirstOpen={cited.length === 0}
      />
    </>
  )
}

interface ByThemeProps extends FieldsProps {
  readonly ids: readonly CriterionId[]
  readonly isFirstOpen: boolean
}

/** Many criteria, folded by theme; where something is wrong within, it is unfolded. */
export const AnswersByTheme = ({ reader, form, ids, isFirstOpen }: ByThemeProps) => {
  const { concept: words, criteria: criteriaWords } = reader.words
  const groups = criterionThemes
    .map((theme) => ({ theme, own: criteria.filter((one) => one.theme === theme && ids.includes(one.id)) }))
    .filter(({ own }) => own.length > 0)
  return (
    <>
      {groups.map(({ theme, own }, place) => {
        const isWrong = own.some(({ id }) => form.problem?.errors?.some(({ pointer }) => pointer.split('/')[2] === id))
        const answered = own.filter(({ id }) => fieldState(form, `answers.${id}.answer`).value !== '').length
        return (
          <details key={theme} open={isWrong || (isFirstOpen && place === 0)}>
            <summary>{words.answered(criteriaWords.themes[theme], answered, own.length)}</summary>
            {own.map(({ id }) => (
              <AnswerRow key={id} reader={reader} form={form} id={id} />
            ))}
          </details>
        )
      })}
    </>
  )
}

const possibleAnswers = ['yes', 'no', 'planned', 'not-relevant', 'dont-know'] as const

/** One criterion: its answer and its explanation, and what is wrong with both together. */
export const AnswerRow = ({ reader, form, id }: FieldsProps & { readonly id: CriterionId }) => {
  const { concept: words, shell } = reader.words
  const choices = possibleAnswers.map((value) => ({ value, label: words.answers[value] }))
  const name = `answers.${id}`
  const error = form.problem?.errors?.find(({ pointer }) => pointer === pointerOfField(name))
  return (
    <fieldset
      id={idOfField(name)}
      class="trin-criterion"
      aria-describedby={error === undefined ? undefined : `${idOfField(name)}-error`}
    >
      <legend>{words.criterion(id, reader.labels.criteria[id])}</legend>
      {error !== undefined && (
        <span class="form-error-message" id={`${idOfField(name)}-error`}>
          <span class="sr-only">{shell.errorPrefix}</span>
          {error.detail}
        </span>
      )}
      <Select reader={reader} form={form} name={`${name}.answer`} label={words.answer(id)} choices={choices} />
      <TextArea
        reader={reader}
        form={form}
        name={`${name}.text`}
        label={words.explanation(id)}
        rows={2}
        maxLength={2_000}
        counted={false}
      />
    </fieldset>
  )
}
