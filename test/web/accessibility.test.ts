import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/i18n/language.ts'
import { memoryStack } from '../fakes/memory-stack.ts'
import { pageWorld } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

describe.each(languages)('given a reader of %s', (language) => {
  it('when they open the statement, then it has every part that the act asks for, and an address to write to', async () => {
    const { status, text } = await pageWorld(memoryStack()).get('/accessibility', { language })
    expect(status).toBe(200)
    expect(await troublesOfHtml(text)).toEqual([])
    const headings = [...text.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading)
    expect(headings).toEqual(
      language === 'da'
        ? [
            'Overholdelse',
            'Indhold, der ikke er tilgængeligt',
            'Sådan er erklæringen blevet til',
            'Fortæl os, hvis noget ikke virker',
            'Hvis du ikke får svar, der hjælper',
          ]
        : [
            'Compliance',
            'Content that is not accessible',
            'How this statement was made',
            'Tell us when something does not work',
            'If the answer does not help',
          ],
    )
    expect(text).toContain('EN 301 549')
    expect(text).toContain('href="mailto:sekretariat@os2.example"')
    expect(text).toContain('href="https://digst.dk/')
    expect(text).toContain(language === 'da' ? '25. november 2026' : '25 November 2026')
  })
})
