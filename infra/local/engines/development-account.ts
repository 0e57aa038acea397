import { type AccountRole, developmentUsers, isAccountRole } from './development-users.ts'

/** What claims may differ from the development user's. */
export interface Wishes {
  readonly project?: string | undefined
  readonly authority?: string | undefined
  readonly email?: string | undefined
  readonly name?: string | undefined
}

/** The claims of a development user. */
export const claimsOf = (role: AccountRole, wish: Wishes = {}) => ({
  roles: [role],
  ...developmentUsers[role],
  // Another address is another person, whose name we do not know.
  ...(wish.email === undefined ? {} : { name: wish.email }),
  ...wish,
  email_verified: true,
})

/** What the provider calls somebody who chose who to be: all that their claims are made of. */
export const accountId = (role: AccountRole, { email, project }: Pick<Wishes, 'email' | 'project'>): string => {
  const more = new URLSearchParams({
    ...(email === undefined ? {} : { email }),
    ...(project === undefined ? {} : { project }),
  }).toString()
  return more === '' ? role : `${role}?${more}`
}

/** The claims of such a person; undefined where there is none. */
export const accountClaims = (id: string): ReturnType<typeof claimsOf> | undefined => {
  const [role = '', more = ''] = id.split('?')
  const said = new URLSearchParams(more)
  const [email, project] = [said.get('email'), said.get('project')]
  if (!isAccountRole(role)) return undefined
  return claimsOf(role, { ...(email === null ? {} : { email }), ...(project === null ? {} : { project }) })
}
