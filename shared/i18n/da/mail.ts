import { onDemand } from '../on-demand.ts'
import { clocks } from './mail/clocks.ts'
import { decisions } from './mail/decisions.ts'
import { draft } from './mail/draft.ts'
import { evaluations } from './mail/evaluations.ts'
import { frame } from './mail/frame.ts'
import { ideas } from './mail/ideas.ts'
import { meetings } from './mail/meetings.ts'
import { moves } from './mail/moves.ts'
import { people } from './mail/people.ts'
import { products } from './mail/products.ts'
import { running } from './mail/running.ts'

/** Mailens ord på dansk, som de andre sprog måles efter. */
export const mailWords = () =>
  onDemand({
    frame,
    moves,
    ideas,
    decisions,
    running,
    people,
    products,
    evaluations,
    clocks,
    meetings,
    draft,
  })
