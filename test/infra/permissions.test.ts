import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { functions } from '../../infra/functions.ts'
import { partitions } from '../../shared/store/table.ts'
import { type Allowed, permissionLines, permissionsOf, permissionsOfRole } from './permissions-of.ts'
import { synthesize } from './synthesis.ts'

const stack = synthesize({ stage: 'production' })
const names = Object.keys(functions)

const streams = ['GetItem table PROJECT MEETING', 'Query table PROJECT MEETING']
const append = [...streams, 'PutItem table PROJECT MEETING']
const readContacts = ['BatchGetItem table CONTACT']
const stageContacts = ['PutItem table STAGED']
const ledger = ['GetItem', 'PutItem', 'DeleteItem'].map((action) => `${action} table EFFECT`)
const commit = [...append, 'SendMessage queue commits']
const desk = [...commit, ...stageContacts]
const orderErasure = ['GetItem table ERASURE', 'PutItem table ERASURE', 'SendMessage queue erasures']
const receive = (queue: string) =>
  ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) => `${action} queue ${queue}`)
const redrive = [
  ...['commits', 'classify', 'agenda', 'mail', 'webhooks', 'erasures'].flatMap((queue) => [
    ...receive(`${queue}-dead-letters`),
    `ChangeMessageVisibility queue ${queue}-dead-letters`,
  ]),
  ...['commits', 'classify', 'agenda', 'mail', 'webhooks', 'erasures'].map((queue) => `SendMessage queue ${queue}`),
]
const list = ['Query table/index/by-state']

const drafts = ['GetItem', 'PutItem', 'DeleteItem'].map((action) => `${action} table DRAFT`)

/** All that each function may do, beside writing its own log. */
const allowed: Readonly<Record<keyof typeof functions, readonly string[]>> = {
  submission: ['UpdateItem table SENDER', ...desk],
  'web-portfolio': [...streams, ...list],
  'web-idea': ['UpdateItem table SENDER', ...drafts, 'SendMessage queue mail', ...desk],
  'web-project': ['UpdateItem table SENDER', ...desk, ...readContacts, ...orderErasure],
  'web-board': [...desk, ...readContacts, ...list],
  feeds: list,
  'web-desk': [...streams, ...readContacts, ...list, ...redrive],
  'web-case': [...desk, ...readContacts, ...list, ...orderErasure],
  'web-sign-in': ['SendMessage queue mail'],
  classification: desk,
  'classify-submitted': [...commit, ...receive('classify')],
  'board-decision': [...desk, ...readContacts],
  'agenda-keeper': [...commit, ...list, ...receive('agenda')],
  progress: ['UpdateItem table SENDER', ...desk],
  stewardship: ['UpdateItem table SENDER', ...desk],
  'progress-monitor': [
    ...commit,
    'Query table/index/due',
    'SendMessage queue mail',
    // The event of a call that failed three times.
    'SendMessage queue monitor-dead-letters',
  ],
  relay: [
    ...append,
    'GetItem table STAGED',
    'PutItem table STAGED',
    'GetItem table CONTACT',
    'PutItem table CONTACT',
    'GetItem table POST',
    'PutItem table POST',
    ...receive('commits'),
    'ChangeMessageVisibility queue commits',
    ...['classify', 'agenda', 'mail', 'erasures'].map((queue) => `SendMessage queue ${queue}`),
  ],
  notification: [
    ...streams,
    ...readContacts,
    ...ledger,
    ...['Query', 'PutItem', 'DeleteItem'].map((action) => `${action} table DIGEST`),
    ...['GetItem', 'Query', 'PutItem'].map((action) => `${action} table POST`),
    'GetItem table PREFERENCE',
    'GetItem table DRAFT',
    ...receive('mail'),
    'SendMessage queue mail',
    'SendRawEmail arn:<AWS::Partition>:ses:eu-north-1:<AWS::AccountId>:identity/os2.example',
    'SendRawEmail arn:<AWS::Partition>:ses:eu-north-1:<AWS::AccountId>:configuration-set/trin-production',
  ],
  'webhook-delivery': [
    ...streams,
    ...ledger,
    ...receive('webhooks'),
    'SendMessage queue webhooks',
    'ChangeMessageVisibility queue webhooks',
  ],
  erasure: [...desk, ...orderErasure],
  eraser: [
    ...commit,
    'Scan table',
    'UpdateItem table PROJECT MEETING',
    ...readContacts,
    'DeleteItem table CONTACT',
    'GetItem table STAGED',
    'PutItem table STAGED',
    'DeleteItem table EFFECT PREFERENCE',
    'Query table DIGEST DRAFT',
    'DeleteItem table DIGEST DRAFT',
    'GetItem table ERASURE',
    'Query table ERASURE',
    'UpdateItem table ERASURE',
    ...receive('erasures'),
    'SendMessage queue erasures',
  ],
  portfolio: [...streams, ...readContacts, ...list, 'PutItem table PREFERENCE', 'SendMessage queue mail'],
}

describe.each(Object.entries(allowed))('given the function %s', (name, lines) => {
  it('when its policy is read, then it allows what its work needs and nothing else', () => {
    const ownLog = [`CreateLogStream log ${name}`, `PutLogEvents log ${name}`]
    expect(permissionLines(stack, name)).toEqual([...lines, ...ownLog].sort())
  })
})

it('given a system that listens, when the relay’s policy is read, then it may send to the webhooks as well', () => {
  const endpoint = { id: 'portal', url: 'https://portal.example/hooks', secret: { secretsManager: 'trin/portal' } }
  const listened = synthesize({ stage: 'production', webhookEndpoints: [endpoint] })
  const extra = permissionLines(listened, 'relay').filter((line) => !permissionLines(stack, 'relay').includes(line))
  expect(extra).toEqual(['SendMessage queue webhooks'])
})

describe('given every policy of the stack', () => {
  const all: readonly Allowed[] = [
    ...names.flatMap((name) => permissionsOf(stack, name)),
    ...stack.all('AWS::IAM::Role').flatMap(({ id }) => permissionsOfRole(stack, id)),
  ]

  it('then no action and no resource is a wildcard', () => {
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter(({ action, on }) => action.includes('*') || on.includes('*'))).toEqual([])
  })

  it('then no role takes a policy that AWS manages', () => {
    expect(stack.all('AWS::IAM::Role').filter(({ Properties }) => 'ManagedPolicyArns' in Properties)).toEqual([])
  })

  it('then each function has a role of its own', () => {
    const roles = stack.all('AWS::Lambda::Function').map(({ Properties }) => JSON.stringify(Properties.Role))
    expect(new Set(roles).size).toBe(names.length)
  })

  it('then mail can be sent from the address of the settings only', () => {
    const sending = all.filter(({ action }) => action.startsWith('ses:'))
    expect(sending.length).toBeGreaterThan(0)
    for (const { condition } of sending)
      expect(condition).toEqual({ StringEquals: { 'ses:FromAddress': ['trin@os2.example'] } })
  })

  it('then every read and write of the table is bound to the partitions it is for', () => {
    const unbound = names.flatMap((name) =>
      permissionsOf(stack, name)
        .filter(({ on, condition }) => on === 'table' && condition === undefined)
        .map(({ action }) => `${name} ${action}`),
    )
    // A scan names no partition. Only what looks for a person everywhere may do one.
    expect(unbound).toEqual(['eraser dynamodb:Scan'])
  })
})

it('given the schedule, when its role is read, then it may call the monitor and leave what failed, and nothing else', () => {
  const [schedule] = stack.all('AWS::IAM::Role').filter(({ id }) => id.startsWith('Hourly'))
  const lines = permissionsOfRole(stack, schedule?.id ?? '').map(({ action, on }) => `${action} ${on}`)
  expect(lines.sort()).toEqual([
    'lambda:InvokeFunction function progress-monitor',
    'sqs:SendMessage queue monitor-dead-letters',
  ])
})

describe('given the partitions of the table', () => {
  const granted = new Set(
    names.flatMap((name) => permissionLines(stack, name)).flatMap((line) => line.split(' ').slice(2)),
  )

  it.each(Object.values(partitions))('then some function may touch %s', (prefix) => {
    expect(granted).toContain(prefix.replace('#', ''))
  })

  it('then the store writes no other keys: a policy would refuse them in the cloud, and only there', () => {
    const folder = fileURLToPath(new URL('../../shared/store', import.meta.url))
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<=[`'])[A-Z]{3,}#/g) ?? [])
    expect([...new Set(written)].sort()).toEqual([...Object.values(partitions)].sort())
  })
})
