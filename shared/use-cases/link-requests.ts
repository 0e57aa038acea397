import type { ContactId, ProjectId } from '../domain/identifiers.ts'

/** Somebody asks for their personal link to a project again. Whether there is such a person, only the mail knows. */
export interface LinkRequest {
  readonly contact: ContactId
  readonly project: ProjectId
  readonly correlationId: string
}

export interface LinkRequests {
  /** Hands the request to the mail, which looks up who it is. */
  send(request: LinkRequest): Promise<void>
}
