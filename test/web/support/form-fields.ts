/** What a browser would send of the form of a page as it stands. */
export const fieldsOf = (html: string): readonly [string, string][] => {
  const form = html.slice(html.indexOf('class="trin-form"'))
  const found: [string, string][] = []
  for (const [tag] of form.matchAll(/<input[^>]*>|<textarea[^>]*>[^<]*|<select[\s\S]*?<\/select>/g)) {
    const name = unescaped(/ name="([^"]*)"/.exec(tag)?.[1])
    if (name === '') continue
    const isTicked = !/type="(checkbox|radio)"/.test(tag) || / checked/.test(tag)
    if (tag.startsWith('<textarea')) found.push([name, unescaped(tag.slice(tag.indexOf('>') + 1))])
    else if (tag.startsWith('<select')) {
      const chosen = /<option[^>]*selected[^>]*>/.exec(tag)?.[0] ?? ''
      found.push([name, unescaped(/ value="([^"]*)"/.exec(chosen)?.[1])])
    } else if (isTicked) found.push([name, unescaped(/ value="([^"]*)"/.exec(tag)?.[1])])
  }
  return found
}

const unescaped = (text = ''): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
