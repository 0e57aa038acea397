import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { variable } from '../../shared/environment.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoDbAt, type Endpoints, environmentFor, sqsAt } from './clients.ts'
import { nextDueIn } from './clock/due-moments.ts'
import { openClock } from './clock/movable-clock.ts'
import { type ClockMover, clockMover } from './clock/move-clock.ts'
import { announceRunning, keepSecrets, openDataFolder, retractRunning } from './data-folder.ts'
import type { AccountRole } from './engines/development-users.ts'
import { startDynamoDb } from './engines/dynamodb.ts'
import { ensureQueues } from './engines/ensure-queues.ts'
import { ensureTables } from './engines/ensure-tables.ts'
import { close, listen } from './engines/loopback.ts'
import { type Mail, openMailRecord } from './engines/mail-record.ts'
import { startOpenIdProvider } from './engines/oidc.ts'
import { startSes } from './engines/ses.ts'
import { account, startSqs } from './engines/sqs.ts'
import { lockFolder } from './folder-lock.ts'
import { forgetErased } from './forget-erased.ts'
import { openFunctionLog } from './lambda/function-log.ts'
import type { Answered, Outcome } from './lambda/function-runner.ts'
import { localApi } from './local-api.ts'
import { planStack } from './plan/plan.ts'
import { redrive } from './redrive.ts'
import { runPlan } from './run-plan.ts'
import { shortName } from './short-name.ts'
import { type ClockReading, readClock, readStatus, type Status } from './status.ts'
import { onItsWay, untilQuiet } from './stillness.ts'
import { synthesize } from './synthesize.ts'
import { type Assembly, readAssembly, type Template } from './template.ts'
import { fetchToken, type TokenWishes } from './token.ts'

export interface LocalStackOptions {
  /** Where everything is kept; nobody else may run on it. */
  readonly dataFolder: string
  /** @default 0, a free one */
  readonly port?: number
  /** Folder of a cloud assembly. @default synthesized from the CDK app */
  readonly assembly?: string
  /** Changes the template before it is run: shorter timeouts, another endpoint. */
  readonly template?: (template: Template) => Template
  /** Values of the CDK app's settings beside `stage`, `baseUrl` and `issuer`. */
  readonly context?: Readonly<Record<string, unknown>>
  /** Texts of the template that are known only now, and what they become. */
  readonly placeholders?: Readonly<Record<string, string>>
  /** What the functions see instead of the engines, such as a proxy that loses answers. */
  readonly before?: (endpoints: Endpoints) => Endpoints | Promise<Endpoints>
  /** Milliseconds: a message that becomes visible within this time is waited for (`stillness.ts`). @default 5,000 */
  readonly soon?: number
  /** Milliseconds: how long a stop lets functions run on. @default 5,000 */
  readonly grace?: number
  /** Executions of one function at the same time. @default 4 */
  readonly concurrency?: number
  /** Told of each invocation that answered. */
  readonly answered?: (invocation: Answered) => void
  /** What goes on, a line each. @default nowhere */
  readonly log?: (line: string) => void
}

export interface LocalStack {
  /** `http://localhost:<port>` */
  readonly url: string
  readonly issuer: string
  /** Absolute. */
  readonly dataFolder: string
  /** Address of the mails' web inbox. */
  readonly inbox: string
  readonly endpoints: Endpoints
  /** What a program of ours needs in its environment to work on this stack: endpoints, credentials, names. */
  readonly environment: Readonly<Record<string, string>>
  readonly status: () => Status
  /** Resolves once nothing is on its way. @throws NotQuiet after so many milliseconds, by default 60,000. */
  readonly quiet: (within?: number) => Promise<void>
  readonly clock: ClockMover & { readonly read: () => ClockReading }
  /** @param after only mails with a higher number. */
  readonly mails: (after?: number) => Promise<readonly Mail[]>
  readonly token: (role: AccountRole, wishes?: TokenWishes) => Promise<string>
  /** Invokes a function by its short name. */
  readonly invoke: (name: string, event: unknown) => Promise<Outcome>
  /** Brings the dead letters of a queue back, by its short name. @returns how many. */
  readonly redrive: (queue: string) => Promise<number>
  readonly stop: () => Promise<void>
}

/** What stands in a synthesized template for the address of the stack, which is known only when it runs. */
const addressPlaceholder = 'http://trin-local.invalid'
const region = 'eu-north-1'

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/**
 * Runs the synthesized template on this machine.
 * @throws TemplateNotUnderstood, FolderInUse, SynthesisFailed; whatever was started is stopped again.
 */
export const startLocalStack = async (options: LocalStackOptions): Promise<LocalStack> => {
  const closers: (() => unknown)[] = []
  const stop = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    return await start(options, stop, (closer) => closers.push(closer))
  } catch (error) {
    await stop()
    throw error
  }
}

const start = async (
  options: LocalStackOptions,
  stop: () => Promise<void>,
  closing: (closer: () => unknown) => void,
): Promise<LocalStack> => {
  const log = options.log ?? (() => undefined)
  const data = openDataFolder(options.dataFolder)
  closing(lockFolder(data))
  const { server, answerWith } = door()
  const url = `http://localhost:${await listen(server, options.port)}`
  closing(() => close(server))
  const issuer = `${url}/oidc`
  const assembly = await assemblyOf(options, url)

  const clock = openClock(data)
  const dynamodb = await startDynamoDb(data.sub('dynamodb'))
  closing(dynamodb.stop)
  const sqs = await startSqs(data.sub('sqs'), region)
  closing(sqs.stop)
  const record = openMailRecord(join(data.path, 'mails.ndjson'))
  const ses = await startSes(record, () => new Date(clock.now()).toISOString())
  closing(ses.stop)
  const endpoints = { dynamodb: dynamodb.endpoint, sqs: sqs.endpoint, ses: ses.endpoint }
  const seen = (await options.before?.(endpoints)) ?? endpoints

  const plan = planStack(assembly, {
    region,
    account,
    url,
    queueUrl: (name) => sqs.queueUrl(name).replace(endpoints.sqs, seen.sqs),
    secret: keepSecrets(data),
  })
  const tables = dynamoDbAt(endpoints.dynamodb, region)
  const queues = sqsAt(endpoints.sqs, region)
  closing(() => [tables.destroy(), queues.destroy()])
  await ensureTables(tables, plan.tables, data.path, log)
  ensureQueues(sqs, plan.queues, log)

  const functionLog = openFunctionLog(data.sub('logs'))
  closing(functionLog.close)
  const environment = environmentFor(seen, region)
  const names: Record<string, string> = Object.assign({}, ...plan.functions.map((fn) => fn.environment))
  const forget = async (): Promise<void> => {
    const { [variable.table]: table, [variable.signingKey]: signingKey } = names
    if (table === undefined || signingKey === undefined) return
    const client = dynamoClient(environmentFor(endpoints, region))
    await forgetErased(record, { client, table, signingKey })
    client.destroy()
    await dynamodb.compact()
  }
  const running = runPlan(plan, {
    region,
    data,
    clock: clock.shared,
    sqs,
    client: queues,
    functionLog,
    log,
    environment,
    concurrency: options.concurrency ?? 4,
    ...(options.answered === undefined ? {} : { answered: options.answered }),
    afterwards: async ({ name }) => {
      if (shortName(assembly.stackName, name) === 'eraser') await forget()
    },
  })
  closing(() => running.stop(options.grace ?? 5_000))

  const look = () => onItsWay({ sqs, pollers: running.pollers, runners: running.runners, soon: options.soon ?? 5_000 })
  const quiet = (within = 60_000) => untilQuiet(look, within)
  const [table] = plan.tables
  const mover = clockMover({
    clock,
    nextDue: table === undefined ? async () => undefined : nextDueIn(tables, table.name),
    runSchedules: running.scheduler.runAll,
    quiet: () => quiet(120_000),
  })
  const status = () =>
    readStatus({
      url,
      stackName: assembly.stackName,
      clock,
      sqs,
      queues: plan.queues,
      schedules: plan.schedules,
      runners: running.runners,
      record,
      onItsWay: look,
    })
  const provider = await startOpenIdProvider(issuer, names[variable.audience] ?? 'trin', data)
  const local = localApi({
    status,
    readClock: () => readClock(clock),
    mover,
    quiet,
    mails: record.mails,
    inbox: ses.endpoint,
    forget,
  })
  answerWith((request, response) => {
    if (isUnder('/local', request)) return local(request, response)
    if (isUnder('/oidc', request)) return provider.handle(request, response)
    return running.handle(request, response)
  })
  const forTools = { ...names, ...environmentFor(endpoints, region) }
  announceRunning(data, { pid: process.pid, url, environment: forTools })
  closing(() => retractRunning(data))
  closing(() => answerWith(unavailable))

  return {
    url,
    issuer,
    dataFolder: data.path,
    inbox: ses.endpoint,
    endpoints,
    environment: forTools,
    status,
    quiet,
    clock: { ...mover, read: () => readClock(clock) },
    mails: record.mails,
    token: (role, wishes) => fetchToken(url, role, wishes),
    invoke: (name, event) => {
      const runner = running.runners.find(({ plan: fn }) => shortName(assembly.stackName, fn.name) === name)
      if (runner === undefined) throw new Error(`no function ${name}`)
      return runner.invoke(event)
    },
    redrive: (queue) => redrive(queues, queue),
    stop,
  }
}

const assemblyOf = async (options: LocalStackOptions, url: string): Promise<Assembly> => {
  const context = {
    ...options.context,
    stage: 'local',
    baseUrl: addressPlaceholder,
    issuer: `${addressPlaceholder}/oidc`,
  }
  const folder = options.assembly ?? (await synthesize(context))
  const assembly = readAssembly(folder, { ...options.placeholders, [addressPlaceholder]: url })
  return options.template === undefined ? assembly : { ...assembly, template: options.template(assembly.template) }
}

/** While it starts and while it stops. */
const unavailable: Handler = (_, response) =>
  response
    .writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' })
    .end('{"message":"Service Unavailable"}')

/** The one server that people meet: it listens before there is anything to answer with, since its port is part of all. */
const door = (): { readonly server: Server; readonly answerWith: (handler: Handler) => void } => {
  let handle: Handler = unavailable
  const server = createServer(async (request, response) => {
    try {
      await handle(request, response)
    } catch {
      // The client went away, or said something that is no HTTP.
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Internal Server Error"}')
    }
  })
  return {
    server,
    answerWith: (handler) => {
      handle = handler
    },
  }
}

const isUnder = (path: string, { url = '/' }: IncomingMessage): boolean =>
  url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`)
