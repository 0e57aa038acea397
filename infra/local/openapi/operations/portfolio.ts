import { meetingsQuery, projectsQuery, unsubscribeQuery } from '../../../../shared/api/reads.ts'
import { people } from '../../demo/material.ts'
import { exampleIds } from '../example-ids.ts'
import { type OperationsOf, plain, readOne } from '../operation.ts'

const page = { about: 'A page that says what has happened.', body: 'html', headers: ['content-language'] } as const

/** Reading, and what goes out by mail. */
export const portfolio: OperationsOf<'portfolio'> = {
  'GET /api/projects': plain('Projects', {
    id: 'listProjects',
    tag: 'Portfolio',
    summary: 'Projects, in the order of the process',
    description:
      'Those that the caller may know of; a moment behind the log. A page may be shorter than `limit` though there is more.',
    query: projectsQuery,
    answers: { 200: { about: 'A page of projects.', body: 'Projects', headers: ['vary'] } },
  }),
  'GET /api/projects/{id}': readOne('Project', {
    id: 'getProject',
    tag: 'Portfolio',
    summary: 'One project, as far as the caller may see it',
    description:
      'Read from its log: you read what you have just written. Without a role on it, what is public; a project that the caller may not know of is not found.',
  }),
  'GET /api/projects/{id}/history': readOne('History', {
    id: 'getHistory',
    tag: 'Portfolio',
    summary: 'What happened to a project, when, and by which role',
  }),
  'GET /api/counts': plain('Counts', {
    id: 'countProjects',
    tag: 'Portfolio',
    summary: 'How many projects there are in each state, those that are not public included',
    answers: { 200: { about: 'The counts.', body: 'Counts', headers: ['cache-control'] } },
  }),
  'GET /api/meetings': plain('Meetings', {
    id: 'listMeetings',
    tag: 'Portfolio',
    summary: 'Meetings that are called',
    query: meetingsQuery,
    answers: { 200: { about: 'A page of meetings.', body: 'Meetings', headers: ['vary'] } },
  }),
  'POST /api/links': plain(undefined, {
    id: 'requestLink',
    tag: 'Mail',
    summary: 'Ask for a personal link by mail, again',
    description: 'Answers the same whether anybody has this address or not.',
    forms: true,
    sends: { email: people.helle.email, project: exampleIds.project },
    answers: {
      202: { about: 'If the address belongs to somebody on the project, a mail is on its way.', body: 'LinkAsked' },
    },
  }),
  'GET /api/unsubscribe': plain(undefined, {
    id: 'askUnsubscribe',
    tag: 'Mail',
    summary: 'A page with a button that ends reminders',
    query: unsubscribeQuery,
    answers: { 200: page, 404: { ...page, about: 'A page that says that the link is cut.' } },
  }),
  'POST /api/unsubscribe': plain(undefined, {
    id: 'unsubscribe',
    tag: 'Mail',
    summary: 'End reminders: the button, or one click in the mail program (RFC 8058)',
    query: unsubscribeQuery,
    forms: true,
    sends: { 'List-Unsubscribe': 'One-Click' },
    answers: { 200: page },
    troubles: ['not-found'],
  }),
  'GET /health': plain(undefined, {
    id: 'getHealth',
    tag: 'Operation',
    summary: 'Whether the table can be reached, and which version this is',
    answers: {
      200: { about: 'All is well.', body: 'Health' },
      503: { about: 'The table cannot be reached.', body: 'Unhealthy', headers: ['retry-after'] },
    },
  }),
  'GET /openapi.json': plain(undefined, {
    id: 'getDescription',
    tag: 'Operation',
    summary: 'This description',
    answers: {
      200: { about: 'OpenAPI 3.1.', body: 'openapi', headers: ['etag', 'cache-control'] },
      304: { about: 'It is as it was.', headers: ['etag', 'cache-control'] },
    },
  }),
  'GET /asyncapi.json': plain(undefined, {
    id: 'getEventDescription',
    tag: 'Operation',
    summary: 'The webhooks once more, as AsyncAPI describes messages',
    answers: {
      200: { about: 'AsyncAPI 3.0.', body: 'asyncapi', headers: ['etag', 'cache-control'] },
      304: { about: 'It is as it was.', headers: ['etag', 'cache-control'] },
    },
  }),
}
