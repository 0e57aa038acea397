import { describe, expect, it } from 'vitest'
import type { Letter } from '../../shared/domain/correspondence/letter.ts'
import { renderDigest } from '../../shared/mail/render-digest.ts'

const letter = (body: Letter['body'], but: Partial<Letter> = {}): Letter => ({
  body,
  to: { contact: 'con_jonas' },
  as: 'lead',
  about: { stream: 'prj_waste', title: 'Affaldskalenderen <som> åbne data' },
  move: { task: 'report', party: 'lead', yours: true, by: '2027-09-30T06:00:00.000Z' },
  reminder: false,
  delivery: { when: 'morning', at: '2027-07-05T06:00:00.000Z' },
  ...but,
})
const cases = [
  {
    link: 'https://trin.example/p/prj_waste?key=abc',
    letters: [
      letter({ template: 'authority-joined', authority: 'Havneby Kommune', pledge: {} }),
      letter({ template: 'report-accepted', number: 1, by: 'secretariat', note: 'Fint arbejde & god plan.' }),
    ],
  },
  {
    link: 'https://trin.example/p/prj_sensor',
    letters: [
      letter(
        { template: 'on-agenda', meetingAt: '2027-08-17T06:00:00.000Z', item: 'concept' },
        {
          as: 'contact',
          about: { stream: 'prj_sensor', title: 'Sensordata' },
          move: { task: 'decide', party: 'board', yours: false },
        },
      ),
    ],
  },
]
const mail = (language: 'da' | 'en') =>
  renderDigest({ contact: 'con_jonas' }, cases, { language, name: 'Jonas Brandt', personal: true }, 'news')

describe('given the news of a day', () => {
  it('when it is laid out, then it says what happened by case, in people’s words, and once what is to be done', () => {
    const { subject, text, html } = mail('da')
    expect(subject).toBe('Samlet besked om 2 sager')
    expect(text).toContain('Her er nyt siden sidst.')
    expect(text).toMatch(
      /^- Fremdriftsrapport nr\. 1 er godkendt\..* Fint arbejde & god plan\..*senest 30\. september 2027/m,
    )
    expect(text.match(/Send en fremdriftsrapport/g)).toHaveLength(1)
    expect(text).not.toContain('passeret')
    expect(text).toContain('Linket er personligt')
    expect(html).toContain('Affaldskalenderen &lt;som> åbne data')
    expect(html).toContain('god plan')
    expect(html.match(/data-action/g)).toHaveLength(2)
    expect(html).toContain('href="https://trin.example/p/prj_waste?key=abc"')
  })

  it('when a letter lists something, then so does its line, save for what is too long for one', () => {
    const listing = (missing: number) => {
      const items = [
        'licence',
        'documentation',
        'coordination-group',
        'two-authorities-live',
        'board-approval',
      ] as const
      const all = [...items, 'conditions-settled', 'agreements-and-tools'] as const
      const letters = [letter({ template: 'graduation-checked', missing: all.slice(0, missing) })]
      const told = { language: 'da', name: 'Jonas Brandt', personal: true } as const
      return renderDigest({ contact: 'con_jonas' }, [{ link: 'https://trin.example', letters }], told, 'news').text
    }
    expect(listing(2)).toMatch(/^- Projektet er ikke et produkt endnu\..*Det mangler: .+; .+\./m)
    expect(listing(7)).not.toContain('Det mangler:')
  })

  it('when its reader has English, then it is in English', () => {
    const { subject, text } = mail('en')
    expect(subject).toBe('News about 2 cases in one mail')
    expect(text).toContain('What cannot wait was sent by itself.')
    expect(text).toMatch(/^- The concept is on the agenda\./m)
  })
})
