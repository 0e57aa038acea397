import { exampleIds } from '../example-ids.ts'
import { type OperationsOf, projectCommand } from '../operation.ts'

/** The secretariat's desk, and the dialogue about a concept. */
export const classification: OperationsOf<'classification'> = {
  'POST /api/projects/{id}/classification': projectCommand({
    id: 'placeInLevel',
    tag: 'Secretariat',
    summary: 'Place a project in level 1, 2 or 3, or change its level',
    description: 'A level other than the proposed one, or another than before, needs a reason.',
    sends: { level: 2, reason: 'Tre kommuner vil have den, og ledelsen bakker op.' },
  }),
  'POST /api/projects/{id}/return': projectCommand({
    id: 'returnToProposer',
    tag: 'Secretariat',
    summary: 'Return an idea to its proposer, with coded reasons',
    sends: {
      reasons: [{ code: 'architecture', text: 'Hvilke data bygger I på?' }],
      comeBackWith: 'Et afsnit om data og arkitektur.',
    },
  }),
  'POST /api/projects/{id}/assessment': projectCommand({
    id: 'assess',
    tag: 'Secretariat',
    summary: 'Give criteria their colours',
    sends: { evaluations: { R1: { colour: 'green' }, F18: { colour: 'yellow', text: 'Mangler en tegning.' } } },
  }),
  'POST /api/projects/{id}/ready': projectCommand({
    id: 'markReady',
    tag: 'Secretariat',
    summary: 'Mark a concept ready for decision',
    sends: { note: 'Vi anbefaler bestyrelsen at godkende.' },
  }),
  'POST /api/projects/{id}/merge': projectCommand({
    id: 'merge',
    tag: 'Secretariat',
    summary: 'Join an idea to the project that is the same',
    sends: { into: exampleIds.another, reason: 'Samme idé.' },
  }),
  'POST /api/projects/{id}/frame-withholding': projectCommand({
    id: 'withholdFrame',
    tag: 'Secretariat',
    summary: 'Keep the frame from the public until a day, such as a tender’s',
    description:
      'Also before there is a frame, so that not a moment shows it. `null` lets it be read before its day; it cannot be unread.',
    sends: { until: '2027-06-01' },
  }),
  'POST /api/projects/{id}/pause': projectCommand({
    id: 'pause',
    tag: 'Secretariat',
    summary: 'Let all clocks of a project stand still, until a day to look again',
    sends: { reason: 'Udbuddet afventer en klagesag.', lookAgainOn: '2027-06-01' },
  }),
  'POST /api/projects/{id}/resumption': projectCommand({
    id: 'resume',
    tag: 'Secretariat',
    summary: 'Let the clocks of a paused project go on',
    sends: {},
  }),
  'POST /api/projects/{id}/reopening': projectCommand({
    id: 'reopen',
    tag: 'Secretariat',
    summary: 'Open a closed project again',
    sends: { reason: 'Ny finansiering.' },
  }),
  'POST /api/projects/{id}/comments': projectCommand({
    id: 'comment',
    tag: 'Dialogue',
    summary: 'Comment on a project, or on one criterion of it',
    sends: { text: 'Hvem ejer data?', criterion: 'F18' },
  }),
  'POST /api/projects/{id}/revisions': projectCommand({
    id: 'revise',
    tag: 'Dialogue',
    summary: 'Change the text of a concept',
    description: 'Only what is sent changes; `null` takes back what was there.',
    sends: { concept: { value: 'Færre falske alarmer om natten.' }, answers: { R1: { answer: 'yes' } } },
  }),
}
