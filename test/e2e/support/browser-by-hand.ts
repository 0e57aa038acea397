/** An answer as it came: a redirect is not followed by itself. */
export interface Seen {
  readonly status: number
  readonly url: string
  /** Where it leads, whole. */
  readonly location: string | undefined
  readonly headers: Headers
  /** Whole `Set-Cookie` values. */
  readonly cookies: readonly string[]
  readonly text: string
}

interface Kept {
  readonly value: string
  readonly path: string
}

/** What of a browser matters to signing in: it keeps cookies, follows redirects and sends forms. Without scripts. */
export const browserByHand = (origin: string) => {
  const jar = new Map<string, Kept>()

  const keep = (setCookie: string): void => {
    const [pair = '', ...attributes] = setCookie.split('; ')
    const name = pair.slice(0, pair.indexOf('='))
    const said = new Map(
      attributes.map((one): [string, string] => {
        const [key = '', value = ''] = one.split('=')
        return [key.toLowerCase(), value]
      }),
    )
    const isOver = said.get('max-age') === '0' || Date.parse(said.get('expires') ?? '') < Date.now()
    const path = said.get('path') ?? '/'
    // Of one name there may be several, each for its path.
    const key = path === '/' ? name : `${name} of ${path}`
    if (isOver) jar.delete(key)
    else jar.set(key, { value: pair.slice(name.length + 1), path })
  }

  const ask = async (address: string, form?: Readonly<Record<string, string>>): Promise<Seen> => {
    const url = new URL(address, origin)
    const cookie = [...jar]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' of ')[0]}=${value}`)
      .join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        ...(cookie === '' ? {} : { cookie }),
        ...(form === undefined ? {} : { 'sec-fetch-site': 'same-origin' }),
      },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    const cookies = response.headers.getSetCookie()
    for (const one of cookies) keep(one)
    const location = response.headers.get('location')
    return {
      status: response.status,
      url: url.href,
      location: location === null ? undefined : new URL(location, url).href,
      headers: response.headers,
      cookies,
      text: await response.text(),
    }
  }

  /** Follows redirects until there is a page, or until one leads where `stopAt` begins. */
  const follow = async (seen: Seen, stopAt = 'nowhere'): Promise<Seen> => {
    let at = seen
    for (let steps = 0; at.location !== undefined && !at.location.startsWith(stopAt); steps += 1) {
      if (steps > 12) throw new Error(`too many redirects, at ${at.url}`)
      at = await ask(at.location)
    }
    return at
  }

  return {
    jar,
    ask,
    follow,
    open: async (address: string, stopAt?: string) => follow(await ask(address), stopAt),
    /** Sends the first form of a page, with what it holds itself. */
    send: async (page: Seen, fields: Readonly<Record<string, string>>, stopAt?: string) => {
      const [, action = '', content = ''] = /<form[^>]* action="([^"]*)"[^>]*>(.*?)<\/form>/s.exec(page.text) ?? []
      const hidden = [...content.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      )
      const answer = await ask(new URL(action, page.url).href, { ...Object.fromEntries(hidden), ...fields })
      return follow(answer, stopAt)
    },
  }
}
export type BrowserByHand = ReturnType<typeof browserByHand>
