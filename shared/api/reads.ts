import * as z from 'zod/mini'
import { projectStates } from '../domain/project/state.ts'
import { projectThemes } from '../domain/theme.ts'
import { authority, email, projectId } from './fields.ts'

/** A whole number as a query carries it. */
const numberIn = (least: number, most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,4}$/)),
    z.pipe(z.transform(Number), z.int().check(z.minimum(least), z.maximum(most))),
  )

const page = {
  limit: z._default(numberIn(1, 100), 50),
  cursor: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(500))),
}

const levels = { '1': 1, '2': 2, '3': 3 } as const

/** `GET /api/projects` */
export const projectsQuery = z.strictObject({
  ...page,
  state: z.exactOptional(z.enum(projectStates)),
  level: z.exactOptional(
    z.pipe(
      z.enum(['1', '2', '3']),
      z.transform((level) => levels[level]),
    ),
  ),
  authority: z.exactOptional(authority),
  theme: z.exactOptional(z.enum(projectThemes)),
})

/** `GET /api/meetings` */
export const meetingsQuery = z.strictObject(page)

/** `/api/unsubscribe`: the sealed key in a mail's footer and its `List-Unsubscribe` header. */
export const unsubscribeQuery = z.strictObject({ key: z.string().check(z.regex(/^[\w-]{1,500}$/)) })

/** `POST /api/unsubscribe`: mail programs send `List-Unsubscribe=One-Click` (RFC 8058), the button sends nothing. */
export const unsubscribeBody = z.strictObject({ 'List-Unsubscribe': z.exactOptional(z.literal('One-Click')) })

/** `POST /api/links`: the case number stands in every mail about the project. */
export const linksBody = z.strictObject({
  email,
  project: projectId,
})

/** Where a page of projects ended, inside its sealed cursor. */
export const place = z.strictObject({ state: z.enum(projectStates), within: z.exactOptional(z.string()) })
