import { beforeEach, describe, expect, it } from 'vitest'
import { feedActs } from '../../functions/feeds/handler.ts'
import { wasteBaseline } from '../../infra/local/demo/material.ts'
import type { PageKey } from '../../shared/api/page-routes.ts'
import type { RouteKey } from '../../shared/api/routes.ts'
import { edge } from '../../shared/http/edge.ts'
import { httpEvent, lambdaContext } from '../fakes/http-event.ts'
import { begin, meetingOn, secretariat, small, stack, submitted } from './support/cast.ts'

const baseUrl = 'https://trin.os2.example'
const ask = async (route: PageKey, language = 'da') => {
  const handler = edge({
    identify: async () => ({ kind: 'anonymous' }),
    acts: feedActs({ projections: stack.projections, clock: stack.clock, baseUrl }),
    write: () => {},
  })
  const {
    statusCode,
    headers = {},
    body = '',
  } = await handler(httpEvent({ route, headers: { 'accept-language': language } }), lambdaContext())
  return { status: statusCode, headers, text: body }
}

const running = async (title: string, concept: object = small().concept) => {
  const id = await submitted({ ...small(), concept: { ...concept, title } })
  const act = (path: string, sent: object) =>
    stack.act(`POST /api/projects/{id}/${path}` as RouteKey, { params: { id }, as: secretariat(), body: sent })
  await act('classification', { level: 1, reason: 'En kommune.' })
  await act('ready', {})
  await act('start', { baseline: wasteBaseline('2027-12-31'), lead: { name: 'Lars', email: 'lars@skovby.example' } })
  return id
}

beforeEach(begin)

describe('the portfolio for other programs', () => {
  it.each(['GET /portfolio.csv', 'GET /portfolio.json', 'GET /portfolio.rss'] as const)(
    'given an idea that is not public and a project that runs, when %s is asked, then the latter only is told, without people',
    async (route) => {
      const title = 'Endnu kun en idé'
      await submitted({ ...small(), concept: { ...small().concept, title } })
      const id = await running('Affald som data')
      const { status, headers, text } = await ask(route)
      expect(status).toBe(200)
      // Who keeps it for others keeps one for each language.
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=300, must-revalidate',
        vary: 'accept-language',
      })
      expect(text).toContain(id)
      expect(text).not.toMatch(/Endnu kun|Mette|Lars|skovby\.example|con_/)
    },
  )

  it('given a title that a spreadsheet would take for a formula, then it is text there', async () => {
    await running('=HYPERLINK("https://evil.example";"klik")')
    const { text, headers } = await ask('GET /portfolio.csv')
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="os2-portfolio.csv"',
    })
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"";""klik"")"`)
    const [header = '', row = '', end] = text.split('\r\n')
    expect(header.charCodeAt(0)).toBe(0xfeff)
    expect(header.slice(1).split(';')).toHaveLength(14)
    expect(row).toContain(';180000;')
    expect(row).toContain(';Klima, miljø og forsyning;')
    expect(end).toBe('')
    const english = (await ask('GET /portfolio.csv', 'en')).text
    expect(english).toMatch(/^\uFEFFCase,Title,/)
    expect(english).toContain('"Climate, environment and utilities"')
  })

  it('given a title with marks of XML, then news stays well formed, and leads to the page', async () => {
    const id = await running('Kort & godt <script>alert(1)</script> ]]> "x"')
    const { text, headers } = await ask('GET /portfolio.rss')
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8')
    expect(text).toContain(`<link>${baseUrl}/portfolio/${id}</link>`)
    // A mark stands in a section of text, which no title can end.
    expect(text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')).not.toMatch(/<script|alert/)
  })

  it('given a title and a purpose that end their section of text more than once, then nothing of them becomes news of its own', async () => {
    const forged = ']]>]]></title></item><item><title>Falsk nyhed</title></item>'
    const id = await running(`Kort ${forged}`, {
      ...small().concept,
      purpose: `Vi vil <b>dele</b> kort & kode. ${forged}\uffff`,
    })
    const { text } = await ask('GET /portfolio.rss')
    expect(text).toContain(`<link>${baseUrl}/portfolio/${id}</link>`)
    const elements = text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
    expect(elements).not.toMatch(/Falsk|\]\]>/)
    expect(elements.match(/<item>/g)).toHaveLength(1)
    // A reader of news takes the description for HTML.
    expect(text).toContain('Vi vil &lt;b&gt;dele&lt;/b&gt; kort &amp; kode.')
    expect(text).not.toContain('\uffff')
  })

  it('given a theme, then the files tell it, in words or by its key', async () => {
    await running('Affald som data')
    const { items } = JSON.parse((await ask('GET /portfolio.json')).text)
    expect(items).toMatchObject([{ theme: 'climate-and-environment' }])
    expect((await ask('GET /portfolio.rss')).text).toContain('<category>Klima, miljø og forsyning</category>')
  })

  it('given nothing public, then the files are whole and empty', async () => {
    expect((await ask('GET /portfolio.csv')).text.split('\r\n')).toHaveLength(2)
    expect(JSON.parse((await ask('GET /portfolio.json')).text)).toEqual({ items: [] })
    expect((await ask('GET /portfolio.rss')).text).toContain('<channel>')
    expect((await ask('GET /meetings.ics')).text).not.toContain('BEGIN:VEVENT')
  })
})

it('given a meeting, when a calendar asks, then it is there, but not where it is nor who comes', async () => {
  const id = await meetingOn('2026-12-20T09:00:00.000Z')
  const { text, headers } = await ask('GET /meetings.ics')
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(text).toContain(`UID:${id}@trin.os2.example`)
  expect(text).toContain('DTSTART:20261220T090000Z')
  expect(text).toContain('SUMMARY:Bestyrelsesmøde i OS2')
  expect(text).not.toMatch(/Odense|Holm|storeby/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})
