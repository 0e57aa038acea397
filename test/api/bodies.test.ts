import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import {
  board,
  people,
  sensorBaseline,
  sensorLayer,
  sensorLayerAnswers,
  wasteCalendar,
  wasteReport,
} from '../../infra/local/demo/material.ts'
import { bodies } from '../../shared/api/bodies.ts'
import { classificationActs } from '../../shared/api/classification.ts'
import { valuesOfForm } from '../../shared/api/form-values.ts'
import { progressActs } from '../../shared/api/progress.ts'
import type { Given, Read } from '../../shared/api/project-act.ts'
import { routes } from '../../shared/api/routes.ts'
import { stewardshipActs } from '../../shared/api/stewardship.ts'
import { readSubmission } from '../../shared/api/submission.ts'
import { formFields } from '../../shared/http/form-fields.ts'

const parsing =
  (sent: unknown): Read =>
  (schema) =>
    z.parse(schema, sent)
const given: Given = { person: ({ email }) => `con_${email}`, contact: (email) => `con_${email}`, number: 2 }
const project = 'prj_01JABCDEFGHJKMNPQRSTVWXYZ0'

describe('what crosses the edge', () => {
  test('every route that writes has a schema, and each can be described', () => {
    const writing = routes.filter(({ method }) => method === 'POST')
    expect(Object.keys(bodies).sort()).toEqual(writing.map(({ method, path }) => `${method} ${path}`).sort())
    for (const body of Object.values(bodies)) expect(z.toJSONSchema(body, { io: 'input' })).toBeTypeOf('object')
  })

  test('an address of source code keeps nothing that stands around it or is hidden in it', () => {
    const revise = (repository: string) =>
      z.safeParse(bodies['POST /api/projects/{id}/revisions'], { concept: { repository } })
    for (const address of ['https://git.example/a', 'HTTP://git.example', 'https://git.example/ø ']) {
      expect(revise(address)).toMatchObject({ success: true, data: { concept: { repository: address.trim() } } })
    }
    for (const around of ['https://git.example/a\u0000', '\u0001https://git.example', 'https://git.example/\u202egnp'])
      expect(revise(around).success).toBe(false)
  })

  test('no body takes a field it does not know, but a form system may send more', () => {
    for (const [route, body] of Object.entries(bodies)) {
      const { error } = z.safeParse(body, { surely: 'unknown' })
      if (route === 'POST /api/intake/os2forms') expect(error).toBeUndefined()
      else expect(JSON.stringify(error?.issues), route).toContain('surely')
    }
  })

  test.each([
    ['POST /api/projects/{id}/classification', { level: 2, reason: 'Tre kommuner deltager.' }],
    [
      'POST /api/projects/{id}/return',
      { reasons: [{ code: 'other', text: 'Uklart' }], comeBackWith: 'Et regnestykke' },
    ],
    ['POST /api/projects/{id}/assessment', { evaluations: { R1: { colour: 'green' } } }],
    ['POST /api/projects/{id}/merge', { into: project, reason: 'Samme idé' }],
    ['POST /api/projects/{id}/lead', { lead: people.amir }],
    ['POST /api/projects/{id}/start', { baseline: sensorBaseline('2027-12-31'), lead: people.jonas }],
    [
      'POST /api/meetings',
      { meetsAt: '2027-03-01T10:00:00+01:00', members: board, budget: { amount: 1, currency: 'DKK' } },
    ],
    ['POST /api/meetings/{id}/votes', { project, choice: 'abstain', member: { email: people.poul.email } }],
    ['POST /api/meetings/{id}/proxies', { proxy: 'con_abc' }],
    [
      'POST /api/meetings/{id}/decisions',
      {
        project,
        outcome: 'approve',
        reason: 'På plads',
        criteria: ['R3'],
        baseline: sensorBaseline('2027-12-31'),
        conditions: [{ text: 'Aftaler', owner: people.amir, dueOn: '2027-01-31' }],
      },
    ],
    [
      'POST /api/projects/{id}/reports',
      wasteReport({ from: '2027-01-01', to: '2027-06-30', endsOn: '2027-12-31', spent: 1, forecast: 2 }),
    ],
    ['POST /api/projects/{id}/go-lives', { authority: 'Fjordby Kommune', on: '2027-01-01', note: 'Pilot' }],
    ['POST /api/projects/{id}/graduation', {}],
    [
      'POST /api/projects/{id}/graduation/check',
      { confirmed: [{ item: 'documentation', evidence: 'https://docs.os2.example' }] },
    ],
    ['POST /api/projects/{id}/coordination-group', { members: [people.anja], chair: people.anja.email }],
    [
      'POST /api/projects/{id}/changes/{n}/assessment',
      { text: 'To dage', cost: { amount: 4_000_000, currency: 'DKK' } },
    ],
    ['POST /api/projects/{id}/changes/{n}/decision', { outcome: 'beyond-frame', reason: 'Kræver midler' }],
    ['POST /api/projects/{id}/sla', { targets: { availability: 9_950, resolution: 480 } }],
    ['POST /api/projects/{id}/sla', { targets: {} }],
    [
      'POST /api/projects/{id}/sla/results',
      { period: { from: '2027-01-01', to: '2027-01-31' }, results: { availability: 10_000 } },
    ],
    ['POST /api/projects/{id}/evaluations', { evaluations: {}, level: 'sandbox', reason: 'Ny', publish: true }],
    ['POST /api/projects/{id}/level-disputes', { wanted: 3, reason: 'Fem kommuner' }],
    ['POST /api/meetings/{id}/votes', { project, choice: 'uphold' }],
    ['POST /api/meetings/{id}/decisions', { project, outcome: 'amend', reason: 'Ja', criteria: ['G6'] }],
  ] as const)('%s takes what people send', (route, sent) => {
    expect(z.safeParse(bodies[route], sent).error).toBeUndefined()
  })

  test.each([
    [
      'a float for øre',
      'POST /api/projects/{id}/start',
      { baseline: { budget: { amount: 0.5, currency: 'DKK' }, endsOn: '2027-01-01', scope: 'x' } },
    ],
    [
      'a negative amount',
      'POST /api/projects/{id}/start',
      { baseline: { budget: { amount: -1, currency: 'DKK' }, endsOn: '2027-01-01', scope: 'x' } },
    ],
    [
      'more than a safe integer',
      'POST /api/projects/{id}/start',
      { baseline: { budget: { amount: 2 ** 53, currency: 'DKK' }, endsOn: '2027-01-01', scope: 'x' } },
    ],
    [
      'euros',
      'POST /api/projects/{id}/start',
      { baseline: { budget: { amount: 1, currency: 'EUR' }, endsOn: '2027-01-01', scope: 'x' } },
    ],
    ['a day that is not', 'POST /api/projects/{id}/pause', { reason: 'x', lookAgainOn: '2027-02-29' }],
    ['level 4', 'POST /api/projects/{id}/classification', { level: 4 }],
    ['a level as text', 'POST /api/projects/{id}/classification', { level: '1' }],
    ['a criterion that is not', 'POST /api/projects/{id}/comments', { text: 'x', criterion: 'F8' }],
    ['a text of blanks', 'POST /api/projects/{id}/comments', { text: ' \n ' }],
    ['a control character', 'POST /api/projects/{id}/comments', { text: 'a\u0000b' }],
    ['a letter lost in another charset', 'POST /api/projects/{id}/comments', { text: 'bl\ufffdb\ufffdr' }],
    ['a name that turns what follows', 'POST /api/projects/{id}/lead', { lead: { name: 'A\u202eB', email: 'a@b.dk' } }],
    ['half a character', 'POST /api/projects/{id}/comments', { text: 'a\ud800b' }],
    ['a name of two lines', 'POST /api/projects/{id}/lead', { lead: { name: 'A\r\nBcc: x', email: 'a@b.dk' } }],
    ['no mail address', 'POST /api/projects/{id}/lead', { lead: { name: 'A', email: 'a@b' } }],
    [
      'an item of the checklist that the project itself shows',
      'POST /api/projects/{id}/graduation',
      {
        confirmed: [{ item: 'licence', evidence: 'MPL-2.0' }],
      },
    ],
    ['more than all the time', 'POST /api/projects/{id}/sla', { targets: { availability: 10_001 } }],
    ['a part of a minute', 'POST /api/projects/{id}/sla', { targets: { response: 0.5 } }],
    ['a level that nobody assesses', 'POST /api/projects/{id}/level-disputes', { wanted: 0, reason: 'x' }],
    [
      'an evaluation that does not say whether it is published',
      'POST /api/projects/{id}/evaluations',
      { evaluations: {} },
    ],
    ['a group of nobody', 'POST /api/projects/{id}/coordination-group', { members: [], chair: people.anja.email }],
    ['no reasons', 'POST /api/projects/{id}/return', { reasons: [], comeBackWith: 'x' }],
    ['an id that is none', 'POST /api/projects/{id}/merge', { into: 'prj_1', reason: 'x' }],
    ['an id with more behind it', 'POST /api/projects/{id}/merge', { into: `${project}X`, reason: 'x' }],
    ['a moment without its offset', 'POST /api/meetings', { meetsAt: '2027-03-01T10:00:00', members: board }],
  ] as const)('%s is refused', (_, route, sent) => {
    expect(z.safeParse(bodies[route], sent).success).toBe(false)
  })

  test('a blank around a text is taken away', () => {
    const act = classificationActs['POST /api/projects/{id}/comments']
    expect(act.command(parsing({ text: '  Husk F2 \n' }), given)).toEqual({ type: 'comment', text: 'Husk F2' })
  })
})

describe('commands', () => {
  test('people become contacts', () => {
    const lead = progressActs['POST /api/projects/{id}/start'].command(parsing({ lead: people.jonas }), given)
    expect(lead).toEqual({ type: 'start', lead: `con_${people.jonas.email}` })
    const group = progressActs['POST /api/projects/{id}/steering-group']
    expect(group.command(parsing({ members: [people.amir] }), given)).toEqual({
      type: 'name-steering-group',
      members: [`con_${people.amir.email}`],
    })
  })
  test('the chair of a coordination group is named by address', () => {
    const group = stewardshipActs['POST /api/projects/{id}/coordination-group']
    const sent = { members: [people.amir, people.anja], chair: people.anja.email }
    expect(group.command(parsing(sent), given)).toEqual({
      type: 'name-coordination-group',
      members: [`con_${people.amir.email}`, `con_${people.anja.email}`],
      chair: `con_${people.anja.email}`,
    })
  })
  test('the number in the path is the report, the condition or the change', () => {
    const review = progressActs['POST /api/projects/{id}/reports/{n}/review']
    expect(review.command(parsing({ outcome: 'accept' }), given)).toEqual({
      type: 'review-report',
      number: 2,
      outcome: 'accept',
    })
    const waiver = progressActs['POST /api/projects/{id}/conditions/{n}/waiver']
    expect(waiver.command(parsing({ reason: 'Løst' }), given)).toMatchObject({ condition: 2 })
    const done = stewardshipActs['POST /api/projects/{id}/changes/{n}/completion']
    expect(done.command(parsing({}), given)).toEqual({ type: 'finish-change', change: 2 })
  })
  test('a revision leaves what is not sent as it was', () => {
    const act = classificationActs['POST /api/projects/{id}/revisions']
    expect(act.command(parsing({ concept: { title: 'Nyt' } }), given)).toEqual({
      type: 'revise',
      concept: { title: 'Nyt' },
    })
  })
  test('a revision takes back what may be left out, and nothing else', () => {
    const act = classificationActs['POST /api/projects/{id}/revisions']
    const sent = { concept: { licence: null, jointCost: null }, answers: { R1: null } }
    expect(act.command(parsing(sent), given)).toEqual({ type: 'revise', ...sent })
    for (const field of ['title', 'purpose', 'authority', 'otherAuthorities', 'backedByManagement', 'businessCritical'])
      expect(z.safeParse(bodies['POST /api/projects/{id}/revisions'], { concept: { [field]: null } }).success).toBe(
        false,
      )
  })
})

describe('a submission', () => {
  const contact = people.helle
  const expected = { kind: 'new', concept: sensorLayer, answers: sensorLayerAnswers, contact, consentToPublish: true }

  test('given nested or flat, it is the same', () => {
    const { concept, ...rest } = expected
    expect(readSubmission(expected, parsing(expected))).toEqual(expected)
    const flat = { ...rest, ...concept }
    expect(readSubmission(flat, parsing(flat))).toEqual(expected)
  })

  test('given as little as there can be, the rest has its defaults', () => {
    const { title, purpose, authority } = wasteCalendar
    const sent = { title, purpose, authority, contact: { name: 'M', email: 'm@a.dk' } }
    expect(readSubmission(sent, parsing(sent))).toEqual({
      kind: 'new',
      contact: sent.contact,
      answers: {},
      consentToPublish: false,
      concept: { title, purpose, authority, otherAuthorities: [], backedByManagement: false, businessCritical: 'no' },
    })
  })

  test('given as a plain form, with dots or brackets, it is the same', () => {
    const fields = new URLSearchParams()
    const { title, purpose, background, value, theme, authority, licence, procurement, otherAuthorities } = sensorLayer
    const texts = { title, purpose, background, value, theme, authority, licence, procurement }
    for (const [name, text] of Object.entries(texts)) fields.append(name, text ?? '')
    for (const other of otherAuthorities) fields.append('otherAuthorities[]', other)
    fields.append('potentialAuthorities', '40')
    fields.append('backedByManagement', 'on')
    fields.append('businessCritical', 'own')
    fields.append('jointCostKroner', '3.200.000')
    fields.append('consentToPublish', 'ja')
    fields.append('repository', '')
    for (const [name, text] of Object.entries(contact)) fields.append(`contact.${name}`, text)
    for (const [id, answer] of Object.entries(sensorLayerAnswers)) {
      fields.append(`answers[${id}][answer]`, answer.answer)
      if (answer.text !== undefined) fields.append(`answers.${id}.text`, answer.text)
    }
    const sent = valuesOfForm(formFields(fields.toString()))
    expect(readSubmission(sent, parsing(sent))).toEqual(expected)
  })

  test.each([
    ['1.250.000', 125_000_000],
    ['1250000', 125_000_000],
    ['1250000,5', 125_000_050],
    ['12,05 kr.', 1_205],
    ['0', 0],
    ['1,250,000', 125_000_000],
    ['1,250,000.50', 125_000_050],
    ['DKK 1250000', 125_000_000],
    ['999.50', 99_950],
  ])('kroner %s are %i øre', (kroner, amount) => {
    expect(valuesOfForm({ jointCostKroner: kroner })).toEqual({ jointCost: { amount, currency: 'DKK' } })
  })
  test.each([['1,25,000'], ['-5'], ['1.2'], ['1.25.000'], ['mange']])(
    'kroner %s are no amount, and refused where they were sent',
    (kroner) => {
      expect(valuesOfForm({ jointCostKroner: kroner })).toEqual({ jointCost: kroner })
    },
  )
  test('given odd names and values in a form, they stay what they were', () => {
    expect(valuesOfForm({ constructor: 'x', potentialAuthorities: 'many', backedByManagement: 'maybe' })).toEqual({
      constructor: 'x',
      potentialAuthorities: 'many',
      backedByManagement: 'maybe',
    })
    expect(valuesOfForm('text')).toBe('text')
  })
})
