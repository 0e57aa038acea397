import type { Role } from '../../../shared/domain/actor.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageAct, PageRequest } from '../../../shared/http/page-request.ts'
import type { NotSignedIn, SignIn } from '../../../shared/use-cases/sign-in.ts'
import { page, seeOther } from '../layout.tsx'
import { ownPath } from '../own-path.ts'
import { readerOf } from '../reader.ts'

/** `GET /sign-in?to=/desk`: on to the OpenID provider. */
export const beginSignIn =
  (signIn: SignIn): PageAct =>
  async ({ query, cookies: held }) => {
    const { location, cookies } = await signIn.begin(query.to === undefined ? undefined : ownPath(query.to), held)
    return seeOther(location, cookies)
  }

/** `GET /sign-in/callback`: back from there, and on to where somebody wanted to go, or to their own table. */
export const finishSignIn =
  (signIn: SignIn): PageAct =>
  async (request) => {
    const finished = await signIn.finish(request.query, request.cookies)
    if ('failed' in finished)
      return { ...notSignedIn(request, finished.failed, finished.to), cookies: finished.cookies }
    // The code in this address is used, but it is nobody's business all the same.
    const answer = seeOther(finished.to ?? tableOf(finished.roles), finished.cookies)
    return { ...answer, headers: { ...answer.headers, 'referrer-policy': 'no-referrer' } }
  }

const tableOf = (roles: readonly Role[]): string => {
  if (roles.includes('secretariat')) return '/desk'
  return roles.includes('board') || roles.includes('chair') ? '/board' : '/portfolio'
}

const notSignedIn = (request: PageRequest, why: NotSignedIn, to: string | undefined): EdgeAnswer => {
  const reader = readerOf(request)
  const { again, toFront, [why]: said } = reader.words.entrance.signIn
  return page(
    {
      // A change of language must not lead back here: the answer of the provider is good once.
      reader: { ...reader, address: '/sign-in' },
      title: said.title,
      children: (
        <>
          <p class="font-lead">{said.text}</p>
          <p>
            <a
              class="button button-primary"
              href={`/sign-in${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`}
            >
              {again}
            </a>
          </p>
          <p>
            <a href="/">{toFront}</a>
          </p>
        </>
      ),
    },
    why === 'cancelled' ? 200 : 400,
  )
}
