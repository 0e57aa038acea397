/** `prj_` and a ULID; one id for life. */
export type ProjectId = `prj_${string}`

/** `mtg_` and a ULID. */
export type MeetingId = `mtg_${string}`

/** `con_` and a keyed hash of the mail address: the same person has the same id everywhere, and the id alone tells nobody who it is. */
export type ContactId = `con_${string}`

/** Whom a part of a project falls to when the person who had it is erased and nobody follows: no contact has this id. */
export const nobody: ContactId = 'con_nobody'

/** The streams that have a log: a project's or a meeting's. */
export type StreamId = ProjectId | MeetingId

export const isProjectId = (id: string): id is ProjectId => id.startsWith('prj_')
export const isMeetingId = (id: string): id is MeetingId => id.startsWith('mtg_')
export const isContactId = (id: string): id is ContactId => id.startsWith('con_')
