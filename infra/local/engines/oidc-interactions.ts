import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { z } from 'zod'
import { accountId } from './development-account.ts'
import { accountRoles } from './development-users.ts'
import { asked, choicePage, errorPage } from './oidc-pages.ts'

/** Bytes: a form with one choice. */
const largestBody = 10_000

const choice = z.object({
  [asked.role]: z.enum(accountRoles),
  [asked.email]: z.literal('').or(z.email()).optional(),
  [asked.project]: z.string().max(100).optional(),
})

/** Where under the provider people are asked who they want to be. */
export const interactionPath = '/interaction'

const html = (response: ServerResponse, status: number, page: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page)
}

/** Asks who somebody wants to be, and tells the provider. */
export const answerInteraction = async (
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    await provider.interactionDetails(request, response)
  } catch {
    return html(response, 400, errorPage({ error: 'this sign-in is over: begin again in Trin' }))
  }
  if (request.method !== 'POST') return html(response, 200, choicePage(request.url ?? ''))
  const fields = Object.fromEntries(new URLSearchParams(await bodyOf(request)))
  if (fields[asked.cancel] !== undefined)
    return provider.interactionFinished(request, response, {
      error: 'access_denied',
      error_description: 'cancelled by whoever was asked',
    })
  const chosen = choice.safeParse(fields)
  if (!chosen.success) return html(response, 422, errorPage({ error: z.prettifyError(chosen.error) }))
  const { role, email, project } = chosen.data
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: accountId(role, { email: email || undefined, project: project || undefined }) } },
    { mergeWithLastSubmission: false },
  )
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  request.setEncoding('utf8').on('data', (chunk: string) => {
    if (body.length < largestBody) body += chunk
  })
  await once(request, 'end')
  return body
}
