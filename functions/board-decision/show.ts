import { meetingView } from '../../shared/api/meeting-view.ts'
import { minutesView } from '../../shared/api/minutes-view.ts'
import { etagOf } from '../../shared/api/project-view.ts'
import { papersOn } from '../../shared/domain/board/paper.ts'
import type { Act, EdgeRequest } from '../../shared/http/exchange.ts'
import { meetingIn } from '../../shared/http/meeting-answers.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import { readMeeting } from '../../shared/use-cases/read-meeting.ts'
import type { BoardPorts } from './ports.ts'

const read = async (ports: BoardPorts, request: EdgeRequest) => {
  const found = await readMeeting(ports, meetingIn(request), request.actor)
  if (found === undefined) throw new InTrouble({ kind: 'not-found' })
  return found
}

/** A meeting, with the names of its members, the titles of what is on its agenda, and a paper on each item that is still open. */
export const showMeeting =
  (ports: BoardPorts): Act =>
  async (request) => {
    const { meeting, people, projects } = await read(ports, request)
    const titles = new Map([...projects].map(([id, project]) => [id, project.concept.title]))
    const papers = papersOn(meeting, projects, ports.settings)
    return {
      status: 200,
      headers: { etag: etagOf(meeting.version) },
      json: meetingView(meeting, request.actor, { people, titles, papers }),
    }
  }

/** The minutes: what was decided and settled on each item, by which count, and what happens next. */
export const minutes =
  (ports: BoardPorts): Act =>
  async (request) => {
    const { meeting, people, projects, settled } = await read(ports, request)
    const json = minutesView(meeting, people, projects, settled)
    return { status: 200, headers: { etag: etagOf(meeting.version) }, json }
  }
