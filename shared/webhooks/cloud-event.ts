import { traceparentOf } from '../tracing/trace-context.ts'
import type { Tidings } from '../use-cases/webhook-ports.ts'

/** Media type of a CloudEvent in structured mode (CloudEvents 1.0, HTTP binding 1.0.2). */
export const cloudEventMediaType = 'application/cloudevents+json; charset=utf-8'

/** Tidings as a CloudEvents 1.0 structured JSON document. `baseUrl`: where Trin is reached, without a slash at the end. */
export const cloudEvent = (tidings: Tidings, baseUrl: string): string =>
  JSON.stringify({
    specversion: '1.0',
    id: tidings.id,
    source: `${baseUrl}/api/projects`,
    type: cloudEventType(tidings.type),
    subject: tidings.project,
    time: tidings.at,
    datacontenttype: 'application/json',
    correlationid: tidings.correlationId,
    // The distributed tracing extension: the span of the event itself, the same at every try.
    traceparent: traceparentOf(tidings.correlationId, tidings.id),
    // The sequence extension: text order is the order of the project's log.
    sequence: `${String(tidings.version).padStart(9, '0')}-${String(tidings.index).padStart(3, '0')}`,
    data: tidings.data,
  })

/** `eu.os2.trin.project.<past-tense>.v1` */
export const cloudEventType = (type: Tidings['type']): string => `eu.os2.trin.project.${type}.v1`
