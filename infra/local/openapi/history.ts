import { publicFields, toldFields } from './events.ts'
import { eventName, type JsonSchema, publicEventName, reference } from './schemas.ts'

const entry = (type: string, event: string): JsonSchema => ({
  properties: { type: { const: type }, event: reference(event) },
  required: ['type', 'event'],
})

/** A project's history: which fields an event has depends on its type, and on who reads it. */
export const history: Readonly<Record<'History' | 'HistoryEntry', JsonSchema>> = {
  History: {
    type: 'object',
    properties: { items: { type: 'array', items: reference('HistoryEntry') }, next: { type: 'null' } },
    required: ['items', 'next'],
  },
  HistoryEntry: {
    type: 'object',
    properties: {
      version: { type: 'integer', minimum: 1 },
      index: { type: 'integer', minimum: 0, description: 'Place in what happened at once.' },
      at: { type: 'string', format: 'date-time' },
      type: { type: 'string' },
      by: { type: 'array', items: { type: 'string' }, description: 'What the one who did it is on the project.' },
      event: { type: 'object' },
    },
    required: ['version', 'index', 'at', 'type', 'by', 'event'],
    anyOf: [
      ...Object.keys(toldFields).map((type) => entry(type, eventName(type))),
      ...Object.keys(publicFields).map((type) => entry(type, publicEventName(type))),
    ],
  },
}
