import { setTimeout as sleep } from 'node:timers/promises'
import type { RelayParts } from '../../../functions/relay/handler.ts'
import type { ExecutePorts } from '../../../shared/use-cases/execute.ts'
import type { Announcement, CommitLog } from '../../../shared/use-cases/ports.ts'
import type { Mutation } from './protocol.ts'

/** A writer that breaks one rule. The code under test stays as it is: only what it is given differs. */
export const mutateWriter = (ports: ExecutePorts, mutation: Mutation | undefined): ExecutePorts => {
  if (mutation === 'commits-before-announcing') return commitsFirst(ports)
  if (mutation === 'does-not-look-for-the-command') {
    const load: CommitLog['load'] = async (stream) =>
      (await ports.log.load(stream)).map((commit) => ({ ...commit, commandId: 'out of sight' }))
    return { ...ports, log: { ...ports.log, load } }
  }
  if (mutation === 'discards-people-without-looking') {
    const append: CommitLog['append'] = async (commit) => {
      const result = await ports.log.append(commit)
      if (result === 'refused') await ports.contacts?.discard(commit.commitId)
      return result
    }
    return { ...ports, log: { ...ports.log, append } }
  }
  return ports
}

const commitsFirst = (ports: ExecutePorts): ExecutePorts => {
  const held = new Map<string, Announcement>()
  const append: CommitLog['append'] = async (commit) => {
    const result = await ports.log.append(commit)
    const announcement = held.get(commit.commitId)
    if (announcement !== undefined) await ports.announcer.announce(announcement)
    return result
  }
  const announce = async (announcement: Announcement) => {
    held.set(announcement.commitId, announcement)
  }
  return { ...ports, log: { ...ports.log, append }, announcer: { announce } }
}

/** A relay that breaks one rule, for one announcement. */
export const mutateRelay = <Ports extends RelayParts>(ports: Ports, mutation: Mutation | undefined): Ports => {
  if (mutation === 'drops-instead-of-voiding') {
    const append: CommitLog['append'] = async (commit) =>
      commit.events.length === 0 ? 'committed' : ports.log.append(commit)
    return { ...ports, log: { ...ports.log, append } }
  }
  if (mutation === 'discards-people-without-looking') {
    // Takes its time, as a relay may: the writer, whose client asks again, is there before it.
    const load: CommitLog['load'] = async (stream, part) => {
      await sleep(300)
      return ports.log.load(stream, part)
    }
    return { ...ports, log: { ...ports.log, load } }
  }
  if (mutation === 'refused-projection-ends-the-work') {
    let ended = false
    return {
      ...ports,
      projections: {
        put: async (projection) => {
          const written = await ports.projections.put(projection)
          ended = !written
          return written
        },
      },
      contacts: {
        confirm: async (commitId) => (ended ? undefined : ports.contacts.confirm(commitId)),
        discard: (commitId) => ports.contacts.discard(commitId),
      },
      fanOut: { send: async (notices) => (ended ? undefined : ports.fanOut.send(notices)) },
    }
  }
  return ports
}
