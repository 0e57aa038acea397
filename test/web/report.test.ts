import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/demo/material.ts'
import { reportChanges } from '../../shared/domain/economy/report-changes.ts'
import { languages } from '../../shared/i18n/language.ts'
import { begin, secretariat, stack, typesOf } from '../functions/support/cast.ts'
import { fieldsOf } from './support/form-fields.ts'
import { aReport, holderOf, reported, running } from './support/joint-project.ts'
import { type PageWorld, pageWorld } from './support/page-world.ts'
import { troublesOfHtml } from './support/valid-html.ts'

let world: PageWorld
beforeEach(() => {
  begin()
  world = pageWorld(stack)
})

const lead = (id: Parameters<typeof holderOf>[0]) => holderOf(id, people.amir, 'lead')

/** The report's form as it stands, with some of its fields filled in otherwise. */
const filledIn = async (id: Parameters<typeof holderOf>[0], change: Readonly<Record<string, string>>) => {
  const { text } = await world.get(`/p/${id}/report`, { as: lead(id) })
  const fields = fieldsOf(text).filter(([name]) => !(name in change))
  return [...fields, ...Object.entries(change)] as [string, string][]
}

const first = {
  ...Object.fromEntries(
    ['overall', 'schedule', 'economy', 'scope', 'risk'].map((part) => [`status.${part}.colour`, 'green']),
  ),
  'spent:kr': '610.000',
  'forecast:kr': '2.880.000',
  nextPeriod: 'To plejehjem mere.',
}

describe.each(languages)('given a running project, and a reader of %s', (language) => {
  it('when the lead writes the first report, then the form is valid, and begins with the frame’s end and the period until today', async () => {
    const id = await running()
    stack.moveTo('2027-03-01T09:00:00.000Z')
    const { status, text } = await world.get(`/p/${id}/report`, { as: lead(id), language })
    expect(status).toBe(200)
    expect(await troublesOfHtml(text)).toEqual([])
    expect(text.length).toBeLessThan(60_000)
    expect(Object.fromEntries(fieldsOf(text))).toMatchObject({
      'period.from': '2026-12-10',
      'period.to': '2027-03-01',
      endsOn: '2028-12-31',
    })
  })

  it('when it has reports, then its page draws them, with a table beside each drawing', async () => {
    const id = await reported([aReport(), aReport({ period: { from: '2027-03-02', to: '2027-06-01' } })])
    const { text } = await world.get(`/p/${id}`, { as: lead(id), language })
    expect(await troublesOfHtml(text)).toEqual([])
    expect(text).toContain('class="trin-chart"')
    expect(text).toContain('class="trin-matrix"')
    const one = await world.get(`/p/${id}/reports?n=2`, { as: lead(id), language })
    expect(one.status).toBe(200)
    expect(await troublesOfHtml(one.text)).toEqual([])
  })

  it('when its reports are asked for without saying which, then all of them are there, the newest first; before the first, that there is none', async () => {
    const id = await running()
    const empty = await world.get(`/p/${id}/reports`, { as: lead(id), language })
    expect(empty.status).toBe(200)
    expect(empty.text).toContain({ da: 'Der er ikke sendt nogen', en: 'No progress report' }[language])
    for (const body of [aReport(), aReport({ period: { from: '2027-03-02', to: '2027-06-01' } })])
      await stack.act('POST /api/projects/{id}/reports', { params: { id }, as: lead(id).actor, body })
    const { status, text } = await world.get(`/p/${id}/reports`, { as: lead(id), language })
    expect(status).toBe(200)
    expect([...text.matchAll(/reports\?n=(\d+)"/g)].map(([, number]) => number)).toEqual(['2', '1'])
    expect(await troublesOfHtml(text)).toEqual([])
    expect((await world.get(`/p/${id}/reports?n=7`, { as: lead(id), language })).status).toBe(404)
  })

  it('when it is looked at before it is sent, then the page is valid and nothing has happened', async () => {
    const id = await reported([aReport()])
    const before = await typesOf(id)
    const sent = await filledIn(id, { nextPeriod: 'Mere drift.', _do: 'check' })
    const { status, text } = await world.post(`/p/${id}/report`, sent, { as: lead(id), language })
    expect(status).toBe(200)
    expect(await troublesOfHtml(text)).toEqual([])
    expect(await typesOf(id)).toEqual(before)
  })
})

describe('given a report within its frame', () => {
  it('when it is looked at and sent, then it is kept as it was written, and nothing is opened', async () => {
    const id = await running()
    stack.moveTo('2027-03-01T09:00:00.000Z')
    const sent = await filledIn(id, {
      ...first,
      'milestones:rows[0].title': 'Første plejehjem',
      'milestones:rows[0].plannedOn': '2027-04-01',
      'milestones:rows[0].forecastOn': '2027-05-01',
      'risks:rows[2].text': 'Leverandøren trækker sig.',
      'risks:rows[2].likelihood:int': '2',
      'risks:rows[2].impact:int': '4',
      'risks:rows[2].response': 'Vi taler med en anden.',
      _do: 'check',
    })
    const checked = await world.post(`/p/${id}/report`, sent, { as: lead(id) })
    expect(checked.text).toContain('Forventet forbrug er 320.000 kr. under rammen (10 %).')
    expect(checked.text).toContain('Rapporten fører ikke til en genovervejelse.')
    const { status, headers } = await world.post(`/p/${id}/report`, [...fieldsOf(checked.text), ['_do', 'send']], {
      as: lead(id),
    })
    expect([status, headers.location]).toEqual([303, `/p/${id}?done=report`])
    expect((await stack.eventsOf(id)).findLast(({ type }) => type === 'reported')).toMatchObject({
      number: 1,
      report: {
        spent: { amount: 61_000_000 },
        milestones: [{ title: 'Første plejehjem', forecastOn: '2027-05-01' }],
        risks: [{ text: 'Leverandøren trækker sig.', likelihood: 2, impact: 4 }],
        authoritiesLive: [],
      },
    })
    expect(await typesOf(id)).not.toContain('reconsideration-opened')
  })
})

describe('given a report in which nothing was chosen', () => {
  it('when it is looked at, then each status is named, at its colours', async () => {
    const id = await running()
    stack.moveTo('2027-03-01T09:00:00.000Z')
    const { status, text } = await world.post(`/p/${id}/report`, await filledIn(id, { _do: 'check' }), { as: lead(id) })
    expect(status).toBe(422)
    for (const part of ['overall', 'schedule', 'economy', 'scope', 'risk']) {
      expect(text).toContain(`<a href="#status-${part}-colour">`)
      expect(text).toContain(`id="status-${part}-colour-error"`)
    }
    expect(text).not.toContain('Det meste står her fra sidst.')
    expect(await troublesOfHtml(text)).toEqual([])
  })
})

describe('given a report beyond its frame', () => {
  const beyond = { 'forecast:kr': '3.900.000', endsOn: '2029-05-01', nextPeriod: 'Mere drift.' }

  it('when it is looked at, then it says by how much, and that a reconsideration is opened', async () => {
    const id = await reported([aReport()])
    const { text } = await world.post(`/p/${id}/report`, await filledIn(id, { ...beyond, _do: 'check' }), {
      as: lead(id),
    })
    expect(text).toContain('Forventet forbrug er 700.000 kr. over rammen (21,9 %).')
    expect(text).toContain('Forventet slutdato er 121 dage senere end rammens.')
    expect(text).toContain('Projektet bliver automatisk taget op til genovervejelse.')
    expect(text).toContain('Forventet forbrug er 1.020.000 kr. højere end sidst.')
    expect(await typesOf(id)).not.toContain('reconsideration-opened')
  })

  it('when it is sent, then what was foretold happens', async () => {
    const id = await reported([aReport()])
    const checked = await world.post(`/p/${id}/report`, await filledIn(id, { ...beyond, _do: 'check' }), {
      as: lead(id),
    })
    await world.post(`/p/${id}/report`, [...fieldsOf(checked.text), ['_do', 'send']], { as: lead(id) })
    expect(await typesOf(id)).toContain('reconsideration-opened')
  })

  it('when the lead changes their mind, then the form is there again as it was typed', async () => {
    const id = await reported([aReport()])
    const checked = await world.post(`/p/${id}/report`, await filledIn(id, { ...beyond, _do: 'check' }), {
      as: lead(id),
    })
    const { text } = await world.post(`/p/${id}/report`, [...fieldsOf(checked.text), ['_do', 'edit']], { as: lead(id) })
    expect(Object.fromEntries(fieldsOf(text))).toMatchObject(beyond)
  })
})

describe('given a report that is not right yet', () => {
  it('when a colour lacks its reason, then the error links to the field', async () => {
    const id = await reported([aReport()])
    const sent = await filledIn(id, { 'status.economy.colour': 'red', nextPeriod: 'Mere.', _do: 'check' })
    const { status, text } = await world.post(`/p/${id}/report`, sent, { as: lead(id) })
    expect(status).toBe(422)
    expect(text).toContain('<a href="#status-economy-reason">')
    expect(await troublesOfHtml(text)).toEqual([])
  })

  it.each(languages)(
    'when several colours lack theirs, then all of them are told at once, each by its name, in %s',
    async (language) => {
      const id = await reported([aReport()])
      const colours = { 'status.overall.colour': 'yellow', 'status.economy.colour': 'red', 'status.risk.colour': 'red' }
      const sent = await filledIn(id, {
        ...colours,
        'status.risk.reason': 'En leverandør.',
        nextPeriod: 'Mere.',
        _do: 'check',
      })
      const { status, text } = await world.post(`/p/${id}/report`, sent, { as: lead(id), language })
      expect(status).toBe(422)
      const summary = text.slice(text.indexOf('id="error-summary"'), text.indexOf('id="status-overall-colour"'))
      const [overall, economy] = { da: ['Samlet status', 'Økonomi'], en: ['Overall status', 'Economy'] }[language]
      expect(summary).toContain(`<a href="#status-overall-reason">${overall}`)
      expect(summary).toContain(`<a href="#status-economy-reason">${economy}`)
      expect(summary).not.toContain('#status-risk-reason')
      for (const part of ['overall', 'economy']) expect(text).toContain(`id="status-${part}-reason-error"`)
      expect(await troublesOfHtml(text)).toEqual([])
    },
  )

  it.each(languages)(
    'when it lacks fields and reasons, then all of them are told at once, looked at or sent, in %s',
    async (language) => {
      const id = await reported([aReport()])
      for (const wish of ['check', 'send']) {
        const sent = await filledIn(id, {
          'status.overall.colour': 'yellow',
          'status.economy.colour': 'red',
          'status.risk.colour': 'red',
          'status.risk.reason': 'En leverandør.',
          'spent:kr': '',
          _do: wish,
        })
        const { status, text } = await world.post(`/p/${id}/report`, sent, { as: lead(id), language })
        expect(status).toBe(422)
        const summary = text.slice(text.indexOf('id="error-summary"'), text.indexOf('id="status-overall-colour"'))
        const lacking = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name)
        expect(lacking).toEqual(['status-overall-reason', 'status-economy-reason', 'spent', 'nextPeriod'])
        for (const name of lacking) expect(text).toContain(`id="${name}-error"`)
        expect(await troublesOfHtml(text)).toEqual([])
      }
    },
  )

  it('when an amount cannot be read, then it says how amounts are written', async () => {
    const id = await reported([aReport()])
    const sent = await filledIn(id, { 'spent:kr': 'cirka en million', nextPeriod: 'Mere.', _do: 'check' })
    const { status, text } = await world.post(`/p/${id}/report`, sent, { as: lead(id) })
    expect(status).toBe(422)
    expect(text).toContain('Skriv et beløb i kroner, fx 1.250.000.')
    expect(text).toContain('value="cirka en million"')
  })

  it('when more rows are wanted, then they are there, and what was typed still is', async () => {
    const id = await reported([aReport()])
    const sent = await filledIn(id, { nextPeriod: 'Mere.', 'milestones:rows[3].title': 'Anden milepæl', _do: 'rows' })
    const { text } = await world.post(`/p/${id}/report`, sent, { as: lead(id) })
    expect(text).toContain('value="Anden milepæl"')
    expect(text).toContain('name="milestones:rows[4].title"')
  })
})

describe('given a report that was sent back', () => {
  it('when the lead corrects it, then the form has it as it was, with why, and it keeps its number', async () => {
    const id = await running()
    stack.moveTo('2027-03-08T09:00:00.000Z')
    await stack.act('POST /api/projects/{id}/reports', { params: { id }, as: lead(id).actor, body: aReport() })
    await stack.act('POST /api/projects/{id}/reports/{n}/review', {
      params: { id, n: '1' },
      as: secretariat(),
      body: { outcome: 'return', text: 'Hvad er der brugt til licenser?' },
    })
    const { text } = await world.get(`/p/${id}/report`, { as: lead(id) })
    expect(text).toContain('Hvad er der brugt til licenser?')
    expect(Object.fromEntries(fieldsOf(text))).toMatchObject({
      nextPeriod: aReport().nextPeriod,
      'spent:kr': '610.000',
    })
    const checked = await world.post(`/p/${id}/report`, await filledIn(id, { 'spent:kr': '640.000', _do: 'check' }), {
      as: lead(id),
    })
    expect(checked.text).toContain('Den erstatter fremdriftsrapport 1, som blev sendt tilbage.')
    await world.post(`/p/${id}/report`, [...fieldsOf(checked.text), ['_do', 'send']], { as: lead(id) })
    expect((await stack.eventsOf(id)).at(-1)).toMatchObject({ type: 'reported', number: 1, correction: true })
  })
})

describe('given two reports', () => {
  it('when they are compared, then each change is told once, in order', () => {
    const before = aReport()
    const [milestone] = before.milestones
    const [risk] = before.risks
    if (milestone === undefined || risk === undefined) throw new Error('the material lacks a milestone or a risk')
    const { doneOn: _, ...open } = milestone
    const changes = reportChanges(
      { ...before, milestones: [open] },
      {
        ...before,
        status: { ...before.status, economy: { colour: 'red', reason: 'Dyrere end ventet.' } },
        spent: { amount: before.spent.amount + 100, currency: 'DKK' },
        milestones: [
          { ...open, forecastOn: '2027-03-11' },
          { ...milestone, title: 'Andet plejehjem' },
        ],
        risks: [{ ...risk, impact: 5 }],
        authoritiesLive: ['Havneby Kommune'],
      },
    )
    expect(changes).toEqual([
      { what: 'colour', part: 'economy', from: 'green', to: 'red' },
      { what: 'spent', by: 100 },
      { what: 'milestone', title: milestone.title, how: 'moved', by: 10 },
      { what: 'milestone', title: 'Andet plejehjem', how: 'added' },
      { what: 'risk', text: risk.text, how: 'up' },
      { what: 'live', authority: 'Havneby Kommune' },
    ])
  })

  it('when nothing differs, then there is nothing to tell', () => {
    expect(reportChanges(aReport(), aReport())).toEqual([])
  })
})
