import ical, { ICalEventTransparency } from 'ical-generator'
import { feedWords } from '../../shared/i18n/feed-words.ts'
import type { Language } from '../../shared/i18n/language.ts'
import type { MeetingSummary, Projections } from '../../shared/use-cases/ports.ts'

const most = 100
/** A meeting has a beginning, and nobody says when it ends. */
const hours = 3

/** Meetings that are called and not held yet. */
export const calledMeetings = async (projections: Pick<Projections, 'byState'>): Promise<readonly MeetingSummary[]> => {
  const { items } = await projections.byState('meeting', 'called', { limit: most })
  return items.flatMap(({ summary }) => (summary.kind === 'meeting' ? [summary] : []))
}

/** The board's meetings as iCalendar (RFC 5545): when, in which form, how many items; where is the association's alone. */
export const meetingsCalendar = (meetings: readonly MeetingSummary[], language: Language, baseUrl: string): string => {
  const words = feedWords[language]
  const calendar = ical({ name: words.calendarName, prodId: { company: 'OS2', product: 'Trin', language }, ttl: 3_600 })
  for (const { id, form, meetsAt, items } of meetings)
    calendar.createEvent({
      id: `${id}@${new URL(baseUrl).hostname}`,
      start: new Date(meetsAt),
      end: new Date(Date.parse(meetsAt) + hours * 3_600_000),
      stamp: new Date(meetsAt),
      summary: words.forms[form],
      description: words.items(items),
      url: `${baseUrl}/portfolio`,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}
