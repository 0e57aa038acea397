import { progressActs } from '../../../../shared/api/progress.ts'
import { onboardingActs, stewardshipActs } from '../../../../shared/api/stewardship.ts'
import { findLevel } from '../../../../shared/domain/stewardship/evaluation.ts'
import { Radios, Select, TextArea, TextField } from '../../form/fields.tsx'
import { GoingLive } from '../../parts/going-live.tsx'
import { PersonFields, personNames } from '../../project/people-places.tsx'
import { Assess, assessBegins, assessFields } from '../forms/assess.tsx'
import { Checklist, checklistBegins, checklistBody, checklistFieldAt, checklistFields } from '../forms/checklist.tsx'
import { Decide, decideAct, decideBody, decideFields, Frame, frameFields } from '../forms/decide.tsx'
import { returnFieldAt } from '../forms/return.tsx'
import { Review, waitingReports } from '../forms/review.tsx'
import type { ActName, DeskAct, FieldsProps } from './desk-act.ts'

const Why = ({ reader, form, name }: Pick<FieldsProps, 'reader' | 'form'> & { readonly name: string }) => (
  <TextArea
    reader={reader}
    form={form}
    name={name}
    label={reader.words.deskActs.fields.reason}
    maxLength={10_000}
    required
  />
)

/** What is done about a project that runs, until it is a product, and how a product is evaluated and ends. */
export const runningActs = {
  start: {
    needs: 'start',
    does: () => progressActs['POST /api/projects/{id}/start'],
    tells: true,
    fields: ({ people }) => [...frameFields, ...('lead' in people ? [] : personNames('lead'))],
    Fields: ({ reader, form, view }) => (
      <>
        <Frame reader={reader} form={form} required />
        {!('lead' in view.people) && (
          <fieldset class="trin-row">
            <legend>{reader.words.case.lead}</legend>
            <PersonFields reader={reader} form={form} group="lead" />
          </fieldset>
        )}
      </>
    ),
  },
  review: {
    needs: 'review-report',
    numbers: waitingReports,
    does: () => progressActs['POST /api/projects/{id}/reports/{n}/review'],
    tells: true,
    fields: () => ['outcome', 'text'],
    Fields: Review,
  },
  decide: {
    needs: 'decide-reconsideration',
    does: decideAct,
    body: decideBody,
    fieldAt: returnFieldAt,
    tells: true,
    fields: decideFields,
    Fields: Decide,
  },
  reconsider: {
    needs: 'open-reconsideration',
    does: () => progressActs['POST /api/projects/{id}/reconsideration'],
    tells: true,
    weight: 'warning',
    fields: () => ['text'],
    Fields: (props) => <Why {...props} name="text" />,
  },
  fulfil: {
    needs: 'fulfil-condition',
    numbers: ({ conditions }) => conditions.filter(({ state }) => state === 'open').map(({ number }) => number),
    does: () => progressActs['POST /api/projects/{id}/conditions/{n}/fulfilment'],
    tells: true,
    fields: () => ['evidence'],
    Fields: ({ reader, form, view, number }) => (
      <>
        <p class="trin-text">{view.conditions.find((one) => one.number === number)?.text}</p>
        <TextArea
          reader={reader}
          form={form}
          name="evidence"
          label={reader.words.deskActs.fields.evidence}
          maxLength={10_000}
          required
        />
      </>
    ),
  },
  'go-live': {
    needs: 'go-live',
    does: () => onboardingActs['POST /api/projects/{id}/go-lives'],
    tells: true,
    fields: () => ['authority', 'on'],
    Fields: ({ reader, form, view }) => (
      <>
        <GoingLive reader={reader} form={form} authorities={view.authorities} live={view.live} />
        <TextField
          reader={reader}
          form={form}
          name="on"
          label={reader.words.deskActs.fields.liveOn}
          type="date"
          width="s"
          required
        />
      </>
    ),
  },
  check: {
    needs: 'check-graduation',
    does: () => onboardingActs['POST /api/projects/{id}/graduation/check'],
    body: checklistBody,
    fieldAt: checklistFieldAt,
    tells: true,
    begins: checklistBegins,
    fields: checklistFields,
    Fields: Checklist,
  },
  graduate: {
    needs: 'graduate',
    does: () => onboardingActs['POST /api/projects/{id}/graduation'],
    body: checklistBody,
    fieldAt: checklistFieldAt,
    tells: true,
    begins: checklistBegins,
    fields: checklistFields,
    Fields: Checklist,
  },
  complete: {
    needs: 'complete',
    does: () => onboardingActs['POST /api/projects/{id}/completion'],
    tells: true,
    weight: 'warning',
    fields: () => ['note'],
    Fields: ({ reader, form }) => (
      <TextArea
        reader={reader}
        form={form}
        name="note"
        label={reader.words.deskActs.fields.reason}
        maxLength={10_000}
      />
    ),
  },
  evaluate: {
    needs: 'evaluate',
    does: () => stewardshipActs['POST /api/projects/{id}/evaluations'],
    // A number where it is one: the sandbox has none.
    body: (values) => {
      const { level, ...rest } = Object(values)
      return { ...rest, ...(level === undefined ? {} : { level: level === 'sandbox' ? level : Number(level) }) }
    },
    tells: true,
    begins: assessBegins,
    fields: () => ['level', 'reason', 'publish:yes', ...assessFields()],
    Fields: (props) => {
      const { reader, form, view } = props
      const { criteria, deskActs, case: words } = reader.words
      const { fields } = deskActs
      const { level, missingForNext } = findLevel(view.evaluations)
      return (
        <>
          <p>
            {fields.asFound(criteria.levels[level])}.{' '}
            {missingForNext.length > 0 && `${words.missing}: ${missingForNext.join(', ')}.`}
          </p>
          <Select
            reader={reader}
            form={form}
            name="level"
            label={fields.assessedLevel}
            choices={(['sandbox', '1', '2', '3'] as const).map((value) => ({ value, label: criteria.levels[value] }))}
          />
          <TextArea
            reader={reader}
            form={form}
            name="reason"
            label={fields.reason}
            needed={fields.levelReasonNeeded}
            maxLength={10_000}
          />
          <Radios
            reader={reader}
            form={form}
            name="publish:yes"
            label={fields.publish}
            hint={fields.publishHint}
            choices={[
              { value: 'yes', label: fields.publishYes },
              { value: 'no', label: fields.publishNo },
            ]}
            required
          />
          <Assess {...props} />
        </>
      )
    },
  },
  retire: {
    needs: 'retire',
    does: () => stewardshipActs['POST /api/projects/{id}/retirement'],
    tells: true,
    weight: 'warning',
    fields: () => ['reason'],
    Fields: (props) => <Why {...props} name="reason" />,
  },
} as const satisfies Readonly<Partial<Record<ActName, DeskAct>>>
