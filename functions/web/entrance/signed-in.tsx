import type { PageAct } from '../../../shared/http/page-request.ts'
import { page, seeOther } from '../layout.tsx'
import { readerOf } from '../reader.ts'
import { signedInPath } from './signed-in-path.ts'

/** `GET /signed-in`: back to the form. */
export const signedInPage: PageAct = async (request) => {
  const reader = readerOf(request)
  const { signedIn: words, signIn } = reader.words.entrance
  if (request.actor.kind !== 'person') return seeOther(`/sign-in?to=${signedInPath}`)
  return page({
    reader,
    title: words.title,
    children: (
      <>
        <p class="font-lead">{words.text}</p>
        <p>
          <a href="/">{signIn.toFront}</a>
        </p>
      </>
    ),
  })
}
