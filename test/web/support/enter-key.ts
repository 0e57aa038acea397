/** What the Enter key would do wrongly in a form's fields: press another button than the one that stands at its end. */
export const enterTroubles = (html: string): readonly string[] =>
  [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', within = '']) => {
    const action = / action="([^"]*)"/.exec(attributes)?.[1] ?? ''
    const id = / id="([^"]*)"/.exec(attributes)?.[1]
    // Buttons of this form that stand before it on the page count as well.
    const buttons = [
      ...(id === undefined ? [] : buttonsIn(html).filter((one) => one.includes(` form="${id}"`))),
      ...buttonsIn(within),
    ]
    if (buttons.length < 2) return []
    const [first = ''] = buttons
    // In a search field Enter looks for what was typed, which does nothing yet.
    if (within.includes(' type="search"') && wishOf(first) === 'find') return []
    const [main] = buttonsIn(/<p class="trin-buttons[^"]*">.*/s.exec(within)?.[0] ?? '')
    return main !== undefined && wishOf(first) === wishOf(main) ? [] : [`${action}: Enter presses ${wishOf(first)}`]
  })

const buttonsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<button\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(' type="submit"'))

const wishOf = (button: string): string => / value="([^"]*)"/.exec(button)?.[1] ?? 'the act'
