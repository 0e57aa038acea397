import { describe, expect, it } from 'vitest'
import { morningAfter } from '../../shared/domain/calendar/days.ts'
import { deliveryOf, urgencies } from '../../shared/domain/correspondence/delivery.ts'
import type { Capacity } from '../../shared/domain/correspondence/letter.ts'
import type { Template } from '../../shared/domain/correspondence/letter-body.ts'

/** A Tuesday, at ten in Copenhagen. */
const tuesday = '2026-11-24T09:00:00.000Z'
const goes = (template: Template, as: Capacity, yours = false, late = false) =>
  deliveryOf({ template, as, move: { yours } }, tuesday, late).when

describe('given something that happened', () => {
  it.each<[string, Template, Capacity, boolean]>([
    ['has to answer', 'received', 'secretariat', true],
    ['has to review', 'report-received', 'secretariat', true],
    ['is reminded of what is theirs', 'reminder', 'lead', true],
    ['is asked something', 'comment', 'proposer', true],
    ['has to find a meeting', 'postponed', 'secretariat', false],
    ['gets a receipt', 'received', 'proposer', false],
    ['gets a link', 'lead-appointed', 'lead', false],
    ['had a link until now', 'proposer-replaced', 'former', false],
    ['is told what was decided', 'approved', 'steering', false],
    ['is told what was decided, at its end', 'stopped', 'proposer', false],
    ['is turned to when somebody else is late', 'overdue', 'chair', false],
    ['asked for it', 'link-resent', 'owner', false],
    ['carried a product so far', 'graduated', 'steering', false],
    ['is assessed at a level', 'level-assessed', 'coordination', false],
    ['hears of a missed target', 'sla-breach', 'secretariat', false],
    ['decides what is beyond the frame', 'change-decided', 'steering', true],
    ['takes over from somebody erased', 'part-taken-over', 'contact', false],
  ])('when somebody %s, then they are told at once', (_, template, as, yours) => {
    expect(goes(template, as, yours)).toBe('now')
  })

  it.each<[string, Template, Capacity, boolean]>([
    ['has nothing to do', 'approved', 'secretariat', false],
    ['hears of somebody else’s move', 'comment', 'secretariat', false],
    ['decides at a meeting, with papers', 'concept-ready', 'board', true],
    ['has a next report in months', 'report-accepted', 'lead', true],
    ['is informed, by its name', 'board-informed', 'board', false],
    ['sent it', 'report-received', 'lead', false],
    ['hears where it is live', 'went-live', 'lead', true],
    ['has new targets', 'sla-set', 'coordination', true],
    ['carries out what was accepted', 'change-decided', 'coordination', true],
    ['decides on a level at a meeting', 'level-disputed', 'board', true],
  ])('when somebody %s, then it waits for the morning', (_, template, as, yours) => {
    expect(deliveryOf({ template, as, move: { yours } }, tuesday, false)).toEqual({
      when: 'morning',
      at: '2026-11-25T07:00:00.000Z',
    })
  })

  it('when it comes late, then all of it goes once it is quiet, whatever it is', () => {
    for (const template of Object.keys(urgencies) as Template[])
      expect(goes(template, 'lead', true, true)).toBe('quiet')
  })
})

describe('given a moment', () => {
  it.each([
    ['in the day', '2026-11-24T09:00:00.000Z', '2026-11-25T07:00:00.000Z'],
    ['before eight', '2026-11-24T06:59:59.999Z', '2026-11-24T07:00:00.000Z'],
    ['at eight', '2026-11-24T07:00:00.000Z', '2026-11-25T07:00:00.000Z'],
    ['on a Friday', '2026-11-27T12:00:00.000Z', '2026-11-30T07:00:00.000Z'],
    ['on a Saturday before eight', '2026-11-28T05:00:00.000Z', '2026-11-30T07:00:00.000Z'],
    ['in the night, when it is the next day in Copenhagen', '2026-11-24T23:30:00.000Z', '2026-11-25T07:00:00.000Z'],
    ['on Christmas Eve', '2026-12-24T12:00:00.000Z', '2026-12-28T07:00:00.000Z'],
    ['before summer time', '2026-03-27T12:00:00.000Z', '2026-03-30T06:00:00.000Z'],
  ])('when it is %s, then the next morning is that of the next working day', (_, moment, morning) => {
    expect(morningAfter(moment)).toBe(morning)
  })
})
