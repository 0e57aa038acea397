import * as z from 'zod'
import type { Synthesized } from './synthesis.ts'

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]).transform((value) => [value].flat())

const policy = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.literal('Allow'),
        Action: oneOrMore(z.string()),
        Resource: z.unknown(),
        Condition: z.record(z.string(), z.record(z.string(), oneOrMore(z.string()))).optional(),
      }),
    ),
  }),
})

const functionRole = z.object({ Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }) })
const joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) })
const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
const reference = z.object({ Ref: z.string() })

const nameOf = (stack: Synthesized, id: string): string => z.string().parse(stack.resource(id).Properties.Name)

/** A resource as a person writes it: `commits`, `table/index/due`, `arn:aws:ses:…`. */
const readable = (stack: Synthesized, resource: unknown): string => {
  if (typeof resource === 'string') return resource
  const join = joined.safeParse(resource)
  if (join.success) return join.data['Fn::Join'][1].map((part) => readable(stack, part)).join('')
  const ref = reference.safeParse(resource)
  if (ref.success) return ref.data.Ref.startsWith('AWS::') ? `<${ref.data.Ref}>` : nameOf(stack, ref.data.Ref)
  const [id] = attribute.parse(resource)['Fn::GetAtt']
  const { Type, Properties } = stack.resource(id)
  if (Type === 'AWS::DynamoDB::GlobalTable') return 'table'
  if (Type === 'AWS::SQS::Queue') return `queue ${String(Properties.QueueName).replace(/^trin-[a-z]+-/, '')}`
  if (Type === 'AWS::Logs::LogGroup')
    return `log ${String(Properties.LogGroupName).replace(/^\/trin\/trin-[a-z]+-/, '')}`
  if (Type === 'AWS::Lambda::Function')
    return `function ${String(Properties.FunctionName).replace(/^trin-[a-z]+-/, '')}`
  return id
}

export interface Allowed {
  readonly action: string
  readonly on: string
  readonly condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** What a role may do: one entry for each action and resource. */
export const permissionsOfRole = (stack: Synthesized, role: string): readonly Allowed[] =>
  stack
    .all('AWS::IAM::Policy')
    .map(({ Properties }) => policy.parse(Properties))
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        [Resource].flat().map((resource) => ({
          action,
          on: readable(stack, resource),
          ...(Condition === undefined ? {} : { condition: Condition }),
        })),
      ),
    )

/** What a function may do, by its name without `trin-<stage>-`. */
export const permissionsOf = (stack: Synthesized, name: string): readonly Allowed[] => {
  const found = stack
    .all('AWS::Lambda::Function')
    .find(({ Properties }) => String(Properties.FunctionName).endsWith(`-${name}`))
  if (!found) throw new Error(`no function ${name}`)
  return permissionsOfRole(stack, functionRole.parse(found.Properties).Role['Fn::GetAtt'][0])
}

/**
 * The same as short lines, to be compared with a list that a person wrote: `Query table PROJECT# MEETING#`,
 * `SendMessage queue mail`.
 */
export const permissionLines = (stack: Synthesized, name: string): readonly string[] =>
  permissionsOf(stack, name)
    .map(({ action, on, condition }) => {
      const leading = condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []
      return [action.replace(/^[a-z]+:/, ''), on, ...leading.map((key) => key.replace(/#\*$/, ''))].join(' ')
    })
    .sort()
