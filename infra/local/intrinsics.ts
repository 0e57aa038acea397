import { z } from 'zod'
import { type Template, TemplateNotUnderstood } from './template.ts'

/** What the local stack knows of a resource: what `Ref` and `Fn::GetAtt` of it give. */
export interface Identity {
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface Surroundings {
  readonly region: string
  readonly account: string
  readonly stackName: string
  /** What stands for a resource here; undefined for one that has no meaning on one machine. */
  readonly identify: (logicalId: string) => Identity | undefined
  /** The value behind `{{resolve:secretsmanager:…}}`. */
  readonly secret: (reference: { readonly id: string; readonly key: string }) => string
}

export type Resolve = (value: unknown) => unknown

/**
 * Resolves the intrinsics that occur in our template: `Ref`, `Fn::GetAtt`, `Fn::Join`, `Fn::Sub`, `Fn::Select`,
 * `Fn::Split`, and dynamic references to secrets.
 * @returns a function that throws `TemplateNotUnderstood` for any other, and for a resource that is not there.
 */
export const resolver = (template: Template, around: Surroundings): Resolve => {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Region': around.region,
    'AWS::AccountId': around.account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': around.stackName,
    'AWS::StackId': `arn:aws:cloudformation:${around.region}:${around.account}:stack/${around.stackName}/local`,
  }

  const identity = (logicalId: string): Identity => {
    const resource = template.Resources[logicalId]
    if (resource === undefined)
      throw new TemplateNotUnderstood(`something refers to ${logicalId}, which the template does not have`)
    const known = around.identify(logicalId)
    if (known === undefined)
      throw new TemplateNotUnderstood(
        `something that matters refers to ${logicalId} (${resource.Type}), which has no meaning on one machine`,
      )
    return known
  }

  const ref = (name: string): string => {
    const parameter = template.Parameters[name]
    if (parameter !== undefined) {
      if (typeof parameter.Default === 'string') return parameter.Default
      throw new TemplateNotUnderstood(`parameter ${name} has no default`)
    }
    return pseudo[name] ?? identity(name).ref
  }

  const attribute = (logicalId: string, name: string): string => {
    const value = identity(logicalId).attributes[name]
    if (value === undefined) throw new TemplateNotUnderstood(`${logicalId} has no attribute ${name} on one machine`)
    return value
  }

  const substitute = (text: string, own: Readonly<Record<string, unknown>>): string =>
    text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`
      if (name in own) return textOf(resolve(own[name]))
      const [logicalId = '', ...path] = name.split('.')
      return path.length > 0 ? attribute(logicalId, path.join('.')) : ref(name)
    })

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (argument) => ref(z.string().parse(argument)),
    'Fn::GetAtt': (argument) => {
      const [logicalId, name] = attributePath.parse(argument)
      return attribute(logicalId, name)
    },
    'Fn::Join': (argument) => {
      const [separator, parts] = join.parse(argument)
      return parts.map((part) => textOf(resolve(part))).join(separator)
    },
    'Fn::Sub': (argument) => {
      const [text, own] = substitution.parse(argument)
      return substitute(text, own)
    },
    'Fn::Split': (argument) => {
      const [separator, text] = z.tuple([z.string(), z.unknown()]).parse(argument)
      return textOf(resolve(text)).split(separator)
    },
    'Fn::Select': (argument) => {
      const [index, list] = z.tuple([z.coerce.number().int(), z.unknown()]).parse(argument)
      return z.array(z.unknown()).parse(resolve(list))[index]
    },
  }

  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.filter(isThere).map(resolve)
    if (typeof value === 'string') return withSecrets(value)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const [only] = entries
    if (only !== undefined && entries.length === 1 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
      const apply = functions[only[0]]
      if (apply === undefined) throw new TemplateNotUnderstood(`${only[0]} is not understood on one machine`)
      return withSecrets(apply(only[1]))
    }
    return Object.fromEntries(
      entries.filter(([, inner]) => isThere(inner)).map(([key, inner]) => [key, resolve(inner)]),
    )
  }

  const withSecrets = (value: unknown): unknown =>
    typeof value === 'string' ? value.replace(dynamicReference, secretBehind) : value

  const secretBehind = (_: string, service: string, reference: string): string => {
    // The id may be an ARN, so what follows it is found by the fixed word between.
    const [id, rest] = reference.split(':SecretString')
    if (service !== 'secretsmanager' || id === undefined)
      throw new TemplateNotUnderstood(`a dynamic reference to ${service} is not understood on one machine`)
    return around.secret({ id, key: rest?.split(':')[1] ?? '' })
  }

  return resolve
}

const dynamicReference = /\{\{resolve:([a-z-]+):(.+?)\}\}/g

const attributePath = z.union([
  z.tuple([z.string(), z.string()]),
  z.string().transform((text): [string, string] => {
    const dot = text.indexOf('.')
    return [text.slice(0, dot), text.slice(dot + 1)]
  }),
])
const join = z.tuple([z.string(), z.array(z.unknown())])
const substitution = z.union([
  z.tuple([z.string(), z.record(z.string(), z.unknown())]),
  z.string().transform((text): [string, Record<string, unknown>] => [text, {}]),
])

const textOf = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new TemplateNotUnderstood(`expected a text, found ${JSON.stringify(value)}`)
}

/** `AWS::NoValue` takes away the property it stands for. */
const isThere = (value: unknown): boolean =>
  !(typeof value === 'object' && value !== null && 'Ref' in value && value.Ref === 'AWS::NoValue')
