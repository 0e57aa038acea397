import type { Commit } from '../../../shared/domain/commit.ts'
import { recipientKey } from '../../../shared/domain/correspondence/letter.ts'
import type { StreamId } from '../../../shared/domain/identifiers.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { commitOfItem } from '../../../shared/store/commit-item.ts'
import { partitions, versionKeys } from '../../../shared/store/table.ts'
import { lettersAbout } from '../../../shared/use-cases/letters-about.ts'
import type { CommitLog } from '../../../shared/use-cases/ports.ts'
import type { StoredItem } from './capacity.ts'

/**
 * How many letters there were, by what they say, to whom, and when they went: `received proposer now`. `alone`: the post had
 * nothing else for them, as in `reminder lead morning alone`.
 */
export type Letters = ReadonlyMap<string, number>

/**
 * Every letter that the logs call for, one for each event and recipient: what one mail per event would send. Counted from
 * the logs themselves, so that it does not depend on how letters are gathered into mails.
 */
export const lettersIn = async (items: Iterable<StoredItem>): Promise<Letters> => {
  const streams = new Map<StreamId, Commit<unknown>[]>()
  for (const item of items) {
    const { pk, sk } = { pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' }
    const isStream = pk.startsWith(partitions.project) || pk.startsWith(partitions.meeting)
    if (!isStream || sk < versionKeys.first || sk > versionKeys.last) continue
    const stream = pk.slice(pk.indexOf('#') + 1) as StreamId
    streams.set(stream, [...(streams.get(stream) ?? []), commitOfItem(stream, item)])
  }
  const sorted = new Map([...streams].map(([stream, log]) => [stream, log.sort((a, b) => a.version - b.version)]))
  const log: Pick<CommitLog, 'load'> = { load: async (stream) => (sorted.get(stream) ?? []) as never }
  const told: { readonly kind: string; readonly mail?: string }[] = []
  for (const [stream, commits] of sorted)
    for (const { version, events } of commits)
      for (let index = 0; index < events.length; index += 1)
        for (const { body, as, to, delivery } of await lettersAbout(
          { log, settings: defaultSettings },
          { stream, version, index },
        )) {
          const mail = delivery.when === 'morning' ? { mail: `${delivery.at} ${recipientKey(to)}` } : {}
          told.push({ kind: `${body.template} ${as} ${delivery.when}`, ...mail })
        }
  const ofMail = counted(told.flatMap(({ mail }) => (mail === undefined ? [] : [mail])))
  return counted(told.map(({ kind, mail }) => (mail !== undefined && ofMail.get(mail) === 1 ? `${kind} alone` : kind)))
}

const counted = (all: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
