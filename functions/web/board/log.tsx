import { boardRolesOf } from '../../../shared/domain/meeting/acts.ts'
import type { Project } from '../../../shared/domain/project/state.ts'
import type { PageAct } from '../../../shared/http/page-request.ts'
import type { MeetingSummary } from '../../../shared/use-cases/ports.ts'
import { type FoundMeeting, readMeeting } from '../../../shared/use-cases/read-meeting.ts'
import { page } from '../layout.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { meetingRows } from './meetings.ts'
import type { BoardPorts } from './ports.ts'

/** So many meetings a page: each is read with the projects on its agenda. */
const meetingsAPage = 6

interface Entry {
  readonly meeting: MeetingSummary
  readonly project: Project
  readonly decision: Project['decisions'][number]
}

/** `GET /board/decisions`: what the board has decided and was told of, the newest first, meeting by meeting. */
export const logPage =
  (ports: BoardPorts): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const { board, decisions } = reader.words
    const { log: words } = decisions
    const rows = (await meetingRows(ports)).toSorted((a, b) => (a.meetsAt < b.meetsAt ? 1 : -1))
    const from = /^\d{1,3}$/.test(request.query.from ?? '') ? Number(request.query.from) : 0
    const shown = rows.slice(from, from + meetingsAPage)
    const found = await Promise.all(shown.map(({ id }) => readMeeting(ports, id, request.actor)))
    const entries = found
      .flatMap((one, place) => {
        const meeting = shown[place]
        return one === undefined || meeting === undefined ? [] : entriesOf(one, meeting)
      })
      .toSorted((a, b) => (a.decision.at < b.decision.at ? 1 : -1))
    return page({
      reader,
      title: words.title,
      at: 'board',
      above: [{ label: board.title, href: '/board' }],
      children: (
        <>
          <p class="font-lead">{words.lead}</p>
          {entries.length === 0 ? (
            <p>{words.empty}</p>
          ) : (
            <Log
              reader={reader}
              entries={entries}
              projectsAt={boardRolesOf(request.actor).includes('secretariat') ? '/desk/projects' : undefined}
            />
          )}
          <p class="trin-steps">
            {from > 0 && (
              <a class="button button-secondary" href="/board/decisions">
                {words.newest}
              </a>
            )}
            {rows.length > from + meetingsAPage && (
              <a class="button button-secondary" href={`/board/decisions?from=${from + meetingsAPage}`}>
                {words.older}
              </a>
            )}
          </p>
        </>
      ),
    })
  }

/** The decisions of a meeting, and those of level 1 that it was told of: the last one before it. */
const entriesOf = ({ meeting, projects }: FoundMeeting, row: MeetingSummary): readonly Entry[] =>
  meeting.agenda.flatMap(({ project: id, kind }) => {
    const project = projects.get(id)
    if (project === undefined) return []
    const told = project.decisions.findLast(({ by, at }) => by === 'secretariat' && at <= meeting.meetsAt)
    const decided =
      kind === 'information'
        ? told === undefined
          ? []
          : [told]
        : project.decisions.filter((one) => one.meeting === row.id)
    return decided.map((decision) => ({ meeting: row, project, decision }))
  })

const Log = ({
  reader,
  entries,
  projectsAt,
}: {
  readonly reader: Reader
  readonly entries: readonly Entry[]
  /** Where the reader finds a project; else at its item of the meeting. */
  readonly projectsAt: string | undefined
}) => {
  const { board, decisions } = reader.words
  const { log: words } = decisions
  return (
    <ul class="trin-votes no-max-width">
      {entries.map(({ meeting, project, decision }) => (
        <li key={`${project.id}-${decision.at}-${meeting.id}`}>
          <span class="trin-voter">
            <a href={projectsAt === undefined ? `/board/${meeting.id}/${project.id}` : `${projectsAt}/${project.id}`}>
              {project.concept.title}
            </a>{' '}
            <span class="trin-soft">{reader.dayOf(decision.at)}</span>
          </span>
          <span class="trin-choice">
            <strong>{board.outcomes[decision.outcome]}</strong> ({words.by.toLowerCase()}{' '}
            {board.decidedBy[decision.by].toLowerCase()},{' '}
            <a href={`/board/${meeting.id}/minutes`}>
              {board.meeting.title(meeting.form, reader.dayOf(meeting.meetsAt))}
            </a>
            )<span class="trin-told">{decision.reason}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
