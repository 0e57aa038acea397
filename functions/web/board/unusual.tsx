import { dateOf, daysBetween, isWorkingDay } from '../../../shared/domain/calendar/days.ts'
import type { ProcessSettings } from '../../../shared/domain/settings.ts'
import type { CalendarDate, Days, Instant } from '../../../shared/domain/time.ts'
import type { SentForm } from '../../../shared/http/sent-form.ts'
import { Icon } from '../icon.tsx'
import type { Reader } from '../reader.ts'

/** What is unusual about the time of a meeting, though it may be meant. */
export type Unusual =
  | { readonly kind: 'day-off'; readonly on: CalendarDate; readonly day: 'saturday' | 'sunday' | 'holiday' }
  | { readonly kind: 'short-notice'; readonly days: Days; readonly usual: Days }

const timeField = 'meetsAt:local'

/** When a meeting is, as it was typed; undefined where that is no time. */
const typedTime = (typed: SentForm['typed'] | undefined): string | undefined => {
  const time = typed?.[timeField]
  return typeof time === 'string' && /^\d{4}-\d\d-\d\dT/.test(time) && !Number.isNaN(Date.parse(time))
    ? time
    : undefined
}

/** What a member would wonder about: a day on which offices are closed, and papers that come later than they should. */
export const unusualIn = (
  typed: SentForm['typed'] | undefined,
  { now, settings }: { readonly now: Instant; readonly settings: ProcessSettings },
): readonly Unusual[] => {
  const on = typedTime(typed)?.slice(0, 10)
  if (on === undefined) return []
  const days = daysBetween(dateOf(now), on)
  const usual = settings.papersBefore
  return [
    ...(isWorkingDay(on) ? [] : [{ kind: 'day-off', on, day: dayOff(on) } as const]),
    // A day that is over is refused.
    ...(days < 0 || days >= usual ? [] : [{ kind: 'short-notice', days, usual } as const]),
  ]
}

const dayOff = (on: CalendarDate): 'saturday' | 'sunday' | 'holiday' => {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  if (weekday === 6) return 'saturday'
  return weekday === 0 ? 'sunday' : 'holiday'
}

/** Whether the reader has been told of this very time: then it is meant. */
export const isMeant = ({ typed, own }: SentForm): boolean => own._told !== undefined && own._told === typedTime(typed)

/** Tells what is unusual, once, before anybody is called; sending the form again says that it is meant. */
export const UnusualTime = ({
  reader,
  typed,
  unusual,
}: {
  readonly reader: Reader
  readonly typed: SentForm['typed'] | undefined
  readonly unusual: readonly Unusual[]
}) => {
  if (unusual.length === 0) return null
  const { unusual: words } = reader.words.meetings.call
  return (
    <>
      <div class="alert alert-warning" role="status" id="unusual-time" tabindex={-1}>
        <Icon name="warning" alert />
        <div class="alert-body">
          <h2 class="alert-heading">{words.title}</h2>
          {unusual.map((one) => (
            <p key={one.kind} class="alert-text">
              {one.kind === 'day-off'
                ? words.dayOff(reader.day(one.on), words.days[one.day])
                : words.shortNotice(one.days, one.usual)}
            </p>
          ))}
          <p class="alert-text">{words.meant}</p>
        </div>
      </div>
      <input type="hidden" name="_told" value={typedTime(typed)} />
    </>
  )
}
