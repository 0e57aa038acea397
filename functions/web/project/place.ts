import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import type { Reader } from '../reader.ts'
import type { Found } from './found.ts'
import type { OwnPorts } from './ports.ts'

/** A visit to one of a project's own pages. */
export interface Visit {
  readonly request: PageRequest
  readonly ports: OwnPorts
  readonly reader: Reader
  readonly found: Found
}

/** One page under a project, and what its form does: `GET /p/{id}/{page}`, `POST /p/{id}/{act}`. */
export interface Place {
  readonly show: (visit: Visit) => EdgeAnswer | Promise<EdgeAnswer>
  readonly send?: (visit: Visit) => Promise<EdgeAnswer>
}

/** Pages under a project, by the last part of their path. */
export type Places = Readonly<Record<string, Place>>

/** The address of a project's own page, or of one under it. */
export const addressOf = ({ project }: Pick<Found, 'project'>, place?: string): string =>
  place === undefined ? `/p/${project.id}` : `/p/${project.id}/${place}`
