import { simpleParser } from 'mailparser'
import { describe, expect, it, test } from 'vitest'
import type { Letter } from '../../shared/domain/correspondence/letter.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import { redactionMark } from '../../shared/domain/redaction.ts'
import { labels } from '../../shared/i18n/labels.ts'
import { languages } from '../../shared/i18n/language.ts'
import { renderLetter } from '../../shared/mail/render-letter.ts'
import { people } from '../domain/support/material.ts'
import { aLetter, by, everyBody, everyLetter, everyTask, title } from './every-letter.ts'

const link = 'https://trin.example/p/prj_01JSENSOR000000000000000002?key=abc.def-ghi_jkl'
const unsubscribe = 'https://trin.example/api/unsubscribe?key=nej-tak'
const render = (letter: Letter, language: 'da' | 'en' = 'da') =>
  renderLetter(letter, {
    language,
    name: 'Maren Højgaard',
    link,
    personal: true,
    ...(letter.reminder && 'contact' in letter.to ? { unsubscribe } : {}),
  })

/** What a person reads of the page: no tags, no hidden line, entities as what they stand for. */
const read = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<head>.*?<\/head>|<div style="display: ?none.*?<\/div>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const words = (text: string): string => text.replace(/[\s:>–-]+/g, ' ').trim()
const hrefs = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')

const byTemplate = Object.entries(Object.groupBy(everyLetter, ({ body }) => body.template)).map(
  ([template, letters]) => [template, letters] as const,
)

describe.each(languages)('given every letter in %s', (language) => {
  it.each(byTemplate)('%s: says all there is to say, with one link to act, in HTML and in text', (_, letters) => {
    for (const letter of letters) {
      const { subject, text, html } = render(letter, language)
      for (const part of [subject, text, html]) {
        expect(part.trim()).not.toBe('')
        expect(part).not.toMatch(/undefined|\[object|null|NaN|\bfalse\b|\{\w+\}/)
      }
      expect(subject).not.toMatch(/[\r\n]/)
      expect(html).toContain(`<html lang="${language}">`)
      expect(hrefs(html).filter((href) => href.replaceAll('&amp;', '&') === link)).toHaveLength(1)
      expect(html.match(/data-action/g)).toHaveLength(1)
      expect(text.split(link)).toHaveLength(2)
      const known = letter.reminder && 'contact' in letter.to ? [link, unsubscribe] : [link]
      expect(hrefs(html).map((href) => href.replaceAll('&amp;', '&'))).toEqual(known)
      expect(html).not.toMatch(/src=|url\(|@import|<img|<script|<link /)
    }
  })

  it.each(byTemplate)('%s: the text has the same words as the page', (_, letters) => {
    for (const letter of letters) {
      const { text, html } = render(letter, language)
      const page = words(read(html))
      const [, ...paragraphs] = text.split('\n\n')
      for (const paragraph of paragraphs)
        for (const line of paragraph.split(/\n(?=- )|:\n/))
          if (!line.includes('https://')) for (const word of words(line).split(' ')) expect(page).toContain(word)
    }
  })

  it('every criterion is named in words wherever its code stands', () => {
    const { criteria } = labels[language]
    for (const letter of everyLetter) {
      const { text, html } = render(letter, language)
      for (const said of [text, read(html)])
        for (const [, id, after] of said.matchAll(/(?<=[\s(])([RFSG]\d{1,2})\b(?!\))(.*)/g)) {
          const named = Object.entries(criteria).find(([one]) => one === id)?.[1]
          expect(named).toBeDefined()
          expect(after?.startsWith(` ${named}`)).toBe(true)
        }
    }
  })

  it('the case, its number and whose move it is stand in each', () => {
    for (const letter of everyLetter) {
      const { text } = render(letter, language)
      expect(text).toContain(letter.about.stream)
      if ('title' in letter.about) expect(words(text)).toContain(title)
      expect(text).toMatch(/Hvad sker der nu\?|Nu er det (din|jeres) tur|What happens now\?|It is your turn/)
    }
  })
})

test.each([
  ['da', 'Slettet sag'],
  ['en', 'Erased case'],
] as const)('given a case whose words have been erased, then its letter calls it so in %s', (language, called) => {
  const [letter] = everyLetter
  if (letter === undefined) throw new Error('no letter')
  const erased = { ...letter, about: { stream: letter.about.stream as ProjectId, title: redactionMark } }
  expect(render(erased, language).subject).toContain(`: ${called}`)
})

test('two languages never say the same, but for names, numbers and what people wrote', () => {
  for (const bodies of Object.values(everyBody))
    for (const body of bodies) {
      const letter = aLetter(body)
      expect(render(letter, 'da').subject).not.toBe(render(letter, 'en').subject)
    }
})

test.each(everyTask)('given the task %s, when it is the reader’s, then words and button say what to do', (task) => {
  const body = { template: 'comment', by: 'secretariat', text: 'Hej.' } as const
  for (const language of languages) {
    const yours = render(aLetter(body, { move: { task, party: 'lead', yours: true, by } }), language)
    const theirs = render(aLetter(body, { move: { task, party: 'lead', yours: false, by } }), language)
    if (task !== 'nothing') expect(yours.text).not.toBe(theirs.text)
    if (task !== 'nothing' && task !== 'attend') {
      expect(yours.text).toContain(language === 'da' ? '24. november 2026 kl. 08.00' : '24 November 2026 at 08:00')
      const latest = language === 'da' ? '(senest 24. november 2026)' : '(by 24 November 2026)'
      expect(yours.subject.includes(latest)).toBe(task !== 'steward')
      expect(theirs.subject).not.toContain('2026')
    }
  }
})

test('a concept that is rejected is thanked for, and told how it could come back; the office is not', () => {
  const move = { task: 'nothing', party: 'nobody', yours: false } as const
  for (const body of everyBody.rejected) {
    const proposer = render(aLetter(body, { as: 'proposer', to: { contact: people.maren }, move }), 'da').text
    expect(proposer).toContain('Tak for det arbejde')
    expect(proposer).toContain('Sekretariatet kan åbne sagen igen')
    expect(proposer.match(/Sagen er lukket/g)).toHaveLength(1)
    const office = render(aLetter(body, { as: 'secretariat', to: { mailbox: 'secretariat' }, move }), 'da').text
    expect(office).not.toContain('Tak for det arbejde')
  }
})

test('a return names the criteria in words, each once', () => {
  const reasons = [
    { code: 'economy', criteria: ['G10', 'G13'] },
    { code: 'other', criteria: ['G10'], text: 'Bilag.' },
  ] as const
  const body = {
    template: 'returned',
    from: 'secretariat',
    reasons,
    comeBackWith: 'Tal.',
    loop: 1,
    wasRunning: false,
  } as const
  const { text } = render(aLetter(body, { as: 'proposer', to: { contact: people.maren } }), 'da')
  for (const id of ['G10', 'G13'] as const) expect(words(text).split(`${id} ${labels.da.criteria[id]}`)).toHaveLength(2)
})

describe('given hostile words', () => {
  const hostile = '</title><script>alert("æ")</script>\r\nBcc: evil@trin.example <img src=x onerror=y>'
  const letter = aLetter(
    { template: 'comment', by: 'secretariat', text: `${hostile}\n\n&lt;already&gt;` },
    { about: { stream: 'prj_01JHOSTILE', title: hostile } },
  )

  it('when the letter is rendered, then none of it is markup, and all of it can be read', () => {
    const { html, subject } = renderLetter(letter, { language: 'da', name: hostile, link, personal: false })
    expect(html).not.toMatch(/<script|<img/)
    expect(read(html)).toContain('alert("æ")')
    expect(read(html)).toContain('&lt;already&gt;')
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it('when a link is no web address, then the page does not lead there', () => {
    const { html } = renderLetter(letter, { language: 'da', link: 'javascript:alert(1)', personal: false })
    expect(hrefs(html)).toEqual(['#'])
  })
})

test('a long title is cut in the subject, so that the deadline after it is seen, and stands whole in the mail', () => {
  const long = 'Fælles løsning til '.repeat(12).trim()
  const mail = render(
    aLetter({ template: 'comment', by: 'lead', text: 'Ja.' }, { about: { stream: 'prj_1', title: long } }),
  )
  expect(mail.subject).toMatch(/… \(senest 24\. november 2026\)$/)
  expect(mail.subject.length).toBeLessThan(130)
  expect(words(mail.text)).toContain(long)
})

test('a deadline in winter and one in summer are both told in Danish time', () => {
  const at = (moment: string) =>
    render(
      aLetter({ template: 'resumed' }, { move: { task: 'report', party: 'lead', yours: true, by: moment } }),
    ).text.replace(/\s+/g, ' ')
  expect(at('2027-01-15T07:00:00.000Z')).toContain('15. januar 2027 kl. 08.00')
  expect(at('2027-07-15T06:00:00.000Z')).toContain('15. juli 2027 kl. 08.00')
})

test('money is told in kroner, with øre only where there are any', () => {
  const [, late] = everyBody['report-received']
  const [approved] = everyBody.approved
  if (late === undefined || approved === undefined) throw new Error('bodies are missing')
  const office = { to: { mailbox: 'secretariat' }, as: 'secretariat' } as const
  expect(render(aLetter(late, office)).text).toContain('250.000,50 kr.')
  expect(render(aLetter(late, office), 'en').text).toContain('DKK 250,000.50')
  expect(render(aLetter(approved)).text).toContain('1.250.000 kr.')
})

test('a letter that comes when what is next is late says that it is, and not until a day that is over', () => {
  const late = { task: 'report', party: 'lead', yours: true, by: '2026-11-24T07:00:00.000Z', isLate: true } as const
  const { subject, text } = render(aLetter({ template: 'comment', by: 'lead', text: 'Ja.' }, { move: late }))
  expect(subject).not.toContain('senest')
  expect(words(text)).toContain('Send en fremdriftsrapport hurtigst muligt.')
})

test('an overdue letter says since when and asks for it as soon as possible', () => {
  const [body] = everyBody.overdue
  if (body === undefined) throw new Error('a body is missing')
  const { subject, text } = render(
    aLetter(body, { move: { task: 'report', party: 'lead', yours: true, by: body.dueAt } }),
  )
  expect(subject).toBe(`Fremdriftsrapporten mangler: ${title} (fristen var 23. november 2026)`)
  expect(words(text)).toContain('Send en fremdriftsrapport hurtigst muligt.')
  expect(words(text)).toContain('bliver projektet taget op til genovervejelse 23. december 2026')
})

test('a personal link comes with a word of care, an office’s does not', () => {
  const letter = aLetter({ template: 'resumed' })
  expect(renderLetter(letter, { language: 'da', link, personal: true }).text).toContain('Linket er personligt')
  expect(renderLetter(letter, { language: 'da', link, personal: false }).text).not.toContain('Linket er personligt')
})

test('mailparser finds the words again in what is composed', async () => {
  const { html } = render(aLetter({ template: 'resumed' }))
  const parsed = await simpleParser(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`)
  expect(parsed.text?.toLowerCase()).toContain('projektet er i gang igen')
})
