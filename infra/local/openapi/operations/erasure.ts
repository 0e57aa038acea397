import { people } from '../../demo/material.ts'
import { exampleIds } from '../example-ids.ts'
import { type OperationsOf, plain } from '../operation.ts'

/** Who wants to be forgotten. */
export const erasure: OperationsOf<'erasure'> = {
  'POST /api/erasures': plain(undefined, {
    id: 'askErasure',
    tag: 'Persons',
    summary: 'Be forgotten, or have somebody forgotten',
    description:
      'With nothing in the body whoever asks, by personal link or signed in. The secretariat names somebody by `email` or by `contact`, not both, and in `successors` who takes over on which project; a part without a successor is vacant. It is carried out within minutes: parts, contact, preferences, keys of mails, own words, and the name in the words of others. The answer is the same whether there is such a person or not.',
    sends: { email: people.mette.email, successors: { [exampleIds.project]: people.helle } },
    answers: { 202: { about: 'It will be done.', body: 'ErasureAsked' } },
    troubles: ['bad-header', 'not-your-role', 'idempotency-mismatch', 'busy'],
  }),
}
