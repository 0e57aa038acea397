import type { PageAct } from '../../../shared/http/page-request.ts'
import { page } from '../layout.tsx'
import { readerOf } from '../reader.ts'

/** `GET /accessibility`: the accessibility statement. */
export const accessibilityPage: PageAct = async (request) => {
  const reader = readerOf(request)
  return page({ reader, title: reader.words.about.accessibility.title, children: null })
}
