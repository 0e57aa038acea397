/**
 * Names of the environment variables: the constructs in `infra` set them, the functions' schemas read them.
 * A function's schema lists only those that it reads.
 */
export const variable = {
  table: 'TABLE_NAME',
  commitsQueue: 'COMMITS_QUEUE_URL',
  classifyQueue: 'CLASSIFY_QUEUE_URL',
  agendaQueue: 'AGENDA_QUEUE_URL',
  mailQueue: 'MAIL_QUEUE_URL',
  webhooksQueue: 'WEBHOOKS_QUEUE_URL',
  erasuresQueue: 'ERASURES_QUEUE_URL',
  /** JSON: overrides of `defaultSettings` of the process. */
  processSettings: 'PROCESS_SETTINGS',
  /** Issuer of the OpenID Connect tokens, a URL. */
  issuer: 'OIDC_ISSUER',
  audience: 'OIDC_AUDIENCE',
  /** JSON: `{ id, secret?, scope, parameters }`, what the pages are to the OpenID provider. */
  client: 'OIDC_CLIENT',
  /** Key material that signs personal links and hashes mail addresses; at least 32 characters. */
  signingKey: 'SIGNING_KEY',
  /** Where people reach Trin, without a slash at the end. */
  baseUrl: 'BASE_URL',
  mailSender: 'MAIL_SENDER',
  /** JSON: `{ secretariat, board, chair }`, each `{ email, language }`. */
  mailboxes: 'MAILBOXES',
  configurationSet: 'SES_CONFIGURATION_SET',
  /** Seconds that a mail may be underway before another takes it over: longer than the function may run, shorter than its queue waits. */
  mailLease: 'MAIL_LEASE_SECONDS',
  /** Seconds without anything new before a digest of late mail goes; at most 900. */
  digestQuiet: 'DIGEST_QUIET_SECONDS',
  /** JSON: `[{ id, url, secret, types?, role? }]`; a secret is `whsec_` and base64, or a list of such. */
  webhookEndpoints: 'WEBHOOK_ENDPOINTS',
  /** `true` lets webhooks reach this machine itself, over plain http too: the local stack only. */
  webhookPrivateTargets: 'WEBHOOK_PRIVATE_TARGETS',
  /** JSON: `{ person, network }`, how many ideas are taken in of one within an hour. */
  ideasAnHour: 'IDEAS_AN_HOUR',
  /** How many people one person may name within an hour, of whom each gets mail. */
  namesAnHour: 'NAMES_AN_HOUR',
  /** `true`: an idea's form wants a proof of work. */
  proofOfWork: 'PROOF_OF_WORK',
  /** Milliseconds; waits of the commit protocol, shorter in the fault matrix. */
  relayLookAgain: 'RELAY_LOOK_AGAIN_MS',
} as const

/** What the name and the address of a queue end in that holds the dead letters of another. */
export const deadLettersSuffix = '-dead-letters'
