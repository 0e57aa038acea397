import { classificationActs } from '../../../shared/api/classification.ts'
import { submissionActs } from '../../../shared/api/submission.ts'
import { Select, TextArea } from '../form/fields.tsx'
import {
  AnswerFields,
  answerNames,
  answersTyped,
  askedCriteria,
  ConceptFields,
  conceptNames,
  conceptSent,
  conceptTyped,
} from './concept-fields.tsx'
import { type FormPlace, formPlace } from './form-place.tsx'
import { oneText } from './one-text.tsx'
import type { Places, Visit } from './place.ts'
import { WhyReturned } from './why-returned.tsx'

/** The concept and the answers as they stand, to be changed. */
const conceptForm: Pick<FormPlace, 'fields' | 'Fields' | 'begin' | 'body'> = {
  body: conceptSent,
  fields: ({ found }) => [...Object.values(conceptNames), ...answerNames(askedCriteria(found.project)), 'note'],
  begin: ({ request, found: { project } }) => ({
    concept: conceptTyped(request.language, project.concept),
    answers: answersTyped(project),
  }),
  Fields: ({ visit: { reader, found }, form }) => (
    <>
      <ConceptFields reader={reader} form={form} />
      <AnswerFields reader={reader} form={form} project={found.project} />
    </>
  ),
}

const before = (visit: Visit) => <WhyReturned reader={visit.reader} project={visit.found.project} isAnsweredHere />

/** What the proposer does with an idea, and the dialogue about it. */
export const ideaPlaces: Places = {
  comment: formPlace({
    name: 'comment',
    may: 'comment',
    act: classificationActs['POST /api/projects/{id}/comments'],
    fields: () => ['text', 'criterion'],
    Fields: ({ visit: { reader, found }, form }) => {
      const { comment } = reader.words.projectActs
      const choices = askedCriteria(found.project).map((id) => ({
        value: id,
        label: reader.words.concept.criterion(id, reader.labels.criteria[id]),
      }))
      return (
        <>
          <TextArea reader={reader} form={form} name="text" label={comment.text} required maxLength={10_000} />
          <Select reader={reader} form={form} name="criterion" label={comment.criterion} choices={choices} />
        </>
      )
    },
  }),
  revise: formPlace({
    name: 'revise',
    may: 'revise',
    act: classificationActs['POST /api/projects/{id}/revisions'],
    before,
    ...conceptForm,
  }),
  resubmit: formPlace({
    name: 'resubmit',
    may: 'resubmit',
    act: submissionActs['POST /api/projects/{id}/resubmission'],
    before,
    ...conceptForm,
    Fields: (props) => {
      const { reader } = props.visit
      const { note, noteHint } = reader.words.projectActs
      return (
        <>
          {conceptForm.Fields(props)}
          <TextArea reader={reader} form={props.form} name="note" label={note} hint={noteHint} maxLength={10_000} />
        </>
      )
    },
  }),
  withdraw: formPlace({
    name: 'withdraw',
    may: 'withdraw',
    act: submissionActs['POST /api/projects/{id}/withdrawal'],
    weight: 'warning',
    ...oneText('reason', (words) => words.projectActs.withdrawReason, { required: false }),
  }),
}
