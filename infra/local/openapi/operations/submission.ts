import { people, sensorLayer, sensorLayerAnswers, sensorLayerRevised } from '../../demo/material.ts'
import { commandTroubles, creation, type OperationsOf, projectCommand } from '../operation.ts'

/** Ideas come in, and what their proposers do with them after. */
export const submission: OperationsOf<'submission'> = {
  'POST /api/projects': creation('Standing', {
    id: 'submitIdea',
    tag: 'Ideas',
    summary: 'Hand in an idea',
    description:
      'Anyone may. The fields of the concept stand in `concept` or beside the others; a plain form sends them flat, with `jointCostKroner` in kroner. The proposer gets a personal link by mail, never in the answer. Only a few are taken in within an hour from one mail address and from one network: then 429, with the seconds to wait in `Retry-After`.',
    troubles: [...commandTroubles, 'too-many'],
    forms: true,
    sends: {
      kind: 'new',
      concept: sensorLayer,
      answers: sensorLayerAnswers,
      contact: people.helle,
      consentToPublish: true,
    },
  }),
  'POST /api/intake/os2forms': creation('Standing', {
    id: 'submitFromOs2forms',
    tag: 'Ideas',
    summary: 'Take in a submission of OS2forms',
    description:
      'What Drupal Webform’s remote post sends, flat or under `data`. A submission that is sent twice is one idea, by its `uuid`.',
    forms: true,
    sends: {
      uuid: '5f0d2c1e-8a57-4f0b-9a53-0a4f3f8f2c11',
      titel: 'Affaldskalenderen som åbne data',
      formaal: 'Borgere skal kunne få hentedage i deres egen kalender.',
      kommune: 'Skovby Kommune',
      navn: people.mette.name,
      email: people.mette.email,
      samtykke: 'ja',
    },
  }),
  'POST /api/projects/{id}/resubmission': projectCommand({
    id: 'resubmit',
    tag: 'Ideas',
    summary: 'Come back after a return',
    description:
      'Only what is sent changes; the rest of the concept stays as it was. `null` takes back what was there.',
    forms: true,
    sends: { concept: sensorLayerRevised, note: 'Arkitekturen er beskrevet.' },
  }),
  'POST /api/projects/{id}/withdrawal': projectCommand({
    id: 'withdraw',
    tag: 'Ideas',
    summary: 'Withdraw a project before it is implemented',
    forms: true,
    sends: { reason: 'Vi går med i et andet projekt.' },
  }),
}
