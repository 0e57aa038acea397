import { CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib'
import type { RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { routes } from '../shared/api/routes.ts'
import type { Bundles, FunctionName } from './bundle.ts'
import { DeadLetters } from './constructs/dead-letters.ts'
import { HourlySchedule } from './constructs/hourly-schedule.ts'
import { HttpApi } from './constructs/http-api.ts'
import { MailIdentity } from './constructs/mail-identity.ts'
import { QueueWithDeadLetters } from './constructs/queue-with-dead-letters.ts'
import { SigningKey } from './constructs/signing-key.ts'
import { TrinFunction } from './constructs/trin-function.ts'
import { TrinTable } from './constructs/trin-table.ts'
import type { Settings } from './settings.ts'

export interface TrinStackProps {
  readonly settings: Settings
  readonly bundles: Bundles
}

/** Everything Trin runs on: which function hears what, and what it may touch. */
export class TrinStack extends Stack {
  constructor(scope: Construct, id: string, { settings, bundles }: TrinStackProps) {
    const name = `trin-${settings.stage}`
    super(scope, id, {
      stackName: name,
      description: 'Trin carries a project through the process of OS2, from idea to product',
      terminationProtection: settings.protectData,
      env: { region: settings.region, ...(settings.account === undefined ? {} : { account: settings.account }) },
    })
    Tags.of(this).add('application', 'trin')
    Tags.of(this).add('stage', settings.stage)
    const logRetention: RetentionDays = settings.logRetentionDays

    const table = new TrinTable(this, 'Table', { protect: settings.protectData })
    const key = new SigningKey(this, 'SigningKey', {
      secretName: `${name}-signing-key`,
      protect: settings.protectData,
      ...(settings.signingKey === undefined ? {} : { known: settings.signingKey }),
    })
    const mailIdentity = new MailIdentity(this, 'MailIdentity', {
      configurationSetName: name,
      sender: settings.sender,
      createIdentity: settings.createMailIdentity,
    })

    const fn = (
      of: FunctionName,
      description: string,
      props: { readonly timeout?: Duration; readonly memorySize?: number } = {},
    ) =>
      new TrinFunction(this, pascalCase(of), {
        functionName: `${name}-${of}`,
        folder: bundles.folderOf(of),
        description,
        logRetention,
        ...props,
      })
    const submission = fn('submission', 'Takes in ideas, resubmissions and withdrawals')
    const classification = fn('classification', 'The desk of the secretariat: levels, returns, comments, readiness')
    const classifySubmitted = fn('classify-submitted', 'Proposes a level for each idea that comes in', {
      timeout: Duration.seconds(30),
    })
    const boardDecision = fn('board-decision', 'The table of the board: meetings, votes, rankings, decisions')
    const agendaKeeper = fn('agenda-keeper', 'Carries events between projects and meetings', {
      timeout: Duration.seconds(30),
    })
    const progress = fn('progress', 'People, start, reports, reviews, conditions')
    const progressMonitor = fn('progress-monitor', 'Asks every hour what is due and chases it', {
      timeout: Duration.minutes(5),
    })
    const relay = fn('relay', 'Confirms commits, writes projections, hands events on', {
      timeout: Duration.seconds(30),
    })
    const notification = fn('notification', 'Writes mail', { timeout: Duration.seconds(60) })
    const webhookDelivery = fn('webhook-delivery', 'Sends signed events to other systems', {
      timeout: Duration.seconds(60),
    })
    const portfolio = fn('portfolio', 'Reads: lists, projects, history, health; sends links anew')

    const queue = (of: string, variable: QueueWithDeadLettersVariable, visibility: Duration, usersNotice: string) =>
      new QueueWithDeadLetters(this, `${pascalCase(of)}Queue`, {
        queueName: `${name}-${of}`,
        variable,
        visibilityTimeout: visibility,
        usersNotice,
      })
    const commits = queue(
      'commits',
      'commitsQueue',
      Duration.minutes(3),
      'Lists and worklists lag behind, and mails about some changes do not come, though the changes themselves stand. ' +
        'See the log of relay, mend the cause, then redrive trin commits-dead-letters.',
    )
    const classify = queue(
      'classify',
      'classifyQueue',
      Duration.minutes(3),
      'New ideas show no proposed level; the secretariat can place them by hand. ' +
        'See the log of classify-submitted, mend the cause, then redrive classify-dead-letters.',
    )
    const agenda = queue(
      'agenda',
      'agendaQueue',
      Duration.minutes(3),
      'Concepts that are ready, or decisions that were made, do not show on the agenda of the meeting. ' +
        'See the log of agenda-keeper, mend the cause, then redrive agenda-dead-letters.',
    )
    const mail = queue(
      'mail',
      'mailQueue',
      Duration.minutes(6),
      'Somebody has not been told by mail what happened or whose move it is. ' +
        'See the log of notification and the state of SES, mend the cause, then redrive mail-dead-letters.',
    )
    const webhooks = queue(
      'webhooks',
      'webhooksQueue',
      Duration.minutes(6),
      'Another system has not heard of some events; people are not affected. ' +
        'See the log of webhook-delivery, mend the cause, then redrive webhooks-dead-letters.',
    )

    commits.feeds(relay)
    classify.feeds(classifySubmitted, { concurrency: 2 })
    agenda.feeds(agendaKeeper, { concurrency: 2 })
    mail.feeds(notification, { concurrency: 2 })
    webhooks.feeds(webhookDelivery, { concurrency: 5 })

    const baseUrl = settings.baseUrl
    const process = JSON.stringify(settings.processSettings)
    for (const writer of [
      submission,
      classification,
      classifySubmitted,
      boardDecision,
      agendaKeeper,
      progress,
      progressMonitor,
    ]) {
      table.grantCommit(writer)
      commits.grantSend(writer)
      key.grantUse(writer)
      writer.tell('processSettings', process)
    }
    for (const lister of [classification, boardDecision, agendaKeeper, progress, progressMonitor, portfolio]) {
      table.grantLists(lister)
    }
    table.grantDue(progressMonitor)

    table.grantRelay(relay)
    commits.grantGiveBack(relay)
    for (const channel of [classify, agenda, mail, webhooks]) channel.grantSend(relay)
    if (settings.relayLookAgain !== undefined) relay.tell('relayLookAgain', String(settings.relayLookAgain))

    table.grantLedger(notification)
    mail.grantSend(notification)
    mailIdentity.grantSend(notification)
    key.grantUse(notification)
    notification.tell('mailboxes', JSON.stringify(settings.mailboxes))
    notification.tell('processSettings', process)

    table.grantLedger(webhookDelivery)
    webhooks.grantGiveBack(webhookDelivery)
    webhookDelivery.tell('webhookEndpoints', endpointsText(settings.webhookEndpoints))
    webhookDelivery.tell('webhookPrivateTargets', String(settings.webhookPrivateTargets))

    table.grantRead(portfolio)
    mail.grantSend(portfolio)
    key.grantUse(portfolio)
    portfolio.tell('processSettings', process)

    const api = new HttpApi(this, 'HttpApi', {
      apiName: name,
      routes,
      functions: { submission, classification, 'board-decision': boardDecision, progress, portfolio },
      logRetention,
      throttling: settings.throttling,
      routeThrottling: Object.fromEntries(
        ['POST /api/projects', 'POST /api/links'].map((key) => [
          key,
          { rate: settings.throttling.anonymousWriteRate, burst: settings.throttling.anonymousWriteBurst },
        ]),
      ),
    })
    for (const edge of [submission, classification, boardDecision, progress, portfolio]) {
      edge.tell('issuer', settings.issuer)
      edge.tell('audience', settings.audience)
    }
    for (const linker of [
      submission,
      classification,
      boardDecision,
      progress,
      portfolio,
      notification,
      webhookDelivery,
    ]) {
      linker.tell('baseUrl', baseUrl ?? api.api.apiEndpoint)
    }

    new HourlySchedule(this, 'Hourly', {
      scheduleName: `${name}-progress-monitor`,
      description: 'What is due is chased at the start of every hour',
      target: progressMonitor,
      deadLetters: new DeadLetters(this, 'MonitorDeadLetters', {
        queueName: `${name}-monitor-dead-letters`,
        usersNotice:
          'Reminders and consequences of overdue items come late: an hourly look at what is due has failed. ' +
          'The next one that succeeds catches up; see the log of progress-monitor if this goes on.',
      }),
    })

    new CfnOutput(this, 'ApiUrl', { value: api.api.apiEndpoint })
    new CfnOutput(this, 'TableName', { value: table.table.tableName })
    for (const [of, { queue, deadLetters }] of Object.entries({ commits, classify, agenda, mail, webhooks })) {
      new CfnOutput(this, `${pascalCase(of)}QueueUrl`, { value: queue.queueUrl })
      new CfnOutput(this, `${pascalCase(of)}DeadLettersUrl`, { value: deadLetters.queue.queueUrl })
    }
  }
}

type QueueWithDeadLettersVariable = ConstructorParameters<typeof QueueWithDeadLetters>[2]['variable']

function endpointsText(endpoints: Settings['webhookEndpoints']): string {
  return JSON.stringify(endpoints)
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
