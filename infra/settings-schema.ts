import * as z from 'zod'
import { processOverrides } from '../shared/process-settings.ts'

/** Where a stack runs. `local`: on one machine, never deployed. */
export const stages = ['local', 'test', 'production'] as const
export type Stage = (typeof stages)[number]

const mailbox = z.strictObject({ email: z.email(), language: z.enum(['da', 'en']).default('da') })

const literalSecret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'whsec_ and the base64 of 24 to 64 bytes')
const secretByName = z.strictObject({
  secretsManager: z.string().regex(/^[\w/+=.@:-]{1,512}$/, 'the name of a secret in Secrets Manager'),
  field: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
})
const secret = z.union([literalSecret, secretByName])

const webhookEndpoint = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/, 'up to 64 letters, digits, - and _'),
  url: z.url({ protocol: /^https?$/ }),
  secret: z.union([secret, z.array(secret).min(1).max(4)]),
  types: z.array(z.string().min(1)).min(1).optional(),
  role: z.enum(['public', 'integrator']).optional(),
})

const signIn = z.strictObject({
  /** What the issuer knows the pages as; other than `audience`. */
  clientId: z.string().min(1).default('trin-web'),
  /** Only where the issuer wants one beside PKCE. Named, not written; only `local` and `test` may write it. */
  clientSecret: z.union([z.string().min(1), secretByName]).optional(),
  /** What is asked for; `openid` is needed, `profile` and `email` tell whom to greet. */
  scope: z
    .string()
    .regex(/(^| )openid( |$)/, 'must hold openid')
    .default('openid profile email'),
  /** What else the issuer has to be asked, so that its access tokens carry `audience`: `resource`, `audience`. */
  parameters: z.record(z.string(), z.string()).default({}),
})

const webUrl = z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith('/'), 'no slash at the end')

/** Every setting of a stack. */
export const settingsSchema = z
  .strictObject({
    stage: z.enum(stages),
    /** Twelve digits. Absent: the account of whoever deploys. */
    account: z
      .string()
      .regex(/^\d{12}$/, 'twelve digits')
      .optional(),
    /** Where it runs, and with it where personal data lies. */
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-north-1'),
    /** Where people reach Trin. Absent: the address that the gateway gets. */
    baseUrl: webUrl.optional(),
    /** Issuer of the OpenID Connect tokens. */
    issuer: z.url({ protocol: /^https?$/ }),
    /** What a token must be meant for. */
    audience: z.string().min(1),
    /** How people sign in to the pages: authorization code with PKCE. */
    signIn: signIn.prefault({}),
    /** The address that mail comes from. */
    sender: z.email(),
    /** Create the SES identity of the sender's domain. `false`: the account has it already. */
    createMailIdentity: z.boolean(),
    /** Where those are told who have no contact of their own, and in which language. */
    mailboxes: z.strictObject({ secretariat: mailbox, board: mailbox, chair: mailbox }),
    /** Other systems that hear of events. A secret is named, not written; only `local` and `test` may write it. */
    webhookEndpoints: z.array(webhookEndpoint),
    /** Webhooks may reach addresses of private networks: `local` only. */
    webhookPrivateTargets: z.boolean(),
    /** Cadences, tolerances, proxies: only what differs from the defaults. */
    processSettings: processOverrides,
    /** Signs links and hashes addresses. Absent: a secret that is made with the stack, and that nobody has seen. */
    signingKey: z.string().min(32, 'at least 32 characters').optional(),
    /** How long the relay looks again for a commit before it gives the message back, in milliseconds. */
    relayLookAgain: z.int().min(0).max(5_000).optional(),
    /** Seconds without anything new before a digest of late mail goes. Absent: two minutes. */
    digestQuiet: z.int().min(0).max(900).optional(),
    /** Seconds that each function behind a queue may take, and a sixth of how long its queue waits for it. Absent: each its own. */
    workerTimeout: z.int().min(1).max(60).optional(),
    /**
     * Requests per second, and at once, over all routes, and for the routes by which anybody can write; ideas an hour of one mail
     * address and of one network; people an hour whom one person names.
     */
    throttling: z.strictObject({
      rate: z.int().min(1),
      burst: z.int().min(1),
      anonymousWriteRate: z.int().min(1),
      anonymousWriteBurst: z.int().min(1),
      ideasPerPerson: z.int().min(1),
      ideasPerNetwork: z.int().min(1),
      namesPerPerson: z.int().min(1),
    }),
    /** The form by which ideas come in has browsers do a sum first (ALTCHA), which senders of spam find dear. */
    proofOfWork: z.boolean(),
    /** How long logs are kept, in days. */
    logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]),
    /** Point-in-time recovery of the table. */
    pointInTimeRecovery: z.boolean(),
    /** Neither the stack nor its table or key can be deleted by mistake. */
    protectData: z.boolean(),
    /** At most so many of the monitor at once; the account must have them to spare. Absent: no limit of its own. */
    monitorConcurrency: z.int().min(1).optional(),
    /** Who gets mail when an alarm goes off. Absent: alarms only show in CloudWatch. */
    alarmAddress: z.email().optional(),
  })
  .superRefine((settings, context) => {
    const refuse = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path, input: settings })
    const { stage, webhookEndpoints } = settings
    const ids = webhookEndpoints.map(({ id }) => id)
    for (const [at, id] of ids.entries())
      if (ids.indexOf(id) < at) refuse('another endpoint has this id', 'webhookEndpoints', at, 'id')
    // An ID token is meant for the client, an access token for the audience; by one name the first would pass for the second.
    // Nothing else that every issuer says tells the two apart: not all write `at+jwt` (RFC 9068), and `at_hash` may be absent.
    if (settings.signIn.clientId === settings.audience) refuse('must differ from audience', 'signIn', 'clientId')
    if (stage !== 'local' && settings.webhookPrivateTargets) refuse('only for the stage local', 'webhookPrivateTargets')
    if (stage !== 'production') return
    if (settings.signingKey !== undefined) refuse('must not be written: leave it out', 'signingKey')
    for (const name of ['issuer', 'baseUrl'] as const)
      if (settings[name]?.startsWith('http:')) refuse('needs https', name)
    if (typeof settings.signIn.clientSecret === 'string')
      refuse('must not be written: {"secretsManager": "<name>"}', 'signIn', 'clientSecret')
    for (const [at, { url, secret }] of webhookEndpoints.entries()) {
      if (url.startsWith('http:')) refuse('needs https', 'webhookEndpoints', at, 'url')
      if ([secret].flat().some((one) => typeof one === 'string'))
        refuse('must not be written: {"secretsManager": "<name>"}', 'webhookEndpoints', at, 'secret')
    }
  })

export type Settings = z.output<typeof settingsSchema>
