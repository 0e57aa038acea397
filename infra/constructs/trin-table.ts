import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { byStateIndex, dueIndex, primaryKey } from '../../shared/store/table.ts'
import type { TrinFunction } from './trin-function.ts'

export interface TrinTableProps {
  /** Point-in-time recovery to any second of the last 35 days. @default true */
  readonly pointInTimeRecovery?: boolean
  /** Neither the stack nor a person deletes the table by mistake. @default false */
  readonly protect?: boolean
}

/**
 * The one table: logs, projections, contacts and the effect ledger.
 * `TableV2`, since a standby region can then be added later without a new table; today it has one.
 */
export class TrinTable extends Construct {
  readonly table: TableV2

  constructor(scope: Construct, id: string, props: TrinTableProps = {}) {
    super(scope, id)
    const protect = props.protect ?? false
    const text = (name: string) => ({ name, type: AttributeType.STRING })
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(primaryKey.partition),
      sortKey: text(primaryKey.sort),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: props.pointInTimeRecovery ?? true },
      deletionProtection: protect,
      removalPolicy: protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      globalSecondaryIndexes: [
        {
          indexName: byStateIndex.name,
          partitionKey: text(byStateIndex.partition),
          sortKey: text(byStateIndex.sort),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: [...byStateIndex.projected],
        },
        {
          indexName: dueIndex.name,
          partitionKey: text(dueIndex.partition),
          sortKey: text(dueIndex.sort),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    })
  }

  /** Reads streams, projections and contacts by their keys. */
  grantRead(fn: TrinFunction): void {
    this.#grant(fn, ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'])
  }

  /** Appends commits, keeps the contacts they bring, and clears those that a refused commit left behind. */
  grantCommit(fn: TrinFunction): void {
    this.grantRead(fn)
    this.#grant(fn, ['dynamodb:PutItem', 'dynamodb:DeleteItem'])
  }

  /** Confirms or voids commits, writes projections, confirms or discards staged contacts. */
  grantRelay(fn: TrinFunction): void {
    this.grantRead(fn)
    this.#grant(fn, ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'])
  }

  /** Takes, finishes and gives back the leases of effects. */
  grantLedger(fn: TrinFunction): void {
    this.grantRead(fn)
    this.#grant(fn, ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'])
  }

  /** Lists projections by state. */
  grantLists(fn: TrinFunction): void {
    this.#grantIndex(fn, byStateIndex.name)
  }

  /** Asks what is due. */
  grantDue(fn: TrinFunction): void {
    this.#grantIndex(fn, dueIndex.name)
  }

  #grant(fn: TrinFunction, actions: readonly string[]): void {
    fn.tell('table', this.table.tableName)
    fn.allow({ actions, resources: [this.table.tableArn] })
  }

  #grantIndex(fn: TrinFunction, index: string): void {
    fn.tell('table', this.table.tableName)
    fn.allow({ actions: ['dynamodb:Query'], resources: [`${this.table.tableArn}/index/${index}`] })
  }
}
