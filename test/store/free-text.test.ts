import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { Commit } from '../../shared/domain/commit.ts'
import type { ProjectEvent } from '../../shared/domain/project/events.ts'
import { commitOfItem, itemOfCommit } from '../../shared/store/commit-item.ts'
import { freeTextFields, putTextBack, takeTextOut } from '../../shared/store/free-text.ts'
import { meetingEventOf, meetingEventTypes } from '../../shared/store/schema/meeting-events.ts'
import { projectEventOf, projectEventTypes } from '../../shared/store/schema/project-events.ts'
import { freeText } from '../../shared/store/schema/scalars.ts'
import { aCommit, newProject } from './contracts/material.ts'
import { valuesOf } from './schema-values.ts'

/** Every field of a schema, with its own schema, through arrays, options, records and unions. */
const fieldsOf = (schema: z.ZodMiniType): readonly (readonly [name: string, field: z.ZodMiniType])[] => {
  if (schema instanceof z.ZodMiniObject)
    return Object.entries(schema.def.shape as Readonly<Record<string, z.ZodMiniType>>).flatMap(([name, field]) => [
      [name, field] as const,
      ...fieldsOf(field),
    ])
  if (schema instanceof z.ZodMiniArray) return fieldsOf(schema.def.element as z.ZodMiniType)
  if (schema instanceof z.ZodMiniExactOptional) return fieldsOf(schema.def.innerType as z.ZodMiniType)
  if (schema instanceof z.ZodMiniRecord) return fieldsOf(schema.def.valueType as z.ZodMiniType)
  if (schema instanceof z.core.$ZodUnion)
    return schema._zod.def.options.flatMap((option) => fieldsOf(option as z.ZodMiniType))
  return []
}
const isFreeText = (field: z.ZodMiniType): boolean =>
  field === freeText || (field instanceof z.ZodMiniExactOptional && field.def.innerType === freeText)
const isText = (field: z.ZodMiniType): boolean =>
  field instanceof z.ZodMiniString ||
  (field instanceof z.ZodMiniExactOptional && field.def.innerType instanceof z.ZodMiniString)

const projectEvents = projectEventTypes.map(projectEventOf)

describe('free text stands beside the events', () => {
  const fields = [...projectEvents, ...meetingEventTypes.map(meetingEventOf)].flatMap(fieldsOf)

  test('the fields the codec takes out are those that the schemas call free text', () => {
    expect(fields.length).toBeGreaterThan(150)
    expect(new Set(fields.filter(([, field]) => isFreeText(field)).map(([name]) => name))).toEqual(freeTextFields)
    const others = fields.filter(([name, field]) => isText(field) && !isFreeText(field) && freeTextFields.has(name))
    expect(others).toEqual([])
  })

  test('of any events, no word of a person stays in `events`, and all come back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(...projectEvents.map((schema) => valuesOf(schema, 'said by a person'))), {
          minLength: 1,
          maxLength: 3,
        }),
        (events) => {
          const stream = newProject()
          const commit: Commit<ProjectEvent> = aCommit(stream, 1, { events: events as ProjectEvent[] })
          const item = itemOfCommit(commit)
          expect(item.events?.S).not.toContain('said by a person')
          expect(commitOfItem(stream, item)).toEqual(commit)
        },
      ),
      { numRuns: 300, seed: 2 },
    )
  })

  test('what is missing beside an event that refers to it is an error, not an empty word', () => {
    const { without, texts } = takeTextOut([{ type: 'commented', text: 'Hej' }])
    expect(without).toEqual([{ type: 'commented', text: { '→': '' } }])
    expect(texts).toEqual({ '0.text': 'Hej' })
    expect(putTextBack(without, { '0.text': 'Fjernet' })).toEqual([{ type: 'commented', text: 'Fjernet' }])
    expect(() => putTextBack(without, {})).toThrow('0.text')
  })

  test('an event that does not have the shape of its type is never written', () => {
    const wrong = { type: 'commented', txt: 'Hej' } as unknown as ProjectEvent
    expect(() => itemOfCommit(aCommit(newProject(), 1, { events: [wrong] }))).toThrow(z.core.$ZodError)
  })
})
