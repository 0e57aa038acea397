import { z } from 'zod'
import { dueKinds } from '../shared/domain/deadlines/due-item.ts'

/** Where a stack runs. `local`: this machine, never deployed. */
export const stages = ['local', 'test', 'production'] as const
export type Stage = (typeof stages)[number]

const days = z.int().min(0).max(3_650)
const party = z.enum(['proposer', 'lead', 'steering', 'steering-or-proposer', 'secretariat', 'chair', 'board', 'owner'])
const clock = z.strictObject({
  days: z.union([days, z.strictObject({ 1: days, 2: days, 3: days })]).optional(),
  remindAfter: z.array(days).optional(),
  remindBefore: z.array(days).optional(),
  remind: z.array(party).optional(),
  ladder: z
    .array(
      z.strictObject({
        overdue: days,
        to: z.array(party).min(1),
        consequence: z.enum(['withdraw', 'reconsider', 'accept', 'none']).optional(),
      }),
    )
    .optional(),
})

/** Overrides of `defaultSettings` of `shared/domain/settings.ts`: only what differs. */
const processSettings = z.strictObject({
  clocks: z.partialRecord(z.enum(dueKinds), clock).optional(),
  budgetToleranceBasisPoints: z.int().min(0).optional(),
  delayTolerance: days.optional(),
  level3Threshold: z.int().min(0).optional(),
  level2Potential: z.int().min(1).optional(),
  papersBefore: days.optional(),
  decisionAtMost: days.optional(),
  proxies: z.boolean().optional(),
  lateAfterHours: z.int().min(1).optional(),
})

const mailbox = z.strictObject({ email: z.email(), language: z.enum(['da', 'en']).default('da') })

const endpoint = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'lower case letters, digits, - and _'),
  url: z.url({ protocol: /^https?$/ }),
  secret: z.union([
    z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'whsec_ and the base64 of 24 to 64 bytes'),
    z.strictObject({ secretsManager: z.string().min(1).max(512), field: z.string().min(1).optional() }),
  ]),
  types: z.array(z.string().min(1)).min(1).optional(),
})

const webAddress = z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith('/'), 'without a slash at the end')

const schema = z.strictObject({
  stage: z.enum(stages),
  account: z
    .string()
    .regex(/^\d{12}$/, 'twelve digits')
    .optional(),
  region: z.string().regex(/^[a-z]{2}-[a-z]+-\d$/, 'a region such as eu-north-1'),
  baseUrl: webAddress.optional(),
  issuer: z.url({ protocol: /^https?$/ }),
  audience: z.string().min(1),
  sender: z.email(),
  createMailIdentity: z.boolean(),
  mailboxes: z.strictObject({ secretariat: mailbox, board: mailbox, chair: mailbox }),
  webhookEndpoints: z.array(endpoint),
  webhookPrivateTargets: z.boolean(),
  processSettings: processSettings,
  signingKey: z.string().min(32, 'at least 32 characters').optional(),
  relayLookAgain: z.int().min(0).max(5_000).optional(),
  throttling: z.strictObject({
    rate: z.int().min(1),
    burst: z.int().min(1),
    anonymousWriteRate: z.int().min(1),
    anonymousWriteBurst: z.int().min(1),
  }),
  logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]),
  protectData: z.boolean(),
  alarmAddress: z.email().optional(),
})
export type Settings = z.output<typeof schema>

const everywhere = {
  region: 'eu-north-1',
  audience: 'trin',
  createMailIdentity: true,
  webhookEndpoints: [],
  webhookPrivateTargets: false,
  processSettings: {},
  throttling: { rate: 50, burst: 100, anonymousWriteRate: 5, anonymousWriteBurst: 20 },
  logRetentionDays: 90,
  protectData: false,
}

const perStage = {
  local: {
    account: '000000000000',
    baseUrl: 'http://localhost:3000',
    issuer: 'http://localhost:3000/oidc',
    sender: 'trin@os2.example',
    mailboxes: {
      secretariat: { email: 'sekretariat@os2.example' },
      board: { email: 'bestyrelse@os2.example' },
      chair: { email: 'formand@os2.example' },
    },
    webhookPrivateTargets: true,
    signingKey: 'known-to-all-and-good-for-this-machine-only',
  },
  test: {
    issuer: 'https://login.test.os2.example',
    sender: 'trin@test.os2.example',
    mailboxes: {
      secretariat: { email: 'sekretariat@test.os2.example' },
      board: { email: 'bestyrelse@test.os2.example' },
      chair: { email: 'formand@test.os2.example' },
    },
  },
  production: {
    issuer: 'https://login.os2.example',
    sender: 'trin@os2.example',
    mailboxes: {
      secretariat: { email: 'sekretariat@os2.example' },
      board: { email: 'bestyrelse@os2.example' },
      chair: { email: 'formand@os2.example' },
    },
    logRetentionDays: 365,
    protectData: true,
  },
} satisfies Record<Stage, unknown>

/** Reads what was given with `--context name=value`; text that is JSON (lists, objects, numbers) is taken as such. */
export function readSettings(context: (name: string) => unknown): Settings {
  const stage = z.enum(stages).safeParse(context('stage') ?? 'local')
  if (!stage.success) throw new Error(`Settings: stage is one of ${stages.join(', ')}`)
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, fromContext(context(name))] as const)
      .filter(([, value]) => value !== undefined),
  )
  const read = schema.safeParse({ ...everywhere, ...perStage[stage.data], ...given, stage: stage.data })
  if (!read.success) throw new Error(`Settings of stage ${stage.data}:\n${z.prettifyError(read.error)}`)
  return read.data
}

function fromContext(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]|^(true|false|\d+)$/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
