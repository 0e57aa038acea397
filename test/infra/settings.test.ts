import { describe, expect, it } from 'vitest'
import { readSettings, unsetNames } from '../../infra/settings.ts'
import { stages } from '../../infra/settings-schema.ts'

const settingsOf = (context: Readonly<Record<string, unknown>>) => readSettings((name) => context[name])
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const endpoint = { id: 'planner', url: 'https://planner.os2.example/hooks', secret }

describe.each(stages)('given nothing but the stage %s', (stage) => {
  it('then there are settings', () => {
    expect(settingsOf({ stage }).stage).toBe(stage)
  })
})

it('given no stage, then it is this machine', () => {
  expect(settingsOf({}).stage).toBe('local')
})

it('given text from a command line, then lists, objects and numbers are read as JSON', () => {
  const settings = settingsOf({
    stage: 'test',
    webhookEndpoints: JSON.stringify([endpoint]),
    processSettings: '{"papersBefore":21,"clocks":{"report":{"days":{"1":180,"2":60,"3":30}}}}',
    protectData: 'true',
    proofOfWork: 'true',
    logRetentionDays: '30',
    baseUrl: 'https://trin.os2.example',
  })
  expect(settings).toMatchObject({
    webhookEndpoints: [endpoint],
    processSettings: { papersBefore: 21, clocks: { report: { days: { 2: 60 } } } },
    protectData: true,
    proofOfWork: true,
    logRetentionDays: 30,
    baseUrl: 'https://trin.os2.example',
  })
})

it('given a mailbox without a language, then it is Danish', () => {
  expect(settingsOf({ stage: 'test' }).mailboxes.board.language).toBe('da')
})

describe.each([
  ['a stage that does not exist', { stage: 'live' }, /^stage: one of local, test, production, not live$/],
  ['no address', { stage: 'test', sender: 'trin' }, /\n {2}sender: Invalid email address/],
  ['a base URL with a slash', { stage: 'test', baseUrl: 'https://a.dk/' }, /\n {2}baseUrl: no slash at the end/],
  ['broken JSON', { stage: 'test', webhookEndpoints: '[{' }, /\n {2}webhookEndpoints: /],
  ['an unknown clock', { stage: 'test', processSettings: { clocks: { lunch: {} } } }, /\n {2}processSettings\.clocks/],
  [
    'half a day',
    { stage: 'test', processSettings: { delayTolerance: 0.5 } },
    /\n {2}processSettings\.delayTolerance: /,
  ],
  ['an unknown setting of the process', { stage: 'test', processSettings: { tempo: 1 } }, /processSettings: .*"tempo"/],
  [
    'a weak secret',
    { stage: 'test', webhookEndpoints: [{ ...endpoint, secret: 'x' }] },
    /webhookEndpoints\.0\.secret: /,
  ],
  [
    'the same endpoint twice',
    { stage: 'test', webhookEndpoints: [endpoint, endpoint] },
    /webhookEndpoints\.1\.id: another/,
  ],
  [
    'private targets',
    { stage: 'test', webhookPrivateTargets: true },
    /webhookPrivateTargets: only for the stage local/,
  ],
  [
    'a written secret',
    { stage: 'production', webhookEndpoints: [endpoint] },
    /webhookEndpoints\.0\.secret: must not be/,
  ],
  ['a written key', { stage: 'production', signingKey: 'x'.repeat(40) }, /signingKey: must not be written/],
  [
    'one name for the pages and for what tokens are meant for',
    { stage: 'test', audience: 'trin-web' },
    /signIn\.clientId: must differ from audience/,
  ],
  ['an unsafe issuer', { stage: 'production', issuer: 'http://login.os2.example' }, /issuer: needs https/],
] as const)('given %s', (_, context, message) => {
  it('then it is refused, and the field is named', () => {
    expect(() => settingsOf(context)).toThrow(message)
  })
})

it('given several mistakes, then all of them are named at once', () => {
  const mistaken = () => settingsOf({ stage: 'test', sender: 'trin', audience: '' })
  expect(mistaken).toThrow(/audience: /)
  expect(mistaken).toThrow(/sender: /)
})

it('given a secret that is named, then production takes it', () => {
  const named = { ...endpoint, secret: { secretsManager: 'trin/planner' } }
  expect(settingsOf({ stage: 'production', webhookEndpoints: [named] }).webhookEndpoints).toEqual([named])
})

it('given the secret of the client that people sign in by, then production takes its name only', () => {
  const named = { clientSecret: { secretsManager: 'trin/oidc' } }
  expect(settingsOf({ stage: 'production', signIn: named }).signIn).toEqual({
    clientId: 'trin-web',
    ...named,
    scope: 'openid profile email',
    parameters: {},
  })
  const written = { clientSecret: 'written down' }
  expect(() => settingsOf({ stage: 'production', signIn: written })).toThrow(/signIn.clientSecret: must not be written/)
  expect(settingsOf({ stage: 'test', signIn: written }).signIn.clientSecret).toBe('written down')
})

it('given a scope without openid, then it is refused', () => {
  expect(() => settingsOf({ stage: 'test', signIn: { scope: 'profile' } })).toThrow(/signIn.scope: must hold openid/)
})

it('given names that belong to nobody, then they are found, and the others are not', () => {
  expect(unsetNames(settingsOf({ stage: 'production', issuer: 'https://login.os2.eu' }))).toEqual([
    'sender',
    'mailboxes.secretariat',
    'mailboxes.board',
    'mailboxes.chair',
  ])
})
