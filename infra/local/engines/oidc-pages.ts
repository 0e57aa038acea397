import { accountRoles, developmentUsers } from './development-users.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const text = (value: string): string => value.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character)

const style = `
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
fieldset { border: 1px solid #767676; margin: 0 0 1.5rem; padding: 0.5rem 1rem }
label { display: block; padding: 0.25rem 0 } input:not([type=radio]) { display: block; font: inherit; width: 100%; box-sizing: border-box; padding: 0.4rem }
button { font: inherit; padding: 0.5rem 1.25rem; margin-right: 0.75rem } :focus-visible { outline: 3px solid #0059b3; outline-offset: 2px }`

/** A page of the provider on this machine: plain, and without scripts. */
const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${text(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><main><h1>${text(title)}</h1>${content}</main></body>
</html>`

/** Names of the fields of the page that asks who somebody wants to be. */
export const asked = { role: 'role', email: 'email', project: 'project', cancel: 'cancel' } as const

/** Who do you want to be? @param action where the answer goes */
export const choicePage = (action: string): string =>
  page(
    'Sign in to Trin on this machine',
    `<p>Nobody here needs a password: these people do not exist.</p>
<form method="post" action="${text(action)}">
<fieldset><legend>Who do you want to be?</legend>
${accountRoles
  .map((role, at) => {
    const { name, authority } = developmentUsers[role]
    const input = `<input type="radio" name="${asked.role}" value="${role}" required${at === 0 ? ' checked' : ''}>`
    return `<label>${input} ${text(name)}, ${text(authority)} (${role})</label>`
  })
  .join('\n')}
</fieldset>
<p><label for="email">Another mail address (optional: somebody else in that role)</label>
<input id="email" name="${asked.email}" type="email" autocomplete="off"></p>
<p><label for="project">Project (optional: where a role counts that belongs to one project)</label>
<input id="project" name="${asked.project}" type="text" autocomplete="off"></p>
<p><button type="submit">Sign in</button> <button type="submit" name="${asked.cancel}" value="yes" formnovalidate>Cancel</button></p>
</form>`,
  )

/** Whether the session of the provider is to end as well. @param form the provider's own, without buttons */
export const logoutPage = (form: string): string =>
  page(
    'Sign out',
    `${form}<p>Do you want to sign out here as well? Else the next sign-in is the same person, unasked.</p>
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
<button type="submit" form="op.logoutForm">Stay signed in</button></p>`,
  )

export const signedOutPage = (): string => page('You are signed out', '')

/** @param said the provider's own words, by name */
export const errorPage = (said: Readonly<Record<string, unknown>>): string =>
  page(
    'This cannot be done',
    `<dl>${Object.entries(said)
      .map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(String(value))}</dd>`)
      .join('')}</dl>`,
  )
