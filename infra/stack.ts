import { Annotations, CfnOutput, Duration, SecretValue, Stack, Tags } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { pageRoutes } from '../shared/api/page-routes.ts'
import { routes } from '../shared/api/routes.ts'
import type { Bundles } from './bundle.ts'
import { DeadLetters } from './constructs/dead-letters.ts'
import { HourlySchedule } from './constructs/hourly-schedule.ts'
import { HttpApi } from './constructs/http-api.ts'
import { MailIdentity } from './constructs/mail-identity.ts'
import { QueueWithDeadLetters } from './constructs/queue-with-dead-letters.ts'
import { SigningKey } from './constructs/signing-key.ts'
import { AlarmMail } from './constructs/trin-alarm.ts'
import { TrinDashboard } from './constructs/trin-dashboard.ts'
import { TrinFunction } from './constructs/trin-function.ts'
import { TrinTable } from './constructs/trin-table.ts'
import { type FunctionDescription, type FunctionName, functions } from './functions.ts'
import { type QueueDescription, type QueueName, queues } from './queues.ts'
import { unsetNames } from './settings.ts'
import type { Settings } from './settings-schema.ts'

export interface TrinStackProps {
  readonly settings: Settings
  readonly bundles: Bundles
}

/** Everything Trin runs on: which function hears what, and what it may touch. */
export class TrinStack extends Stack {
  readonly #name: string
  readonly #settings: Settings
  readonly #bundles: Bundles

  constructor(scope: Construct, id: string, { settings, bundles }: TrinStackProps) {
    const name = `trin-${settings.stage}`
    super(scope, id, {
      stackName: name,
      description: 'Trin carries a project through the process of OS2, from idea to product',
      terminationProtection: settings.protectData,
      env: { region: settings.region, ...(settings.account === undefined ? {} : { account: settings.account }) },
    })
    this.#name = name
    this.#settings = settings
    this.#bundles = bundles
    Tags.of(this).add('application', 'trin')
    Tags.of(this).add('stage', settings.stage)
    if (settings.stage !== 'local')
      for (const unset of unsetNames(settings))
        Annotations.of(this).addWarningV2(`trin:${unset}`, `${unset} is still a name that belongs to nobody`)

    const table = new TrinTable(this, 'Table', {
      alarmPrefix: name,
      protect: settings.protectData,
      pointInTimeRecovery: settings.pointInTimeRecovery,
    })
    const key = new SigningKey(this, 'SigningKey', {
      protect: settings.protectData,
      ...(settings.signingKey === undefined ? {} : { known: settings.signingKey }),
    })
    const mailIdentity = new MailIdentity(this, 'MailIdentity', {
      configurationSetName: name,
      sender: settings.sender,
      createIdentity: settings.createMailIdentity,
    })
    const monitorDeadLetters = new DeadLetters(this, 'MonitorDeadLetters', {
      queueName: `${name}-monitor-dead-letters`,
      // Nobody sends them again: once they are gone, the alarm is over.
      retention: Duration.days(1),
      usersNotice:
        'An hourly look at what is due did not take place: reminders come late. The next one catches up; ' +
        'if it goes on, read the log of progress-monitor. What lies here needs no redrive.',
    })

    const submission = this.#function('submission')
    const classification = this.#function('classification')
    const classifySubmitted = this.#function('classify-submitted')
    const boardDecision = this.#function('board-decision')
    const agendaKeeper = this.#function('agenda-keeper')
    const progress = this.#function('progress')
    const stewardship = this.#function('stewardship')
    const progressMonitor = this.#function('progress-monitor', {
      deadLetters: monitorDeadLetters,
      ...(settings.monitorConcurrency === undefined ? {} : { reservedConcurrency: settings.monitorConcurrency }),
    })
    const relay = this.#function('relay')
    const notification = this.#function('notification')
    const webhookDelivery = this.#function('webhook-delivery')
    const portfolio = this.#function('portfolio')
    const erasure = this.#function('erasure')
    const eraser = this.#function('eraser')
    const webPortfolio = this.#function('web-portfolio')
    const webIdea = this.#function('web-idea')
    const webProject = this.#function('web-project')
    const webBoard = this.#function('web-board')
    const webDesk = this.#function('web-desk')
    const webCase = this.#function('web-case')
    const feeds = this.#function('feeds')
    const webSignIn = this.#function('web-sign-in')

    const commits = this.#queue('commits', relay)
    const classify = this.#queue('classify', classifySubmitted)
    const agenda = this.#queue('agenda', agendaKeeper)
    const mail = this.#queue('mail', notification)
    const webhooks = this.#queue('webhooks', webhookDelivery)
    const erasures = this.#queue('erasures', eraser)

    /** Nothing where the defaults hold, so that no function makes what would read it. */
    const tellProcess = (fn: TrinFunction): void => {
      const differs = Object.keys(settings.processSettings).length > 0
      if (differs) fn.tell('processSettings', JSON.stringify(settings.processSettings))
    }

    // Who decides and commits: people at their desks, and what follows by itself.
    const pages = [webIdea, webProject, webCase, webBoard]
    const acting = [submission, classification, boardDecision, progress, stewardship, erasure]
    const desks = [...acting, ...pages]
    for (const fn of [...desks, classifySubmitted, agendaKeeper, progressMonitor, eraser]) {
      table.grantAppend(fn)
      commits.grantSend(fn)
      tellProcess(fn)
    }
    for (const fn of desks) table.grantStageContacts(fn)
    table.grantReadContacts(boardDecision)
    table.grantListByState(agendaKeeper)
    table.grantListDue(progressMonitor)
    // The post of a morning.
    mail.grantSend(progressMonitor)

    // Who carries on what was committed.
    table.grantAppend(relay)
    table.grantSettleContacts(relay)
    table.grantKeepForPost(relay)
    commits.grantGiveBack(relay)
    for (const queue of [classify, agenda, mail, erasures]) queue.grantSend(relay)
    // Where no system listens nothing is sent to the queue that would be emptied for nobody.
    if (settings.webhookEndpoints.length > 0) webhooks.grantSend(relay)
    tellProcess(relay)
    if (settings.relayLookAgain !== undefined) relay.tell('relayLookAgain', String(settings.relayLookAgain))

    // Who tells the world.
    table.grantReadStreams(notification)
    table.grantReadContacts(notification)
    table.grantLedger(notification)
    table.grantPost(notification)
    table.grantDigests(notification)
    table.grantReadPreferences(notification)
    table.grantReadDrafts(notification)
    mail.grantSend(notification)
    mailIdentity.grantSend(notification)
    key.grantUse(notification)
    notification.tell('mailLease', String(3 * notification.timeout.toSeconds()))
    if (settings.digestQuiet !== undefined) notification.tell('digestQuiet', String(settings.digestQuiet))
    notification.tell('mailboxes', JSON.stringify(settings.mailboxes))
    tellProcess(notification)
    table.grantReadStreams(webhookDelivery)
    table.grantLedger(webhookDelivery)
    webhooks.grantSend(webhookDelivery)
    webhooks.grantGiveBack(webhookDelivery)
    webhookDelivery.tell('webhookEndpoints', endpointsText(settings.webhookEndpoints))
    webhookDelivery.tell('webhookPrivateTargets', String(settings.webhookPrivateTargets))

    // Who forgets people.
    for (const fn of [erasure, webProject, webCase]) table.grantNoteErasures(fn)
    table.grantErase(eraser)
    for (const fn of [erasure, webProject, webCase, eraser]) erasures.grantSend(fn)

    // Who answers what is asked.
    table.grantReadStreams(portfolio)
    table.grantReadContacts(portfolio)
    table.grantListByState(portfolio)
    table.grantListByState(feeds)
    table.grantNotePreferences(portfolio)
    mail.grantSend(portfolio)

    // Who shows it as pages, and does what their forms ask for.
    for (const fn of [webPortfolio, webDesk]) table.grantReadStreams(fn)
    webPortfolio.tell('mailboxes', JSON.stringify(settings.mailboxes))
    for (const fn of [webPortfolio, webDesk, webCase, webBoard]) table.grantListByState(fn)
    for (const fn of [webProject, webDesk, webCase, webBoard]) table.grantReadContacts(fn)
    table.grantDrafts(webIdea)
    webIdea.tell('proofOfWork', String(settings.proofOfWork))
    for (const fn of [webIdea, webSignIn]) mail.grantSend(fn)

    // Who brings back what could not be handled.
    const redriven = { commits, classify, agenda, mail, webhooks, erasures }
    for (const queue of Object.values(redriven)) queue.grantRedrive(webDesk)

    const { rate, burst, anonymousWriteRate, anonymousWriteBurst, ideasPerPerson, ideasPerNetwork, namesPerPerson } =
      settings.throttling
    for (const fn of [submission, webIdea]) {
      table.grantCountSenders(fn)
      fn.tell('ideasAnHour', JSON.stringify({ person: ideasPerPerson, network: ideasPerNetwork }))
    }
    for (const fn of [progress, stewardship, webProject]) {
      table.grantCountSenders(fn)
      fn.tell('namesAnHour', String(namesPerPerson))
    }
    const anonymousWrite = { rate: anonymousWriteRate, burst: anonymousWriteBurst }
    const { api } = new HttpApi(this, 'HttpApi', {
      apiName: name,
      routes: [...routes, ...pageRoutes],
      functions: {
        submission,
        classification,
        'board-decision': boardDecision,
        progress,
        stewardship,
        portfolio,
        erasure,
        'web-portfolio': webPortfolio,
        'web-idea': webIdea,
        'web-project': webProject,
        'web-desk': webDesk,
        'web-case': webCase,
        'web-board': webBoard,
        feeds,
        'web-sign-in': webSignIn,
      },
      logRetention: settings.logRetentionDays,
      throttling: { rate, burst },
      routeThrottling: {
        'POST /api/projects': anonymousWrite,
        'POST /api/links': anonymousWrite,
        'POST /links': anonymousWrite,
        'POST /': anonymousWrite,
      },
    })
    for (const fn of [...desks, portfolio, webPortfolio, webDesk, webSignIn]) {
      key.grantUse(fn)
      fn.tell('issuer', settings.issuer)
    }
    for (const fn of [...acting, portfolio, webSignIn]) fn.tell('audience', settings.audience)
    webSignIn.tell('client', clientText(settings.signIn))
    for (const fn of [notification, webhookDelivery, feeds, webSignIn])
      fn.tell('baseUrl', settings.baseUrl ?? api.apiEndpoint)

    new HourlySchedule(this, 'Hourly', {
      scheduleName: `${name}-progress-monitor`,
      description: functions['progress-monitor'].description,
      usersNotice:
        'Nobody is reminded, and nothing overdue has its consequence: the hourly look at what is due has not begun. ' +
        'See that the schedule is enabled and read the log of progress-monitor; the next run catches up, late mail as digests.',
      target: progressMonitor,
      deadLetters: monitorDeadLetters,
    })
    if (settings.alarmAddress !== undefined)
      new AlarmMail(this, 'AlarmMail', { topicName: `${name}-alarms`, address: settings.alarmAddress })
    new TrinDashboard(this, 'Dashboard', { dashboardName: name })

    new CfnOutput(this, 'DashboardUrl', {
      value: `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards/dashboard/${name}`,
    })
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint })
    new CfnOutput(this, 'TableName', { value: table.table.tableName })
    for (const [of, { queue, deadLetters }] of Object.entries(redriven)) {
      new CfnOutput(this, `${pascalCase(of)}QueueUrl`, { value: queue.queueUrl })
      new CfnOutput(this, `${pascalCase(of)}DeadLettersUrl`, { value: deadLetters.queue.queueUrl })
    }
  }

  #function(
    of: FunctionName,
    own: { readonly deadLetters?: DeadLetters; readonly reservedConcurrency?: number } = {},
  ): TrinFunction {
    const { description, usersNotice, timeout = 15 }: FunctionDescription = functions[of]
    const behindQueue = Object.values<QueueDescription>(queues).some(({ feeds }) => feeds === of)
    return new TrinFunction(this, pascalCase(of), {
      functionName: `${this.#name}-${of}`,
      description,
      usersNotice,
      folder: this.#bundles.folderOf(of),
      logRetention: this.#settings.logRetentionDays,
      timeout: Duration.seconds(behindQueue ? (this.#settings.workerTimeout ?? timeout) : timeout),
      ...own,
    })
  }

  #queue(of: QueueName, fn: TrinFunction): QueueWithDeadLetters {
    const { variable, usersNotice, maxReceiveCount, alarmAfter, concurrency }: QueueDescription = queues[of]
    const queue = new QueueWithDeadLetters(this, `${pascalCase(of)}Queue`, {
      queueName: `${this.#name}-${of}`,
      variable,
      usersNotice,
      maxReceiveCount,
      visibilityTimeout: Duration.seconds(6 * fn.timeout.toSeconds()),
      ...(alarmAfter === undefined
        ? {}
        : { alarmAfter: alarmAfter === 'never' ? alarmAfter : Duration.minutes(alarmAfter) }),
    })
    queue.feeds(fn, concurrency === undefined ? {} : { concurrency })
    return queue
  }
}

type SecretSetting = NonNullable<Settings['signIn']['clientSecret']>

/** A secret that is named becomes a reference that CloudFormation resolves. */
function secretText(secret: SecretSetting): string {
  if (typeof secret === 'string') return secret
  return SecretValue.secretsManager(
    secret.secretsManager,
    secret.field === undefined ? {} : { jsonField: secret.field },
  ).unsafeUnwrap()
}

/** The endpoints as JSON. */
function endpointsText(endpoints: Settings['webhookEndpoints']): string {
  return JSON.stringify(
    endpoints.map((endpoint) => ({
      ...endpoint,
      secret: Array.isArray(endpoint.secret) ? endpoint.secret.map(secretText) : secretText(endpoint.secret),
    })),
  )
}

/** What the pages are to the issuer, as JSON. */
function clientText({ clientId, clientSecret, scope, parameters }: Settings['signIn']): string {
  const secret = clientSecret === undefined ? {} : { secret: secretText(clientSecret) }
  return JSON.stringify({ id: clientId, ...secret, scope, parameters })
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
