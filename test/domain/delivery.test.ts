import { describe, expect, it } from 'vitest'
import { postAfter } from '../../shared/domain/calendar/days.ts'
import { deliveryOf, urgencies } from '../../shared/domain/correspondence/delivery.ts'
import type { Capacity } from '../../shared/domain/correspondence/letter.ts'
import type { Template } from '../../shared/domain/correspondence/letter-body.ts'

/** A Tuesday, at ten in Copenhagen. */
const tuesday = '2026-11-24T09:00:00.000Z'
const goes = (template: Template, as: Capacity, yours = false, by?: string) =>
  deliveryOf({ template, as, move: { yours, ...(by === undefined ? {} : { by }) } }, tuesday, false).when

describe('given something that happened', () => {
  it.each<[string, Template, Capacity, boolean]>([
    ['is asked something', 'comment', 'proposer', true],
    ['gets a receipt', 'received', 'proposer', false],
    ['gets a link', 'lead-appointed', 'lead', false],
    ['had a link until now', 'proposer-replaced', 'former', false],
    ['is told what was decided', 'approved', 'steering', false],
    ['is told what was decided, at its end', 'stopped', 'proposer', false],
    ['has to correct a report', 'report-returned', 'lead', true],
    ['has papers to read', 'papers-ready', 'member', false],
    ['asked for it', 'link-resent', 'owner', false],
    ['carried a product so far', 'graduated', 'steering', false],
    ['takes over from somebody erased', 'part-taken-over', 'contact', false],
  ])('when somebody %s, then they are told at once', (_, template, as, yours) => {
    expect(goes(template, as, yours)).toBe('now')
  })

  it.each<[string, Template, Capacity, boolean]>([
    ['has nothing to do', 'approved', 'secretariat', false],
    ['hears of somebody else’s move', 'comment', 'lead', false],
    ['decides at a meeting, with papers', 'concept-ready', 'board', true],
    ['has a next report in months', 'report-accepted', 'lead', true],
    ['is informed, by its name', 'board-informed', 'board', false],
    ['sent it', 'report-received', 'lead', false],
    ['hears where it is live', 'went-live', 'lead', true],
    ['has new targets', 'sla-set', 'coordination', true],
    ['carries out what was accepted', 'change-decided', 'coordination', true],
    ['has a month to answer', 'change-received', 'coordination', true],
    ['has a month to decide what is beyond the frame', 'change-decided', 'steering', true],
    ['hears of a missed target', 'sla-breach', 'steering', false],
    ['is assessed at a level', 'level-assessed', 'coordination', false],
    ['decides on a level at a meeting', 'level-disputed', 'board', true],
    ['is called to a meeting', 'meeting-called', 'member', true],
    ['has to find a meeting, in weeks', 'postponed', 'secretariat', false],
    ['is reminded of what is theirs', 'reminder', 'lead', true],
    ['is turned to when somebody else is late', 'overdue', 'chair', false],
  ])('when somebody %s, then it waits for the post', (_, template, as, yours) => {
    expect(deliveryOf({ template, as, move: { yours } }, tuesday, false)).toEqual({
      when: 'morning',
      at: '2026-11-25T08:00:00.000Z',
    })
  })

  it('when a morning is full of what is due, then the post of that morning tells of it', () => {
    const eight = '2026-11-24T07:00:20.000Z'
    expect(deliveryOf({ template: 'overdue', as: 'lead', move: { yours: true } }, eight, false)).toEqual({
      when: 'morning',
      at: '2026-11-24T08:00:00.000Z',
    })
  })

  it.each<[string, string | undefined, 'now' | 'morning']>([
    ['without a date', undefined, 'morning'],
    ['in ten days', '2026-12-04T07:00:00.000Z', 'morning'],
    ['a day after the post', '2026-11-26T08:00:00.000Z', 'morning'],
    ['the morning after the post', '2026-11-26T07:00:00.000Z', 'now'],
    ['before the post comes', '2026-11-25T07:00:00.000Z', 'now'],
    ['in the past', '2026-11-20T07:00:00.000Z', 'morning'],
  ])('when an office has something to do, due %s, then it is told: %s', (_, by, when) => {
    expect(goes('received', 'secretariat', true, by)).toBe(when)
    expect(goes('received', 'secretariat', false, by)).toBe('morning')
    expect(goes('concept-ready', 'board', true, by)).toBe('morning')
  })

  it('when it comes late, then all of it goes once it is quiet, whatever it is', () => {
    for (const template of Object.keys(urgencies) as Template[])
      expect(deliveryOf({ template, as: 'lead', move: { yours: true } }, tuesday, true)).toEqual({ when: 'quiet' })
  })
})

describe('given a moment', () => {
  it.each([
    ['in the day', '2026-11-24T09:00:00.000Z', '2026-11-25T08:00:00.000Z'],
    ['at eight, when everything is due', '2026-11-24T07:00:00.000Z', '2026-11-24T08:00:00.000Z'],
    ['long enough before nine', '2026-11-24T07:49:59.999Z', '2026-11-24T08:00:00.000Z'],
    ['just before nine', '2026-11-24T07:50:00.000Z', '2026-11-25T08:00:00.000Z'],
    ['just before nine on a Friday', '2026-11-27T07:55:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['on a Friday', '2026-11-27T12:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['on a Saturday before nine', '2026-11-28T05:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['in the night, when it is the next day in Copenhagen', '2026-11-24T23:30:00.000Z', '2026-11-25T08:00:00.000Z'],
    ['on Christmas Eve', '2026-12-24T12:00:00.000Z', '2026-12-28T08:00:00.000Z'],
    ['before summer time', '2026-03-27T12:00:00.000Z', '2026-03-30T07:00:00.000Z'],
  ])('when it is %s, then the post that tells of it is that of the next working day at nine', (_, moment, post) => {
    expect(postAfter(moment)).toBe(post)
  })
})
