import { expect, it } from 'vitest'
import { pageOfLetter } from '../../shared/use-cases/page-of-letter.ts'
import { meetings, projects } from '../domain/support/material.ts'

const stream = projects.sensor
const meeting = { stream: meetings.september, form: 'meeting', meetsAt: '2026-09-10T07:00:00.000Z' } as const

it.each([
  [
    'the secretariat, about a case',
    { about: { stream, title: 'Sensorer' }, as: 'secretariat' },
    `/desk/projects/${stream}`,
  ],
  ['the board, about a case', { about: { stream, title: 'Sensorer' }, as: 'board' }, `/p/${stream}`],
  ['whoever has no part on a case any more', { about: { stream, title: 'Sensorer' }, as: 'former' }, '/portfolio'],
  ['a member, about a meeting', { about: meeting, as: 'member' }, `/board/${meeting.stream}`],
  ['the secretariat, about a meeting', { about: meeting, as: 'secretariat' }, `/board/${meeting.stream}`],
] as const)('a letter to %s leads to the page where they go on', (_, letter, page) => {
  expect(pageOfLetter(letter)).toBe(page)
})
