import { onDemand } from '../on-demand.ts'
import type { PageWords } from '../page-words.ts'
import { moves } from './mail/moves.ts'
import { about } from './pages/about.ts'
import { board } from './pages/board.ts'
import { caseWords } from './pages/case.ts'
import { concept } from './pages/concept.ts'
import { criteria } from './pages/criteria.ts'
import { criteriaHelp } from './pages/criteria-help.ts'
import { decisions } from './pages/decisions.ts'
import { desk } from './pages/desk.ts'
import { deskActs } from './pages/desk-acts.ts'
import { entrance } from './pages/entrance.ts'
import { failures } from './pages/failures.ts'
import { map } from './pages/map.ts'
import { meetings } from './pages/meetings.ts'
import { paper } from './pages/paper.ts'
import { people } from './pages/people.ts'
import { portfolio } from './pages/portfolio.ts'
import { product } from './pages/product.ts'
import { project } from './pages/project.ts'
import { projectActs } from './pages/project-acts.ts'
import { proposal } from './pages/proposal.ts'
import { report } from './pages/report.ts'
import { shell } from './pages/shell.ts'
import { standing } from './pages/standing.ts'
import { submit } from './pages/submit.ts'
import { timeline } from './pages/timeline.ts'

/** The words of the pages in English. */
export const pageWords = (): PageWords =>
  onDemand({
    shell,
    standing,
    // Whose move it is, is said as mails say it.
    moves,
    proposal,
    submit,
    criteriaHelp,
    desk,
    board,
    meetings,
    decisions,
    paper,
    portfolio,
    about,
    entrance,
    product,
    project,
    projectActs,
    report,
    concept,
    timeline,
    map,
    criteria,
    case: caseWords,
    deskActs,
    failures,
    people,
  })
