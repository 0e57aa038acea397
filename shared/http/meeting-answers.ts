import { meetingView } from '../api/meeting-view.ts'
import { etagOf } from '../api/project-view.ts'
import type { Actor } from '../domain/actor.ts'
import type { MeetingId } from '../domain/identifiers.ts'
import type { Meeting } from '../domain/meeting/state.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import type { MeetingExecuted } from '../use-cases/act-on-meeting.ts'
import type { EdgeAnswer, EdgeRequest } from './exchange.ts'
import { InTrouble } from './trouble.ts'

const isMeeting = (id: string): id is MeetingId => /^mtg_[0-9A-HJKMNP-TV-Z]{26}$/.test(id)

/** The meeting in the path. */
export const meetingIn = ({ params }: EdgeRequest): MeetingId => {
  const { id = '' } = params
  if (!isMeeting(id)) throw new InTrouble({ kind: 'not-found' })
  return id
}

/** The answer to a command on a meeting. @throws InTrouble when it was refused */
export const meetingAnswer = (result: MeetingExecuted, actor: Actor, status = 200): EdgeAnswer => {
  if (!isRefusal(result)) {
    if (result.state === undefined) throw new Error('a command changed nothing on a meeting that is not there')
    return { status, headers: { etag: etagOf(result.state.version) }, json: meetingView(result.state, actor) }
  }
  const { refused, rule, at, facts } = result
  if (rule === 'missing') throw new InTrouble({ kind: 'not-found' })
  const refusal = refuse(refused, rule, {
    ...(at === undefined ? {} : { at }),
    ...(facts === undefined ? {} : { facts }),
  })
  const meeting = result.seen.state
  throw new InTrouble({
    kind: 'refused',
    refusal,
    ...(meeting === undefined ? {} : { standing: standingOf(meeting, actor) }),
  })
}

const standingOf = (meeting: Meeting, actor: Actor) => ({
  state: meeting.state,
  version: meeting.version,
  allowed: meetingView(meeting, actor).allowed,
})
