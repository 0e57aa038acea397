import type { PageAct } from '../../../shared/http/page-request.ts'
import type { SignIn } from '../../../shared/use-cases/sign-in.ts'
import { page, seeOther } from '../layout.tsx'
import { readerOf } from '../reader.ts'

const elsewhere = 'provider'
const link = 'link'

/**
 * `POST /sign-out`: this browser forgets who signed in and every personal link; then the provider does. A form may lead to
 * us and to the issuer only (the policy of our pages): where the provider ends its sessions elsewhere, a link leads there.
 * @param issuer of the provider, an address
 */
export const signOut =
  (signIn: SignIn, issuer: string): PageAct =>
  async ({ cookies: held }) => {
    const { cookies, location } = await signIn.end(held)
    if (location === undefined) return seeOther('/signed-out', cookies)
    const mayLeadThere = new URL(location).origin === new URL(issuer).origin
    return seeOther(mayLeadThere ? location : `/signed-out?${elsewhere}=1`, cookies)
  }

/** `GET /signed-out`; with `?provider` where to end the session of the provider as well; with `?link` for whoever came by one. */
export const signedOutPage =
  (signIn: SignIn): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const { signedOut, linkForgotten, signIn: more } = reader.words.entrance
    const wasLink = request.query[link] !== undefined
    const words = wasLink ? linkForgotten : signedOut
    const { location } = request.query[elsewhere] === undefined ? {} : await signIn.end({})
    return page({
      reader,
      title: words.title,
      children: (
        <>
          <p class="font-lead">{words.text}</p>
          {location !== undefined && (
            <p>
              <a href={location}>{signedOut.atProvider}</a>
            </p>
          )}
          {wasLink && (
            <p>
              <a href="/links">{linkForgotten.newLink}</a>
            </p>
          )}
          <p>
            <a href="/">{more.toFront}</a>
          </p>
        </>
      ),
    })
  }
