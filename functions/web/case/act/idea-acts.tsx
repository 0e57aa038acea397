import { classificationActs } from '../../../../shared/api/classification.ts'
import { criteriaFor } from '../../../../shared/domain/criteria.ts'
import { Radios, Select, TextArea, TextField } from '../../form/fields.tsx'
import {
  AnswerFields,
  answerNames,
  answersTyped,
  askedCriteria,
  ConceptFields,
  conceptNames,
  conceptSent,
  conceptTyped,
} from '../../project/concept-fields.tsx'
import { Assess, assessBegins, assessFields } from '../forms/assess.tsx'
import { findTargets, Merge, merge } from '../forms/merge.tsx'
import { Return, returnBody, returnFieldAt, returnFields } from '../forms/return.tsx'
import { Unready, unready } from '../forms/unready.tsx'
import type { ActName, DeskAct } from './desk-act.ts'

const longText = 10_000

/** What is done about an idea until it is a concept, and with a case that stands still or has ended. */
export const ideaActs = {
  place: {
    needs: 'place',
    does: () => classificationActs['POST /api/projects/{id}/classification'],
    tells: true,
    begins: ({ level, levelFrom, proposal }) => {
      const now = levelFrom?.level ?? level ?? proposal?.level
      return now === undefined ? {} : { 'level:int': String(now) }
    },
    fields: () => ['level:int', 'reason'],
    Fields: ({ reader, form, view }) => {
      const { fields: words } = reader.words.deskActs
      const usual = view.levelFrom?.level ?? view.level ?? view.proposal?.level
      const choices = (['1', '2', '3'] as const).map((value) => {
        const level = reader.words.standing.level(Number(value))
        return {
          value,
          label: view.proposal?.level === Number(value) ? words.proposed(level) : level,
          hint: words.levels[value],
        }
      })
      return (
        <>
          <Radios reader={reader} form={form} name="level:int" label={words.level} choices={choices} required />
          <TextArea
            reader={reader}
            form={form}
            name="reason"
            label={words.reason}
            hint={words.reasonToProposer}
            {...(usual === undefined
              ? {}
              : { needed: words.reasonNeeded(reader.words.standing.level(usual).toLowerCase()) })}
            maxLength={longText}
          />
        </>
      )
    },
  },
  ready: {
    needs: 'mark-ready',
    does: () => classificationActs['POST /api/projects/{id}/ready'],
    tells: true,
    // What keeps it from being ready stands above the form, not in it.
    fieldAt: (pointer) => (pointer.startsWith('/answers/') ? `/${unready}` : pointer),
    fields: () => ['note', unready],
    Before: Unready,
    Fields: ({ reader, form }) => {
      const { fields: words } = reader.words.deskActs
      return (
        <TextArea
          reader={reader}
          form={form}
          name="note"
          label={words.note}
          hint={words.noteHint}
          maxLength={longText}
        />
      )
    },
  },
  return: {
    needs: 'return',
    does: () => classificationActs['POST /api/projects/{id}/return'],
    tells: true,
    body: returnBody,
    fieldAt: returnFieldAt,
    fields: returnFields,
    Fields: Return,
  },
  assess: {
    needs: 'assess',
    does: () => classificationActs['POST /api/projects/{id}/assessment'],
    begins: assessBegins,
    fields: assessFields,
    Fields: Assess,
  },
  comment: {
    needs: 'comment',
    does: () => classificationActs['POST /api/projects/{id}/comments'],
    tells: true,
    fields: () => ['text', 'criterion'],
    Fields: ({ reader, form }) => {
      const { fields: words } = reader.words.deskActs
      const choices = criteriaFor(3).map(({ id }) => ({ value: id, label: `${id} ${reader.labels.criteria[id]}` }))
      return (
        <>
          <TextArea reader={reader} form={form} name="text" label={words.text} maxLength={longText} required />
          <Select reader={reader} form={form} name="criterion" label={words.criterion} choices={choices} />
        </>
      )
    },
  },
  merge: {
    needs: 'merge',
    run: merge,
    finds: findTargets,
    fields: () => ['into', 'reason'],
    weight: 'warning',
    Fields: Merge,
  },
  pause: {
    needs: 'pause',
    does: () => classificationActs['POST /api/projects/{id}/pause'],
    tells: true,
    fields: () => ['reason', 'lookAgainOn'],
    Fields: ({ reader, form }) => {
      const { fields: words } = reader.words.deskActs
      return (
        <>
          <TextArea reader={reader} form={form} name="reason" label={words.reason} maxLength={longText} required />
          <TextField
            reader={reader}
            form={form}
            name="lookAgainOn"
            label={words.lookAgainOn}
            hint={words.lookAgainHint}
            type="date"
            width="s"
            required
          />
        </>
      )
    },
  },
  revise: {
    needs: 'revise',
    does: () => classificationActs['POST /api/projects/{id}/revisions'],
    body: conceptSent,
    begins: (view, _, language) => ({ concept: conceptTyped(language, view.concept), answers: answersTyped(view) }),
    fields: (view) => [...Object.values(conceptNames), ...answerNames(askedCriteria(view))],
    Fields: ({ reader, form, view }) => (
      <>
        <ConceptFields reader={reader} form={form} />
        <AnswerFields reader={reader} form={form} project={view} />
      </>
    ),
  },
  resume: {
    needs: 'resume',
    does: () => classificationActs['POST /api/projects/{id}/resumption'],
    tells: true,
    fields: () => [],
    Fields: () => null,
  },
  reopen: {
    needs: 'reopen',
    does: () => classificationActs['POST /api/projects/{id}/reopening'],
    tells: true,
    fields: () => ['reason'],
    Fields: ({ reader, form }) => (
      <TextArea
        reader={reader}
        form={form}
        name="reason"
        label={reader.words.deskActs.fields.reason}
        maxLength={longText}
        required
      />
    ),
  },
} as const satisfies Readonly<Partial<Record<ActName, DeskAct>>>
