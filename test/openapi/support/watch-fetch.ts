const fetchAsItIs = globalThis.fetch

/** `/api/projects/{id}` for `/api/projects/prj_1`; undefined for an address that is no route. */
const templateOf = (path: string, templates: readonly string[]): string | undefined => {
  const parts = path.split('/')
  const fits = (template: string) => {
    const wanted = template.split('/')
    return (
      wanted.length === parts.length && wanted.every((part, place) => part.startsWith('{') || part === parts[place])
    )
  }
  const found = templates.filter(fits)
  return found.find((template) => !template.includes('{')) ?? found[0]
}

/** Every answer of a stack that a test asks over HTTP is checked against the description, without the test having to know. */
globalThis.fetch = async (input, init) => {
  const answer = await fetchAsItIs(input, init)
  // What the gateway says by itself carries no correlation id, and other servers have none either.
  if (!answer.headers.has('x-correlation-id')) return answer
  // Read when there is an answer: most files ask nothing over HTTP, and the description with its validator takes longer than their tests.
  const [{ asDescribed }, { schemaOf }] = await Promise.all([import('./answered.ts'), import('./description.ts')])
  const { pathname } = new URL(input instanceof Request ? input.url : String(input))
  const template = templateOf(pathname, Object.keys(Object(schemaOf('paths'))))
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  if (template !== undefined)
    asDescribed(`${method} ${template}`, {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.clone().text(),
    })
  return answer
}
