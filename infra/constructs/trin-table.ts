import { RemovalPolicy } from 'aws-cdk-lib'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  Operation,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { byStateIndex, dueIndex, indexes, partitions, primaryKey, vanishesAt } from '../../shared/store/table.ts'
import { Panel } from './panel.ts'
import { alarmPeriod, TrinAlarm } from './trin-alarm.ts'
import type { TrinFunction } from './trin-function.ts'

export interface TrinTableProps {
  /** What the names of its alarms begin with: `trin-test`. */
  readonly alarmPrefix: string
  /** Point-in-time recovery to any second of the last 35 days. @default true */
  readonly pointInTimeRecovery?: boolean
  /** The table can neither be deleted nor goes when the stack goes. @default false */
  readonly protect?: boolean
}

/** What functions and commands do with the table; an alarm takes ten metrics at most. */
const operations = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.SCAN,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.DELETE_ITEM,
]

const streams = [partitions.project, partitions.meeting]

/**
 * The one table: logs, projections, contacts and the ledger of effects.
 * `TableV2`, because a standby region can then be added later without a new table. Grants name actions, and the
 * partitions they may be used on (`dynamodb:LeadingKeys`), so that one table is no common property.
 */
export class TrinTable extends Construct {
  readonly table: TableV2

  constructor(scope: Construct, id: string, props: TrinTableProps) {
    super(scope, id)
    const protect = props.protect ?? false
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(primaryKey.partition),
      sortKey: text(primaryKey.sort),
      timeToLiveAttribute: vanishesAt,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: props.pointInTimeRecovery ?? true },
      deletionProtection: protect,
      removalPolicy: protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      globalSecondaryIndexes: indexes.map(indexProps),
    })
    this.#watch(props.alarmPrefix)
  }

  #watch(alarmPrefix: string): void {
    const throttled = this.#overAllOperations('ThrottledRequests', 'throttled')
    const failed = this.#overAllOperations('SystemErrors', 'failed')
    new TrinAlarm(this, 'ThrottlesAlarm', {
      alarmName: `${alarmPrefix}-table-throttles`,
      usersNotice:
        'Some people are told to try again, and lists and mail lag: more is asked of the table than it takes. ' +
        'It grows by itself within half an hour; if it goes on, look for what asks so much (the dashboard shows which function).',
      metric: throttled,
      threshold: 10,
      evaluationPeriods: 2,
    })
    new TrinAlarm(this, 'ErrorsAlarm', {
      alarmName: `${alarmPrefix}-table-errors`,
      usersNotice:
        'Some people are told to try again: DynamoDB itself fails. What was answered with success stands. ' +
        'Look at the AWS Health Dashboard; all catches up once it is over.',
      metric: failed,
      threshold: 5,
      evaluationPeriods: 2,
    })
    new Panel(this, 'Panel', { group: 'Table', title: 'Requests to the table that failed', left: [throttled, failed] })
    new Panel(this, 'UnitsPanel', {
      group: 'Table',
      title: 'Units of the table (what it costs)',
      left: [
        this.table.metricConsumedReadCapacityUnits({ label: 'read' }),
        this.table.metricConsumedWriteCapacityUnits({ label: 'written' }),
      ],
    })
  }

  /** `SUM` and not `+`, which is nothing as soon as one operation has nothing to tell. */
  #overAllOperations(metricName: string, label: string): MathExpression {
    const named = operations.map((operation) => [
      `${label}${operation}`,
      this.table.metric(metricName, {
        dimensionsMap: { TableName: this.table.tableName, Operation: operation },
        statistic: 'sum',
      }),
    ])
    return new MathExpression({
      expression: `SUM([${named.map(([id]) => id).join(', ')}])`,
      usingMetrics: Object.fromEntries(named),
      label,
      period: alarmPeriod,
    })
  }

  /** Reads the logs and projections of projects and meetings. */
  grantReadStreams(fn: TrinFunction): void {
    this.#grant(fn, ['GetItem', 'Query'], streams)
  }

  /** Appends commits to the logs, or projections beside them. */
  grantAppend(fn: TrinFunction): void {
    this.grantReadStreams(fn)
    this.#grant(fn, ['PutItem'], streams)
  }

  /** Reads the names and addresses of persons. */
  grantReadContacts(fn: TrinFunction): void {
    this.#grant(fn, ['BatchGetItem'], [partitions.contact])
  }

  /** Keeps the contacts of a commit aside, and writes over them when it is refused. */
  grantStageContacts(fn: TrinFunction): void {
    this.#grant(fn, ['PutItem'], [partitions.staged])
  }

  /** Lets the contacts of a commit count, or writes over them. */
  grantSettleContacts(fn: TrinFunction): void {
    this.#grant(fn, ['GetItem', 'PutItem'], [partitions.staged])
    this.#grant(fn, ['GetItem', 'PutItem'], [partitions.contact])
  }

  /** Takes, finishes and gives back the leases of effects. */
  grantLedger(fn: TrinFunction): void {
    this.#grant(fn, ['GetItem', 'PutItem', 'DeleteItem'], [partitions.effect])
  }

  /** Keeps letters for the post of a morning. */
  grantKeepForPost(fn: TrinFunction): void {
    this.#grant(fn, ['GetItem', 'PutItem'], [partitions.post])
  }

  /** Keeps letters for the post of a morning, and hands them out when it goes. */
  grantPost(fn: TrinFunction): void {
    this.grantKeepForPost(fn)
    this.#grant(fn, ['Query'], [partitions.post])
  }

  /** Gathers late letters, and clears them once they are told. */
  grantDigests(fn: TrinFunction): void {
    this.#grant(fn, ['Query', 'PutItem', 'DeleteItem'], [partitions.digest])
  }

  /** Reads who wants no reminders. */
  grantReadPreferences(fn: TrinFunction): void {
    this.#grant(fn, ['GetItem'], [partitions.preference])
  }

  /** Notes who wants no reminders. */
  grantNotePreferences(fn: TrinFunction): void {
    this.#grant(fn, ['PutItem'], [partitions.preference])
  }

  /** Keeps drafts of ideas. */
  grantDrafts(fn: TrinFunction): void {
    this.#grant(fn, ['GetItem', 'PutItem', 'DeleteItem'], [partitions.draft])
  }

  /** Reads drafts of ideas. */
  grantReadDrafts(fn: TrinFunction): void {
    this.#grant(fn, ['GetItem'], [partitions.draft])
  }

  /** Counts how often somebody sends something. */
  grantCountSenders(fn: TrinFunction): void {
    this.#grant(fn, ['UpdateItem'], [partitions.sender])
  }

  /** Notes who is to be erased. */
  grantNoteErasures(fn: TrinFunction): void {
    this.#grant(fn, ['GetItem', 'PutItem'], [partitions.erasure])
  }

  /**
   * Takes a person out of everything. It reads all there is: which texts hold a name, no key says, and a scan cannot be
   * bound to partitions. What it writes and deletes, it does where persons are, and nowhere may it delete a commit.
   */
  grantErase(fn: TrinFunction): void {
    fn.allow({ actions: ['dynamodb:Scan'], resources: [this.table.tableArn] })
    this.#grant(fn, ['UpdateItem'], streams)
    this.#grant(fn, ['BatchGetItem', 'DeleteItem'], [partitions.contact])
    this.#grant(fn, ['GetItem', 'PutItem'], [partitions.staged])
    this.#grant(fn, ['DeleteItem'], [partitions.effect, partitions.preference])
    this.#grant(fn, ['Query', 'DeleteItem'], [partitions.digest, partitions.draft])
    this.#grant(fn, ['GetItem', 'Query', 'UpdateItem'], [partitions.erasure])
  }

  /** Lists projections by state. */
  grantListByState(fn: TrinFunction): void {
    this.#grantIndex(fn, byStateIndex.name)
  }

  /** Asks what is due. */
  grantListDue(fn: TrinFunction): void {
    this.#grantIndex(fn, dueIndex.name)
  }

  #grant(fn: TrinFunction, acts: readonly string[], leading: readonly string[]): void {
    fn.tell('table', this.table.tableName)
    fn.allow({
      actions: acts.map((act) => `dynamodb:${act}`),
      resources: [this.table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leading.map((key) => `${key}*`) } },
    })
  }

  #grantIndex(fn: TrinFunction, index: string): void {
    fn.tell('table', this.table.tableName)
    fn.allow({ actions: ['dynamodb:Query'], resources: [`${this.table.tableArn}/index/${index}`] })
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING })

const indexProps = ({ name, partition, sort, projected }: (typeof indexes)[number]): GlobalSecondaryIndexPropsV2 => ({
  indexName: name,
  partitionKey: text(partition),
  sortKey: text(sort),
  ...(projected.length === 0
    ? { projectionType: ProjectionType.KEYS_ONLY }
    : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projected] }),
})
