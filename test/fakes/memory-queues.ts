import type { Announcement, Announcer, Channel, EventNotice, FanOut } from '../../shared/use-cases/ports.ts'

/** Announcements, in the order they were made. */
export const memoryAnnouncer = (): Announcer & { readonly announced: readonly Announcement[] } => {
  const announced: Announcement[] = []
  return {
    announced,
    announce: async (announcement) => {
      announced.push(announcement)
    },
  }
}

/** What was handed to which channel, in order. */
export const memoryFanOut = (): FanOut & {
  readonly sent: readonly { readonly channel: Channel; readonly notice: EventNotice }[]
} => {
  const sent: { readonly channel: Channel; readonly notice: EventNotice }[] = []
  return {
    sent,
    send: async (notices) => {
      sent.push(...notices)
    },
  }
}
