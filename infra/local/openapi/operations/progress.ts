import { people, sensorReport, wasteBaseline } from '../../demo/material.ts'
import { namingCommand, type OperationsOf, projectCommand } from '../operation.ts'

/** People, start, reports, conditions and reconsiderations of a project. */
export const progress: OperationsOf<'progress'> = {
  'POST /api/projects/{id}/lead': namingCommand({
    id: 'appointLead',
    tag: 'Progress',
    summary: 'Appoint the project lead',
    sends: { lead: people.jonas },
  }),
  'POST /api/projects/{id}/proposer': namingCommand({
    id: 'transferProposer',
    tag: 'Progress',
    summary: 'Hand the part of the proposer on',
    sends: { proposer: people.amir },
  }),
  'POST /api/projects/{id}/steering-group': namingCommand({
    id: 'nameSteeringGroup',
    tag: 'Progress',
    summary: 'Name the steering group',
    sends: { members: [people.helle, people.kirsten] },
  }),
  'POST /api/projects/{id}/participants': projectCommand({
    id: 'joinAuthority',
    tag: 'Progress',
    summary: 'An authority joins, with what it pledges',
    sends: { authority: 'Engby Kommune', pledge: { hours: 120 } },
  }),
  'POST /api/projects/{id}/participants/departure': projectCommand({
    id: 'leaveAuthority',
    tag: 'Progress',
    summary: 'An authority leaves',
    sends: { authority: 'Engby Kommune', reason: 'Anden prioritering.' },
  }),
  'POST /api/projects/{id}/start': namingCommand({
    id: 'start',
    tag: 'Progress',
    summary: 'Start a project',
    description:
      'Level 1: the secretariat sets the frame (`baseline`). Level 2 and 3: the lead, in the frame the board approved.',
    sends: { baseline: wasteBaseline('2027-12-31'), lead: people.jonas },
  }),
  'POST /api/projects/{id}/reports': projectCommand({
    id: 'report',
    tag: 'Progress',
    summary: 'Report on one period',
    sends: sensorReport({
      from: '2027-02-01',
      to: '2027-04-30',
      endsOn: '2028-12-31',
      spent: 60_000_000,
      forecast: 318_000_000,
    }),
  }),
  'POST /api/projects/{id}/reports/{n}/review': projectCommand({
    id: 'reviewReport',
    tag: 'Progress',
    summary: 'Accept a report, or send it back',
    sends: { outcome: 'return', text: 'Hvad er brugt på drift?' },
  }),
  'POST /api/projects/{id}/reconsideration': projectCommand({
    id: 'openReconsideration',
    tag: 'Progress',
    summary: 'Ask the board (level 1: the secretariat) to take a project up again',
    sends: { text: 'Leverandøren er gået konkurs.' },
  }),
  'POST /api/projects/{id}/conditions/{n}/fulfilment': projectCommand({
    id: 'fulfilCondition',
    tag: 'Progress',
    summary: 'Show that a condition of the approval is met',
    sends: { evidence: 'Aftalen ligger i sagen.' },
  }),
  'POST /api/projects/{id}/conditions/{n}/waiver': projectCommand({
    id: 'waiveCondition',
    tag: 'Progress',
    summary: 'Waive a condition of the approval',
    sends: { reason: 'Loven er ændret.' },
  }),
  'POST /api/projects/{id}/go-lives': projectCommand({
    id: 'goLive',
    tag: 'Progress',
    summary: 'The result is live in an authority',
    description:
      'One registration for each authority; from the second on, the secretariat looks whether it is a product.',
    sends: { authority: 'Fjordby Kommune', on: '2026-10-01', note: 'Seks plejehjem.' },
  }),
  'POST /api/projects/{id}/graduation': projectCommand({
    id: 'graduate',
    tag: 'Progress',
    summary: 'The project becomes a product',
    description:
      'Refused (409) with what is missing of the onboarding checklist. What was confirmed before need not be sent again.',
    sends: {
      confirmed: [
        { item: 'governance-and-financing', evidence: 'Aftale om drift og finansiering ligger i sagen.' },
        { item: 'documentation', evidence: 'https://docs.os2.example/sensorlag' },
        { item: 'agreements-and-tools', evidence: 'Databehandleraftaler ligger i sagen.' },
      ],
    },
  }),
  'POST /api/projects/{id}/graduation/check': projectCommand({
    id: 'checkGraduation',
    tag: 'Progress',
    summary: 'Go through the onboarding checklist',
    description: 'Complete, the project becomes a product; else what is confirmed is kept, and it is looked at again.',
    sends: {
      confirmed: [{ item: 'documentation', evidence: 'https://docs.os2.example/sensorlag' }],
      note: 'Driftsaftalen mangler.',
    },
  }),
  'POST /api/projects/{id}/completion': projectCommand({
    id: 'complete',
    tag: 'Progress',
    summary: 'Done, but of use to one authority only: it ends well, and is no product',
    sends: { note: 'I drift i Fjordby.' },
  }),
}
