import { SESClient } from '@aws-sdk/client-ses'
import { sdkClientOptions } from '../../shared/aws/sdk-client-options.ts'
import { domainClock } from '../../shared/clock/domain-clock.ts'
import { wallPace } from '../../shared/clock/wall-pace.ts'
import { variable } from '../../shared/environment.ts'
import { personalLinks } from '../../shared/identity/personal-link.ts'
import { sealBy } from '../../shared/identity/seal.ts'
import { standardOutput } from '../../shared/logging/log-line.ts'
import { renderDigest } from '../../shared/mail/render-digest.ts'
import { renderDraftLink } from '../../shared/mail/render-draft-link.ts'
import { renderLetter } from '../../shared/mail/render-letter.ts'
import { sesMailer } from '../../shared/mail/ses.ts'
import { unsubscribeAddresses } from '../../shared/mail/unsubscribe-keys.ts'
import { sqsClientOnDemand } from '../../shared/messaging/client.ts'
import { sqsDigestTimer } from '../../shared/messaging/digest-timer.ts'
import { sqsPostMessages } from '../../shared/messaging/post-messages.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoContacts } from '../../shared/store/contacts.ts'
import { dynamoDigests } from '../../shared/store/digests.ts'
import { dynamoDrafts } from '../../shared/store/drafts.ts'
import { dynamoEffectLedger } from '../../shared/store/effect-ledger.ts'
import { dynamoMailPreferences } from '../../shared/store/mail-preferences.ts'
import { dynamoPostRounds } from '../../shared/store/post-rounds.ts'
import { environmentSchema } from './environment.ts'
import type { NotificationParts } from './handler.ts'

/** SES answers within a second, as a rule; to give up early leaves more mails whose fate nobody knows. */
const patience = { requestTimeout: 8_000, maxAttempts: 1 } as const

/** The parts of notification, by its environment. @throws ZodError when something it reads is missing or wrong. */
export const notification = (variables: Readonly<Record<string, string | undefined>>): NotificationParts => {
  const settings = environmentSchema.parse(variables)
  const signingKey = settings[variable.signingKey]
  const baseUrl = settings[variable.baseUrl]
  const sender = settings[variable.mailSender]
  const configurationSet = settings[variable.configurationSet]
  const mailQueue = { client: sqsClientOnDemand(variables), queueUrl: settings[variable.mailQueue] }
  const dynamo = { client: dynamoClient(variables), table: settings[variable.table] }
  return {
    log: dynamoCommitLog(dynamo),
    contacts: dynamoContacts({ ...dynamo, signingKey }),
    ledger: dynamoEffectLedger(dynamo),
    digests: dynamoDigests(dynamo),
    drafts: dynamoDrafts(dynamo),
    draftSeal: sealBy(signingKey, 'draft'),
    typesetDraft: renderDraftLink,
    preferences: dynamoMailPreferences(dynamo),
    digestTimer: sqsDigestTimer(mailQueue),
    rounds: dynamoPostRounds({ ...dynamo, clock: domainClock }),
    postMessages: sqsPostMessages(mailQueue),
    mailer: sesMailer({
      client: new SESClient(sdkClientOptions('SES', variables, patience)),
      sender,
      domain: sender.slice(sender.indexOf('@') + 1),
      pause: wallPace({ first: 200, longest: 2_000 }).pause,
      ...(configurationSet === undefined ? {} : { configurationSet }),
    }),
    typesetter: { letter: renderLetter, digest: renderDigest },
    links: personalLinks({ signingKey, baseUrl }),
    unsubscribeKeys: unsubscribeAddresses(sealBy(signingKey, 'unsubscribe'), baseUrl),
    mailboxes: settings[variable.mailboxes],
    settings: settings[variable.processSettings],
    quietSeconds: settings[variable.digestQuiet],
    leaseSeconds: settings[variable.mailLease],
    baseUrl,
    wallClock: () => new Date().toISOString(),
    writeLine: standardOutput,
  }
}
