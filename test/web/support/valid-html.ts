import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // What preact writes: `<br/>`, attributes without a value as it likes, long lines.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    // Titles carry the name of the page and ours.
    'long-title': 'off',
    // Our own assets, under names that stand for what is in them.
    'require-sri': 'off',
    // Browsers check nothing that the server does not say better, in the reader's language.
    'prefer-native-element': ['error', { exclude: ['alert'] }],
  },
})

/** What is wrong with the HTML of a page, a line each; empty for one that is valid. */
export const troublesOfHtml = async (html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) => `${ruleId}: ${message} (${line}:${column} ${selector ?? ''})`,
    ),
  )
}
