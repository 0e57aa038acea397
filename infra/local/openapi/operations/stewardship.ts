import { people } from '../../demo/material.ts'
import { namingCommand, type OperationsOf, projectCommand } from '../operation.ts'

/** Products: their coordination group, changes, SLA, adaptations, evaluations, and their end. */
export const stewardship: OperationsOf<'stewardship'> = {
  'POST /api/projects/{id}/coordination-group': namingCommand({
    id: 'nameCoordinationGroup',
    tag: 'Stewardship',
    summary: 'Name those who follow the product',
    description: '`chair` is the mail address of one of the members.',
    sends: { members: [people.anja, people.karsten], chair: people.anja.email },
  }),
  'POST /api/projects/{id}/changes': projectCommand({
    id: 'requestChange',
    tag: 'Stewardship',
    summary: 'Ask for a change of a product',
    description: '`number` in the answer is the number of the request.',
    sends: { title: 'Alarmer på dansk', text: 'Leverandørens tekster er på engelsk.' },
  }),
  'POST /api/projects/{id}/changes/{n}/assessment': projectCommand({
    id: 'assessChange',
    tag: 'Stewardship',
    summary: 'Say what a requested change means, and costs',
    sends: { text: 'To dages arbejde, ingen afhængigheder.', cost: { amount: 4_000_000, currency: 'DKK' } },
  }),
  'POST /api/projects/{id}/changes/{n}/decision': projectCommand({
    id: 'decideChange',
    tag: 'Stewardship',
    summary: 'Accept or reject a change, or find it beyond the frame',
    description:
      'The coordination group answers. What it finds beyond the frame goes to the steering group (without one, to the secretariat), which accepts or rejects.',
    sends: { outcome: 'beyond-frame', reason: 'Kræver ny finansiering.' },
  }),
  'POST /api/projects/{id}/changes/{n}/completion': projectCommand({
    id: 'finishChange',
    tag: 'Stewardship',
    summary: 'An accepted change is done',
    sends: { note: 'Udgivet i version 1.4.' },
  }),
  'POST /api/projects/{id}/sla': projectCommand({
    id: 'setSla',
    tag: 'Stewardship',
    summary: 'Set the targets of the service level agreement',
    description:
      'Availability in basis points (9950 is 99.5 %), times in whole minutes. From then on a result is due for each period; no target at all ends it.',
    sends: { targets: { availability: 9_950, response: 60, resolution: 480 } },
  }),
  'POST /api/projects/{id}/sla/results': projectCommand({
    id: 'recordSlaResult',
    tag: 'Stewardship',
    summary: 'Tell what a period came to',
    description: 'A result for each target. Targets that it misses are breaches.',
    sends: {
      period: { from: '2027-01-01', to: '2027-01-31' },
      results: { availability: 9_912, response: 45, resolution: 300 },
      note: 'Nedbrud hos driftsleverandøren den 14. januar.',
    },
  }),
  'POST /api/projects/{id}/adaptations': projectCommand({
    id: 'recordAdaptation',
    tag: 'Stewardship',
    summary: 'Record an adaptation of the architecture',
    description: 'What, why, and the criterion it serves: F18 where it is not said.',
    sends: {
      title: 'Ny beskedmodel',
      text: 'Målinger beskrives efter SAREF 4.',
      reason: 'Referencearkitekturen er ændret.',
    },
  }),
  'POST /api/projects/{id}/self-evaluations': projectCommand({
    id: 'selfEvaluate',
    tag: 'Evaluation',
    summary: 'Answer the 43 criteria',
    description:
      'By the steering group; without one the lead, of a product the coordination group. What is not answered stays as it was; a no, a plan or an irrelevance is explained.',
    sends: {
      answers: { R1: { answer: 'yes' }, F18: { answer: 'planned', text: 'Beskrives i næste version.' } },
    },
  }),
  'POST /api/projects/{id}/evaluations': projectCommand({
    id: 'evaluate',
    tag: 'Evaluation',
    summary: 'Evaluate the 43 criteria, and fix the assessed level',
    description:
      'What is not evaluated anew stays as it was. The level is the one that the colours show; another needs a reason.',
    sends: {
      evaluations: { R1: { colour: 'green' }, F18: { colour: 'yellow', text: 'Ikke beskrevet endnu.' } },
      level: 1,
      reason: 'Foreningen afventer beskrivelsen.',
      publish: true,
    },
  }),
  'POST /api/projects/{id}/level-disputes': projectCommand({
    id: 'disputeLevel',
    tag: 'Evaluation',
    summary: 'Bring the assessed level before the board',
    description: 'Once for each evaluation. The board upholds the level, or amends it to the one that is wanted.',
    sends: { wanted: 2, reason: 'Styregruppen er nedsat, og fem kommuner deltager.' },
  }),
  'POST /api/projects/{id}/retirement': projectCommand({
    id: 'retire',
    tag: 'Stewardship',
    summary: 'The product ends',
    sends: { reason: 'Afløst af et fællesoffentligt lag.' },
  }),
}
