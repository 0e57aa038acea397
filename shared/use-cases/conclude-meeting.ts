import { tallyOf } from '../domain/board/tally.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import type { ProcessSettings } from '../domain/settings.ts'
import { actOnMeeting, type MeetingActing, type MeetingExecuted } from './act-on-meeting.ts'
import type { ProcessPorts } from './act-on-project.ts'

/**
 * Ends a meeting; what it did not reach moves on (`keep-agenda.ts`). Whether it was quorate is what the chair says, else
 * what the votes say.
 * @throws Unavailable
 */
export const concludeMeeting = (
  ports: ProcessPorts,
  acting: MeetingActing & { readonly quorate?: boolean; readonly note?: string },
): Promise<MeetingExecuted> => {
  const { note } = acting
  return actOnMeeting(ports, {
    ...acting,
    command: (meeting) => ({
      type: 'conclude',
      quorate: acting.quorate ?? (meeting === undefined || wasQuorate(meeting, ports.settings)),
      ...(note === undefined ? {} : { note }),
    }),
  })
}

/** Something was decided or could have been, or there was nothing to vote on. */
const wasQuorate = ({ agenda, members }: Meeting, settings: ProcessSettings): boolean => {
  const votable = agenda.filter(({ kind }) => kind !== 'information')
  return (
    votable.length === 0 ||
    votable.some(
      ({ outcome, excluded, votes }) =>
        outcome !== undefined || tallyOf({ members, excluded, votes }, settings).result !== 'inquorate',
    )
  )
}
