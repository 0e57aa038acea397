import { expect, it } from 'vitest'
import { lettersTold } from '../../infra/local/demo/letters-told.ts'

it('given a mail that gathers letters, when it is told, then each says its first sentence, to its end and with its number', () => {
  const text = [
    'Dear Amir Haddad\n',
    'Sensorer',
    'Case number prj_1',
    '- Progress report no. 3 has been received. The project lead has sent a progress report.',
    '- The project goes on. The board has decided.\n',
  ].join('\n')
  expect(lettersTold({ subject: 'News about one case in one mail', text })).toEqual([
    { about: 'Sensorer', what: 'Progress report no. 3 has been received' },
    { about: 'Sensorer', what: 'The project goes on' },
  ])
})
