import { unsubscribeBody, unsubscribeQuery } from '../../shared/api/reads.ts'
import type { Act, EdgeAnswer, EdgeRequest } from '../../shared/http/exchange.ts'
import { parse } from '../../shared/http/parse.ts'
import { InTrouble } from '../../shared/http/trouble.ts'
import { unsubscribeWords } from '../../shared/i18n/unsubscribe-words.ts'
import { unsubscribe } from '../../shared/use-cases/unsubscribe.ts'
import type { PortfolioPorts } from './ports.ts'

/** The key is in the address: it must not travel on to another page. */
const page = (language: EdgeRequest['language'], body: string, status = 200): EdgeAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': language },
  text:
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${unsubscribeWords[language].title}</title><h1>${unsubscribeWords[language].title}</h1>${body}</html>`,
})

/**
 * `GET /api/unsubscribe?key=`: a button. Opening it changes nothing, since programs that read mail open what they find. They cut
 * addresses, too: what is no key is told to a person.
 */
export const askUnsubscribe =
  ({ unsubscribing }: PortfolioPorts): Act =>
  async ({ query: { key = '' }, language }) => {
    const { question, button, cut } = unsubscribeWords[language]
    if (unsubscribing.keys.contactOf(key) === undefined) return page(language, `<p>${cut}</p>`, 404)
    return page(
      language,
      `<p>${question}</p><form method="post" action="?key=${key}"><button>${button}</button></form>`,
    )
  }

/** `POST /api/unsubscribe?key=`: the button, or one click in the mail program (RFC 8058). */
export const unsubscribeByKey =
  ({ unsubscribing }: PortfolioPorts): Act =>
  async ({ query, body, language }) => {
    const { key } = parse(unsubscribeQuery, query)
    parse(unsubscribeBody, body)
    if ((await unsubscribe(unsubscribing, key)) === 'bad-key') throw new InTrouble({ kind: 'not-found' })
    return page(language, `<p>${unsubscribeWords[language].done}</p>`)
  }
