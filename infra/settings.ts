import * as z from 'zod'
import { type Settings, type Stage, settingsSchema, stages } from './settings-schema.ts'

type Given = Partial<z.input<typeof settingsSchema>>

/** What every stage begins with. Any setting can be given anew: `--context <name>=<value>`, lists and objects as JSON. */
const everywhere = {
  region: 'eu-north-1',
  audience: 'trin',
  createMailIdentity: true,
  webhookEndpoints: [],
  webhookPrivateTargets: false,
  processSettings: {},
  throttling: {
    rate: 50,
    burst: 100,
    anonymousWriteRate: 5,
    anonymousWriteBurst: 20,
    ideasPerPerson: 5,
    ideasPerNetwork: 40,
    // More than the largest steering group, a few times over.
    namesPerPerson: 100,
  },
  proofOfWork: false,
  logRetentionDays: 90,
  pointInTimeRecovery: true,
  protectData: false,
} satisfies Given

/**
 * What each stage is. Names under `.example` belong to nobody: put the association's own in their place, or synthesis
 * warns and `npm run deploy` stops.
 */
const stageSettings: Readonly<Record<Stage, Given>> = {
  local: {
    // An account that does not exist, so that this stage, whose key everybody knows, cannot be deployed.
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
    digestQuiet: 2,
    signingKey: 'known-to-everybody-for-one-machine-only',
    throttling: {
      rate: 1_000,
      burst: 2_000,
      anonymousWriteRate: 1_000,
      anonymousWriteBurst: 2_000,
      ideasPerPerson: 1_000_000,
      ideasPerNetwork: 1_000_000,
      namesPerPerson: 1_000_000,
    },
    pointInTimeRecovery: false,
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
}

/**
 * The settings of a stage (context `stage`, `local` if not given), with what else the context gives.
 * @throws an error that names each field that is wrong.
 */
export function readSettings(context: (name: string) => unknown): Settings {
  const stage = z.enum(stages).safeParse(context('stage') ?? 'local')
  if (!stage.success) throw new Error(`stage: one of ${stages.join(', ')}, not ${String(context('stage'))}`)
  const given = Object.keys(settingsSchema.shape)
    .map((name) => [name, asGiven(context(name))] as const)
    .filter(([, value]) => value !== undefined)
  const read = settingsSchema.safeParse({
    ...everywhere,
    ...stageSettings[stage.data],
    ...Object.fromEntries(given),
    stage: stage.data,
  })
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `  ${path.join('.') || 'settings'}: ${message}`)
  throw new Error(`Settings of the stage ${stage.data}:\n${wrong.join('\n')}`)
}

/** The settings that still hold a name under `.example`, which belongs to nobody. */
export function unsetNames(settings: Settings): readonly string[] {
  const { issuer, sender, mailboxes, baseUrl = '' } = settings
  const held: Record<string, string> = { issuer, sender, baseUrl }
  for (const [name, { email }] of Object.entries(mailboxes)) held[`mailboxes.${name}`] = email
  return Object.keys(held).filter((name) => /\.example([/:]|$)/.test(held[name] ?? ''))
}

/** The command line gives text only: text that is a list, an object, a number or a truth value in JSON is taken as that. */
function asGiven(value: unknown): unknown {
  if (typeof value !== 'string' || !/^([[{]|(true|false|\d{1,9})$)/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
