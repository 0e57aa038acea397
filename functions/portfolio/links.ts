import { linksBody } from '../../shared/api/reads.ts'
import type { Act } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import type { PortfolioPorts } from './ports.ts'

/**
 * `POST /api/links`: a personal link by mail, again. Nothing is looked up here, so that answer and time are the same
 * whether anybody has this address or not.
 */
export const requestLink =
  ({ links, contacts }: PortfolioPorts): Act =>
  async ({ body, correlationId }) => {
    const { email, project } = parse(linksBody, body)
    await links.send({ contact: contacts.idOf(email), project, correlationId })
    return { status: 202, json: { accepted: true } }
  }
