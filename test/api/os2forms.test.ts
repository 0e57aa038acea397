import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { os2formsBody, submissionOfOs2forms } from '../../shared/api/os2forms.ts'
import { readSubmission } from '../../shared/api/submission.ts'
import { formFields } from '../../shared/http/form-fields.ts'

/** What a Webform adds to the elements of the form. */
const drupal = {
  serial: '12',
  sid: '4711',
  uuid: '6f1c2a9e-2f0b-4c1e-9d2a-8b7f6a5e4d3c',
  uri: '/da/form/projektide',
  created: '1790000000',
  completed: '1790000300',
  changed: '1790000300',
  in_draft: '0',
  current_page: '',
  remote_addr: '192.0.2.7',
  uid: '0',
  langcode: 'da',
  webform_id: 'projektide',
  entity_type: 'node',
  entity_id: '7',
  token: 'abc',
}
const elements = {
  titel: 'Fælles lag for sensordata',
  formaal: 'Plejehjem skal se alarmer ét sted.',
  kommune: 'Fjordby Kommune',
  andre_kommuner: 'Havneby Kommune\nÅby Kommune',
  antal_mulige_myndigheder: '40',
  ledelsesopbakning: '1',
  forretningskritisk: 'Egen',
  samlet_oekonomi: '3.200.000',
  slags: 'Nyt',
  fagomraade: 'Health_and_care',
  samtykke: 'Ja',
  navn: 'Helle Østergaard',
  email: 'helle@fjordby.example',
  sprog: 'da',
  kriterie_r1: 'Ja',
  kriterie_f4: 'Planlagt',
  kriterie_f4_tekst: 'Før pilot.',
  noget_helt_andet: 'x',
}
const expected = {
  kind: 'new',
  consentToPublish: true,
  contact: { name: 'Helle Østergaard', email: 'helle@fjordby.example', language: 'da' },
  answers: { R1: { answer: 'yes' }, F4: { answer: 'planned', text: 'Før pilot.' } },
  concept: {
    title: 'Fælles lag for sensordata',
    purpose: 'Plejehjem skal se alarmer ét sted.',
    theme: 'health-and-care',
    authority: 'Fjordby Kommune',
    otherAuthorities: ['Havneby Kommune', 'Åby Kommune'],
    potentialAuthorities: 40,
    backedByManagement: true,
    businessCritical: 'own',
    jointCost: { amount: 320_000_000, currency: 'DKK' },
  },
}
const read = (sent: unknown) => {
  const submission = submissionOfOs2forms(z.parse(os2formsBody, sent))
  return readSubmission(submission, (schema) => z.parse(schema, submission))
}

describe('a remote post of OS2forms', () => {
  test('given as JSON, flat or under data, it is a submission; what Drupal adds is not looked at', () => {
    expect(read({ ...drupal, ...elements })).toEqual(expected)
    expect(read({ ...drupal, data: elements })).toEqual(expected)
  })
  test('given urlencoded, it is the same', () => {
    const text = new URLSearchParams({ ...drupal, ...elements }).toString()
    expect(read(formFields(text))).toEqual(expected)
    const lists = `${text.replace(/andre_kommuner=[^&]*&/, '')}&andre_kommuner%5B0%5D=Havneby+Kommune&andre_kommuner%5B1%5D=%C3%85by+Kommune`
    expect(read(formFields(lists))).toEqual(expected)
  })
  test('given an element that is missing or odd, the field it becomes is named', () => {
    const { titel: _, ...rest } = elements
    const submission = submissionOfOs2forms({ ...rest, email: 'nobody', slags: 'constructor' })
    const parsed = z.safeParse(z.looseObject({}), submission)
    expect(parsed.success).toBe(true)
    expect(() => read({ ...rest, email: 'nobody', slags: 'constructor' })).toThrow(/title|email|kind/)
  })
})
