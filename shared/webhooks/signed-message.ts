import { traceparentOf } from '../tracing/trace-context.ts'
import type { Tidings } from '../use-cases/webhook-ports.ts'
import { cloudEvent, cloudEventMediaType } from './cloud-event.ts'
import type { Endpoint } from './endpoints.ts'
import { signatureHeaders } from './sign.ts'

/** One try to tell an endpoint: body and headers. `now`: wall time, milliseconds since 1970; `baseUrl`: where Trin is reached. */
export const signedMessage = (
  tidings: Tidings,
  { id, secrets }: Pick<Endpoint, 'id' | 'secrets'>,
  { baseUrl, now }: { readonly baseUrl: string; readonly now: number },
) => {
  const body = cloudEvent(tidings, baseUrl)
  return {
    body,
    headers: {
      'content-type': cloudEventMediaType,
      'user-agent': 'Trin/1 (webhooks)',
      'x-correlation-id': tidings.correlationId,
      // Each try is a span of its own.
      traceparent: traceparentOf(tidings.correlationId, `${tidings.id} ${id} ${now}`),
      ...signatureHeaders({ id: tidings.id, timestamp: Math.floor(now / 1000), body }, secrets),
    },
  }
}
