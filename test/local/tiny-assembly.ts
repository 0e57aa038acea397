import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dueIndex, primaryKey } from '../../shared/store/table.ts'

type Properties = Readonly<Record<string, unknown>>
interface Resource {
  readonly Type: string
  readonly Properties: Properties
}
type Resources = Readonly<Record<string, Resource>>

/** A stack as the CDK would write it, with functions of a few lines: resources by logical id. */
export interface TinyAssembly {
  readonly resources: Resources
  /** Sources of the functions, by the hash of their asset. */
  readonly code: Readonly<Record<string, string>>
}

export const getAtt = (logicalId: string, name: string) => ({ 'Fn::GetAtt': [logicalId, name] })
export const ref = (logicalId: string) => ({ Ref: logicalId })

/** A function whose `index.js` is this source. */
export const lambda = (logicalId: string, source: string, properties: Properties = {}): TinyAssembly => {
  const hash = createHash('sha256').update(logicalId).update(source).digest('hex')
  return {
    code: { [hash]: source },
    resources: {
      [logicalId]: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: { 'Fn::Join': ['', ['assets-', ref('AWS::AccountId')]] }, S3Key: `${hash}.zip` },
          FunctionName: `tiny-${logicalId.toLowerCase()}`,
          Handler: 'index.handler',
          Runtime: 'nodejs24.x',
          Role: getAtt('NoSuchRole', 'Arn'),
          Timeout: 5,
          MemorySize: 128,
          ...properties,
        },
      },
    },
  }
}

/** A queue with its dead letters, feeding a function. */
export const queue = (
  logicalId: string,
  target: string,
  properties: Properties = {},
  feed: Properties = {},
): TinyAssembly => ({
  code: {},
  resources: {
    [`${logicalId}Dead`]: {
      Type: 'AWS::SQS::Queue',
      Properties: { QueueName: `tiny-${logicalId.toLowerCase()}-dead-letters` },
    },
    [logicalId]: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: `tiny-${logicalId.toLowerCase()}`,
        VisibilityTimeout: 30,
        RedrivePolicy: { deadLetterTargetArn: getAtt(`${logicalId}Dead`, 'Arn'), maxReceiveCount: 2 },
        ...properties,
      },
    },
    [`${logicalId}Feed`]: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: getAtt(logicalId, 'Arn'),
        FunctionName: ref(target),
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ...feed,
      },
    },
  },
})

/** A table with the index of what is due. */
export const table = (): TinyAssembly => ({
  code: {},
  resources: {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: [primaryKey.partition, primaryKey.sort, dueIndex.partition, dueIndex.sort].map(
          (AttributeName) => ({ AttributeName, AttributeType: 'S' }),
        ),
        KeySchema: [
          { AttributeName: primaryKey.partition, KeyType: 'HASH' },
          { AttributeName: primaryKey.sort, KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: dueIndex.name,
            KeySchema: [
              { AttributeName: dueIndex.partition, KeyType: 'HASH' },
              { AttributeName: dueIndex.sort, KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
        Replicas: [{ Region: 'eu-north-1' }],
      },
    },
  },
})

/** An HTTP API with its routes: from route key to the logical id of a function. */
export const api = (routes: Readonly<Record<string, string>>, stage: Properties = {}): TinyAssembly => ({
  code: {},
  resources: {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'tiny', ProtocolType: 'HTTP' } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true, ...stage },
    },
    ...Object.fromEntries(
      Object.entries(routes).flatMap(([RouteKey, fn], index): [string, Resource][] => [
        [
          `Integration${index}`,
          {
            Type: 'AWS::ApiGatewayV2::Integration',
            Properties: {
              ApiId: ref('Api'),
              IntegrationType: 'AWS_PROXY',
              IntegrationUri: getAtt(fn, 'Arn'),
              PayloadFormatVersion: '2.0',
            },
          },
        ],
        [
          `Route${index}`,
          {
            Type: 'AWS::ApiGatewayV2::Route',
            Properties: {
              ApiId: ref('Api'),
              RouteKey,
              AuthorizationType: 'NONE',
              Target: { 'Fn::Join': ['', ['integrations/', ref(`Integration${index}`)]] },
            },
          },
        ],
      ]),
    ),
  },
})

export const resources = (more: Resources): TinyAssembly => ({ code: {}, resources: more })

/** Writes the parts as one cloud assembly. */
export const writeAssembly = (folder: string, ...parts: readonly TinyAssembly[]): string => {
  const all: Resources = Object.assign({}, ...parts.map((part) => part.resources))
  const code: Readonly<Record<string, string>> = Object.assign({}, ...parts.map((part) => part.code))
  const write = (path: string, value: unknown) => writeFileSync(join(folder, path), JSON.stringify(value))
  mkdirSync(folder, { recursive: true })
  write('manifest.json', {
    artifacts: {
      Tiny: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Tiny.template.json', stackName: 'tiny' },
      },
    },
  })
  write('Tiny.template.json', { Resources: all })
  write('Tiny.assets.json', {
    files: Object.fromEntries(
      Object.keys(code).map((hash) => [hash, { source: { path: `asset.${hash}`, packaging: 'zip' } }]),
    ),
  })
  write('package.json', { type: 'commonjs' })
  for (const [hash, source] of Object.entries(code)) {
    mkdirSync(join(folder, `asset.${hash}`), { recursive: true })
    writeFileSync(join(folder, `asset.${hash}`, 'index.js'), source)
  }
  return folder
}
