import { board, people, sensorBaseline } from '../../demo/material.ts'
import { exampleIds } from '../example-ids.ts'
import { creation, meetingCommand, type OperationsOf, plain, projectCommand } from '../operation.ts'

const project = exampleIds.project

/** The board's table. */
export const boardDecision: OperationsOf<'board-decision'> = {
  'POST /api/meetings': creation('Meeting', {
    id: 'callMeeting',
    tag: 'Board',
    summary: 'Call a meeting, or open a written vote',
    description: 'A written vote (`form`) is the chair’s to open; its `meetsAt` is when voting closes.',
    sends: { meetsAt: '2027-01-20T09:00:00+01:00', place: 'Odense', members: board },
  }),
  'GET /api/meetings/{id}': plain('Meeting', {
    id: 'getMeeting',
    tag: 'Board',
    summary: 'A meeting with its agenda, votes, ranking and the papers on what is still open',
    answers: { 200: { about: 'The meeting.', body: 'Meeting', headers: ['etag'] } },
  }),
  'GET /api/meetings/{id}/minutes': plain('Minutes', {
    id: 'getMinutes',
    tag: 'Board',
    summary: 'What was decided on each item, by which count, and what happens next',
    answers: { 200: { about: 'The minutes.', body: 'Minutes', headers: ['etag'] } },
  }),
  'POST /api/meetings/{id}/agenda': projectCommand({
    id: 'putOnAgenda',
    tag: 'Board',
    summary: 'Put a project on the agenda, for decision or for information',
    sends: { project, kind: 'decision' },
  }),
  'POST /api/meetings/{id}/conflicts': meetingCommand({
    id: 'declareConflict',
    tag: 'Board',
    summary: 'Declare a conflict: no vote on this item',
    sends: { project },
  }),
  'POST /api/meetings/{id}/proxies': meetingCommand({
    id: 'nameProxy',
    tag: 'Board',
    summary: 'Name the member who votes on one’s behalf',
    sends: { proxy: { email: people.anja.email } },
  }),
  'POST /api/meetings/{id}/votes': meetingCommand({
    id: 'vote',
    tag: 'Board',
    summary: 'Vote on an item, for oneself or as a proxy',
    description: 'May be changed until the item is closed. Anything but approval needs a comment.',
    sends: { project, choice: 'return', comment: 'Arkitekturen mangler.' },
  }),
  'POST /api/meetings/{id}/rankings': meetingCommand({
    id: 'rank',
    tag: 'Board',
    summary: 'Rank the concepts on the agenda, best first',
    sends: { order: [project, exampleIds.another] },
  }),
  'POST /api/meetings/{id}/decisions': projectCommand({
    id: 'decide',
    tag: 'Board',
    summary: 'Close an item by its votes, or record what the general assembly decided',
    description: 'The outcome has to be what the votes say.',
    sends: {
      project,
      outcome: 'approve',
      reason: 'Tre kommuner deltager.',
      criteria: ['R3'],
      baseline: sensorBaseline('2028-12-31'),
      conditions: [{ text: 'Aftaler underskrevet.', owner: people.amir, dueOn: '2027-06-30' }],
    },
  }),
  'POST /api/meetings/{id}/cancellation': meetingCommand({
    id: 'cancelMeeting',
    tag: 'Board',
    summary: 'Cancel a meeting; its items move to the next one',
    sends: { reason: 'Sne.' },
  }),
  'POST /api/meetings/{id}/conclusion': meetingCommand({
    id: 'concludeMeeting',
    tag: 'Board',
    summary: 'End a meeting that was held; what was not reached moves to the next one',
    sends: { quorate: true },
  }),
  'POST /api/projects/{id}/reconsideration/decision': projectCommand({
    id: 'decideReconsideration',
    tag: 'Board',
    summary: 'Level 1: decide a reconsideration; the board is informed',
    sends: {
      outcome: 'continue',
      reason: 'Forsinkelsen skyldes leverandøren.',
      criteria: ['G10'],
      endsOn: '2028-03-31',
    },
  }),
}
