import type { ContactId, StreamId } from '../domain/identifiers.ts'
import { isProjectId } from '../domain/identifiers.ts'
import type { Instant } from '../domain/time.ts'

/** Attributes of the table's primary key; both are strings. */
export const primaryKey = { partition: 'pk', sort: 'sk' } as const

/**
 * Indexes over projections, both of strings. `projected` is what the index carries beside the keys ("project only what
 * an index answers"): a commit that changes neither keys nor these leaves the index alone. Empty means keys only.
 */
export const byStateIndex = {
  name: 'by-state',
  partition: 'stateKey',
  sort: 'orderedBy',
  projected: ['state', 'summary'],
} as const

/** Sparse: only what is due has these keys, a projection or the post of a morning. */
export const dueIndex = { name: 'due', partition: 'dueShard', sort: 'dueAt', projected: [] } as const

export const indexes = [byStateIndex, dueIndex] as const

/** What partition keys begin with; a function's policy names those that it may touch. */
export const partitions = {
  project: 'PROJECT#',
  meeting: 'MEETING#',
  contact: 'CONTACT#',
  staged: 'STAGED#',
  effect: 'EFFECT#',
  digest: 'DIGEST#',
  post: 'POST#',
  preference: 'PREFERENCE#',
  erasure: 'ERASURE#',
  sender: 'SENDER#',
  draft: 'DRAFT#',
} as const

/** How many partitions the due index spreads over. */
export const dueShards = 8

const versionDigits = 9

export const streamKey = (stream: StreamId): string =>
  `${isProjectId(stream) ? partitions.project : partitions.meeting}${stream}`
/** Sort key of a commit; text order is version order. */
export const versionKey = (version: number): string => `V#${String(version).padStart(versionDigits, '0')}`
/** Bounds of every commit of a stream: nothing else in its partition sorts between them. */
export const versionKeys = { first: 'V#', last: 'V#~' } as const
export const projectionSortKey = 'STATE'
/** Who is on a project, an item of its own: it would make each write of what lists show cost twice. */
export const peopleSortKey = 'PEOPLE'
/** Partition of `by-state` for all of these. */
export const peopleStateKey = 'people'

export const contactKey = (id: ContactId): string => `${partitions.contact}${id}`
export const contactSortKey = 'CONTACT'
/** Contacts of a commit that nobody knows the outcome of yet: one item, so that settling it is one write. */
export const stagedKey = (commitId: string): string => `${partitions.staged}${commitId}`
export const stagedSortKey = 'CONTACTS'

export const effectKey = (key: string): string => `${partitions.effect}${key}`
export const effectSortKey = 'EFFECT'

/** Letters that wait for the post of a moment: by commit, beside the round itself. */
export const postKey = (at: string): string => `${partitions.post}${at}`
export const postSortKeys = {
  round: 'ROUND',
  entries: 'C#',
  entry: (stream: StreamId, version: number): string => `C#${stream}/${String(version).padStart(versionDigits, '0')}`,
} as const

/** Letters that came late, of one recipient, a contact or an office's mailbox; each by the notice it is about. */
export const digestKey = (recipient: string): string => `${partitions.digest}${recipient}`

export const preferenceKey = (id: ContactId): string => `${partitions.preference}${id}`
export const remindersSortKey = 'REMINDERS'

/** The attribute by which the table lets an item vanish (TTL): seconds since 1970. It may take days over it. */
export const vanishesAt = 'vanishesAt'

/** Drafts of one person, each by its id. */
export const draftKey = (person: ContactId): string => `${partitions.draft}${person}`
export const draftSortKey = (id: string): string => `D#${id}`

export const senderKey = (sender: string): string => `${partitions.sender}${sender}`
export const senderSortKey = (window: number): string => `W#${window}`

/** The erasures there have been, each by its id: few enough for one partition. */
export const erasureKey = `${partitions.erasure}LEDGER`

/** Partition of `by-state`. */
export const stateKey = (kind: 'project' | 'meeting', state: string): string => `${kind}#${state}`
/** Sort key of both indexes: a moment, then the id, so that equal moments stay apart. */
export const momentKey = (at: Instant, id: string): string => `${at}#${id}`

export const dueShardKey = (shard: number): string => `due-${shard}`
/** Partition of `due`: the shard of a stream or a recipient, by FNV-1a of its id. */
export const dueShardOf = (id: string): string => {
  let hash = 0x811c9dc5
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return dueShardKey(hash % dueShards)
}
