import type { PageActs } from '../../../shared/http/page-request.ts'
import type { SignIn } from '../../../shared/use-cases/sign-in.ts'
import { type LinkRequestPorts, linksPage, requestLink } from './request-link.tsx'
import { beginSignIn, finishSignIn } from './sign-in.tsx'
import { signedOutPage, signOut } from './sign-out.tsx'
import { signedInPage } from './signed-in.tsx'

/** The ways in, and out. */
export const entrancePages = ({
  ports,
  signIn,
  issuer,
}: {
  readonly ports: LinkRequestPorts
  readonly signIn: SignIn
  readonly issuer: string
}): PageActs => ({
  'GET /sign-in': beginSignIn(signIn),
  'GET /sign-in/callback': finishSignIn(signIn),
  'GET /signed-in': signedInPage,
  'POST /sign-out': signOut(signIn, issuer),
  'GET /signed-out': signedOutPage(signIn),
  'GET /links': linksPage,
  'POST /links': requestLink(ports),
})
