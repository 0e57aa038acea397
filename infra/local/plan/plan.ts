import { z } from 'zod'
import { type Identity, resolver } from '../intrinsics.ts'
import { type Assembly, type Resource, TemplateNotUnderstood } from '../template.ts'
import { type FunctionPlan, type MappingPlan, planFunction, planMapping } from './functions.ts'
import type { Named } from './properties.ts'
import { planQueue, type QueuePlan } from './queues.ts'
import { planRoutes, type RoutePlan } from './routes.ts'
import { planSchedule, type SchedulePlan } from './schedules.ts'
import { planTable, type TablePlan } from './tables.ts'
import { typesWithoutMeaning } from './without-meaning.ts'

/** Everything that the template says and that runs on one machine. */
export interface Plan {
  readonly tables: readonly TablePlan[]
  readonly queues: readonly QueuePlan[]
  readonly functions: readonly FunctionPlan[]
  readonly mappings: readonly MappingPlan[]
  readonly routes: readonly RoutePlan[]
  readonly schedules: readonly SchedulePlan[]
}

/** What only the running parts know. */
export interface Place {
  readonly region: string
  readonly account: string
  /** Where the gateway answers. */
  readonly url: string
  /** The address of a queue. */
  readonly queueUrl: (name: string) => string
  /** Makes the secret on first use and keeps it. */
  readonly secret: (name: string, properties: Resource['Properties']) => string
}

/** The property that names a resource, by its type; without it the name derives from the stack and the logical id. */
const nameProperty: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
}

const plannedTypes: ReadonlySet<string> = new Set([
  ...Object.keys(nameProperty),
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Scheduler::Schedule',
])

/**
 * Reads the whole template into what runs here.
 * @throws TemplateNotUnderstood for a resource, property or intrinsic that matters and is not understood, and for a
 * reference to what is not there.
 */
export const planStack = ({ stackName, template, assetFolder }: Assembly, place: Place): Plan => {
  const resources = Object.entries(template.Resources).map(([logicalId, resource]): Named => ({ logicalId, resource }))
  refuseUnknown(resources)

  const nameOf = ({ logicalId, resource }: Named): string => {
    const given = resource.Properties[nameProperty[resource.Type] ?? '']
    if (given === undefined) return `${stackName}-${logicalId}`
    const name = z.string().safeParse(given)
    if (name.success) return name.data
    throw new TemplateNotUnderstood(`the name of ${logicalId} is not a plain text`)
  }
  const arn = (service: string, rest: string) => `arn:aws:${service}:${place.region}:${place.account}:${rest}`
  const secretArn = (named: Named) => arn('secretsmanager', `secret:${nameOf(named)}-local0`)

  const identities: Readonly<Record<string, (named: Named, name: string) => Identity>> = {
    'AWS::DynamoDB::GlobalTable': (_, name) => ({ ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } }),
    'AWS::DynamoDB::Table': (_, name) => ({ ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } }),
    'AWS::SQS::Queue': (_, name) => ({
      ref: place.queueUrl(name),
      attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: place.queueUrl(name) },
    }),
    'AWS::Lambda::Function': (_, name) => ({ ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } }),
    'AWS::SecretsManager::Secret': (named) => ({ ref: secretArn(named), attributes: { Id: secretArn(named) } }),
    'AWS::SES::ConfigurationSet': (_, name) => ({ ref: name, attributes: {} }),
    'AWS::SES::EmailIdentity': (_, name) => ({ ref: name, attributes: {} }),
    'AWS::ApiGatewayV2::Api': ({ logicalId }) => ({
      ref: logicalId,
      attributes: { ApiEndpoint: place.url, ApiId: logicalId },
    }),
    'AWS::ApiGatewayV2::Integration': ({ logicalId }) => ({ ref: logicalId, attributes: {} }),
  }

  const resolve = resolver(template, {
    region: place.region,
    account: place.account,
    stackName,
    identify: (logicalId) => {
      const resource = template.Resources[logicalId]
      const named = resource && { logicalId, resource }
      return named && identities[named.resource.Type]?.(named, nameOf(named))
    },
    secret: ({ id, key }) => {
      const secret = ofType(resources, 'AWS::SecretsManager::Secret').find((named) =>
        [secretArn(named), nameOf(named)].includes(id),
      )
      if (secret === undefined) throw new TemplateNotUnderstood(`no secret ${id} in the template`)
      const value = place.secret(nameOf(secret), secret.resource.Properties)
      return key === ''
        ? value
        : (z.record(z.string(), z.coerce.string()).parse(JSON.parse(value))[key] ?? missing(id, key))
    },
  })

  const plan = {
    tables: ofType(resources, 'AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table').map((named) =>
      planTable(named, nameOf(named), resolve),
    ),
    queues: ofType(resources, 'AWS::SQS::Queue').map((named) => planQueue(named, nameOf(named), resolve)),
    functions: ofType(resources, 'AWS::Lambda::Function').map((named) =>
      planFunction(
        named,
        { name: nameOf(named), arn: arn('lambda', `function:${nameOf(named)}`) },
        resolve,
        assetFolder,
      ),
    ),
    mappings: ofType(resources, 'AWS::Lambda::EventSourceMapping').flatMap(
      (named) => planMapping(named, resolve) ?? [],
    ),
    routes: planRoutes(resources, resolve),
    schedules: ofType(resources, 'AWS::Scheduler::Schedule', 'AWS::Events::Rule').flatMap(
      (named) => planSchedule(named, resolve) ?? [],
    ),
  }
  return plan
}

const ofType = (resources: readonly Named[], ...types: string[]): readonly Named[] =>
  resources.filter(({ resource }) => types.includes(resource.Type))

const refuseUnknown = (resources: readonly Named[]): void => {
  const unknown = resources.filter(
    ({ resource: { Type } }) => !plannedTypes.has(Type) && !typesWithoutMeaning.has(Type),
  )
  if (unknown.length === 0) return
  const list = unknown.map(({ logicalId, resource }) => `${logicalId} (${resource.Type})`).join(', ')
  throw new TemplateNotUnderstood(
    `not understood on one machine: ${list}. Teach infra/local/plan, or list the type in without-meaning.ts`,
  )
}

const missing = (id: string, key: string): never => {
  throw new TemplateNotUnderstood(`the secret ${id} has no ${key}`)
}
