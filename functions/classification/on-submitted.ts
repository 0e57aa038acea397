import { classifyIdea } from '../../shared/use-cases/classify-idea.ts'
import { committing } from '../committing.ts'
import { onNotices } from '../on-notices.ts'

const parts = committing(process.env)

export const handler = onNotices({ handle: (notice) => classifyIdea(parts, notice) })
