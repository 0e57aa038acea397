import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Role } from '../../shared/domain/actor.ts'
import type { EdgeAnswer } from '../../shared/http/exchange.ts'
import { languageField } from '../../shared/http/our-form.ts'
import { asset } from './asset-names.ts'
import { signedInPath } from './entrance/signed-in-path.ts'
import { EnterButton } from './form/enter-button.tsx'
import type { Reader } from './reader.ts'

export interface PageProps {
  readonly reader: Reader
  /** The page's own name: its heading, and the first words of its title. */
  readonly title: string
  /** The pages above this one, the front page not counted. */
  readonly above?: readonly { readonly label: string; readonly href: string }[]
  /** Which entry of the menu this page belongs to. */
  readonly at?: MenuEntry
  /** Something is wrong with what was sent: the title says so first. @default false */
  readonly hasErrors?: boolean
  /**
   * The form that this page is there for: a change of language sends it, so that nothing that was typed is lost. `wish`: what Enter
   * wants of it, where it can be sent for more than one end.
   */
  readonly form?: { readonly id: string; readonly wish?: string }
  /** What was typed stands on this page alone: whoever comes in or leaves does so beside it. @default false */
  readonly keepsForm?: boolean
  /** Whether the page says its heading itself. @default false */
  readonly ownHeading?: boolean
  /** Names of scripts beside the one that every page has. @default none */
  readonly scripts?: readonly string[]
  readonly children: ComponentChildren
}

export type MenuEntry = 'submit' | 'portfolio' | 'desk' | 'board'

const menu: readonly { readonly entry: MenuEntry; readonly href: string; readonly roles?: readonly Role[] }[] = [
  { entry: 'submit', href: '/' },
  { entry: 'portfolio', href: '/portfolio' },
  { entry: 'desk', href: '/desk', roles: ['secretariat'] },
  { entry: 'board', href: '/board', roles: ['secretariat', 'board', 'chair'] },
]

/** What every page has around its content. Works without scripts and without styles. */
const Page = ({
  reader,
  title,
  above = [],
  at,
  hasErrors = false,
  ownHeading = false,
  scripts = [],
  form,
  keepsForm = false,
  children,
}: PageProps) => {
  const { words, language } = reader
  const { shell } = words
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${hasErrors ? shell.errorPrefix : ''}${title} – ${shell.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <link rel="preload" href={asset('regular.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="preload" href={asset('semibold.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={asset('dkfds.css')} />
        <link rel="stylesheet" href={asset('trin.css')} />
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        {['trin.js', ...scripts].map((script) => (
          <script key={script} src={asset(script)} defer />
        ))}
      </head>
      <body>
        <a class="skipnav" href="#content">
          {shell.skip}
        </a>
        <header class="trin-header">
          <div class="container">
            <p class="trin-name">
              <a href="/">{shell.name}</a> <span>{shell.tagline}</span>
            </p>
            <div class="trin-visitor">
              <SignedIn reader={reader} keepsForm={keepsForm} />
              <OtherLanguage reader={reader} {...(form === undefined ? {} : { form })} />
            </div>
          </div>
          <nav class="container" aria-label={shell.mainMenu}>
            <ul class="trin-menu nobullet-list">
              {menu
                .filter(({ roles }) => roles === undefined || hasRole(reader, roles))
                .map(({ entry, href }) => (
                  <li key={entry}>
                    <a href={href} aria-current={entry === at ? (above.length === 0 ? 'page' : 'true') : undefined}>
                      {shell[entry]}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
        </header>
        <main id="content" class="container page-container" tabindex={-1}>
          {above.length > 0 && (
            <nav class="breadcrumbs" aria-label={shell.breadcrumbs}>
              <ol class="breadcrumbs__list">
                {above.map(({ label, href }) => (
                  <li key={href} class="breadcrumbs__list-item">
                    <a class="breadcrumbs__link" href={href}>
                      {label}
                    </a>
                  </li>
                ))}
                <li class="breadcrumbs__list-item" aria-current="page">
                  {title}
                </li>
              </ol>
            </nav>
          )}
          {!ownHeading && <h1>{title}</h1>}
          {children}
        </main>
        <footer class="trin-footer">
          <div class="container">
            <p>{shell.association}</p>
            <ul class="unstyled-list inline-list">
              <li>
                <a href="/accessibility">{shell.accessibility}</a>
              </li>
            </ul>
          </div>
        </footer>
      </body>
    </html>
  )
}

const OtherLanguage = ({ reader, form }: Pick<PageProps, 'reader' | 'form'>) => {
  const { otherLanguage, otherLanguageCode, enter } = reader.words.shell
  if (form === undefined)
    return (
      <a
        href={`/language?to=${otherLanguageCode}&back=${encodeURIComponent(reader.address)}`}
        hreflang={otherLanguageCode}
        data-language={otherLanguageCode}
        lang={otherLanguageCode}
      >
        {otherLanguage}
      </a>
    )
  return (
    <>
      <EnterButton form={form.id} label={enter} {...(form.wish === undefined ? {} : { wish: form.wish })} />
      <button
        type="submit"
        form={form.id}
        class="function-link"
        name={languageField}
        value={otherLanguageCode}
        lang={otherLanguageCode}
      >
        {otherLanguage}
      </button>
    </>
  )
}

const hasRole = ({ visitor: { actor } }: Reader, roles: readonly Role[]): boolean =>
  actor.kind === 'person' && actor.link !== true && actor.roles.some((role) => roles.includes(role))

const SignedIn = ({ reader, keepsForm }: { readonly reader: Reader; readonly keepsForm: boolean }) => {
  const { visitor, words, token } = reader
  const { shell } = words
  const { actor } = visitor
  if (actor.kind === 'person' && actor.link === true && actor.project !== undefined)
    return (
      <>
        <span>{shell.byLink}</span>
        <ForgetMe
          token={token}
          action={`/p/${actor.project}/forget-link`}
          label={shell.forgetLink}
          isBeside={keepsForm}
        />
      </>
    )
  if (visitor.name === undefined)
    return keepsForm ? (
      <a href={`/sign-in?to=${signedInPath}`} target="_blank" rel="noopener">
        {shell.signIn} <span class="sr-only">({shell.opensTab})</span>
      </a>
    ) : (
      <a href={`/sign-in?to=${encodeURIComponent(reader.address)}`}>{shell.signIn}</a>
    )
  return (
    <>
      <span>{shell.signedInAs(visitor.name)}</span>
      <ForgetMe token={token} action="/sign-out" label={shell.signOut} isBeside={keepsForm} />
    </>
  )
}

/** This browser forgets who looks. */
const ForgetMe = ({
  token,
  action,
  label,
  isBeside,
}: {
  readonly token: string
  readonly action: string
  readonly label: string
  /** In a tab of its own. */
  readonly isBeside: boolean
}) => (
  <form method="post" action={action} target={isBeside ? '_blank' : undefined}>
    <input type="hidden" name="_token" value={token} />
    <button type="submit" class="function-link">
      {label}
    </button>
  </form>
)

/** A page as an answer. @param status @default 200 */
export const page = (props: PageProps, status = 200): EdgeAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-language': props.reader.language,
    vary: 'cookie, accept-language',
  },
  text: `<!doctype html>${renderToString(<Page {...props} />)}`,
})

/** Where to go on after a form was taken: the page that shows what came of it (RFC 9110, 15.4.4). */
export const seeOther = (location: string, cookies: readonly string[] = []): EdgeAnswer => ({
  status: 303,
  headers: { location },
  ...(cookies.length === 0 ? {} : { cookies }),
})
