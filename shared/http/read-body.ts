import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { formFields } from './form-fields.ts'
import { InTrouble } from './trouble.ts'

export const json = 'application/json'
export const form = 'application/x-www-form-urlencoded'

export interface BodyRules {
  /** Bytes. @default 262144 (256 KB) */
  readonly limit?: number
  /** Whether plain forms are read beside JSON. @default false */
  readonly forms?: boolean
}

const defaultLimit = 262_144

export interface ReadBody {
  readonly body: unknown
  readonly sentAs: 'json' | 'form'
}

/** The body of a request, read by what it says it is. Nothing sent is `{}`: the schema says whether that is enough. */
export const readBody = (
  event: APIGatewayProxyEventV2,
  contentType: string | undefined,
  rules: BodyRules,
): ReadBody => {
  const { limit = defaultLimit, forms = false } = rules
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > limit) throw new InTrouble({ kind: 'too-large', limit })
  if (bytes.length === 0) return { body: {}, sentAs: 'json' }
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const isKnown = type.trim() === json || (forms && type.trim() === form)
  if (!isKnown || !parameters.every(isUtf8))
    throw new InTrouble({ kind: 'unsupported-media-type', accepted: forms ? [json, form] : [json] })
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return type.trim() === form
      ? { body: formFields(text), sentAs: 'form' }
      : { body: JSON.parse(text, withoutPrototype), sentAs: 'json' }
  } catch (error) {
    throw new InTrouble({ kind: 'malformed' }, error)
  }
}

/** Schemas pass over a field of this name, where they refuse any other that they do not know: nothing that was sent is to be dropped unsaid. */
const withoutPrototype = (name: string, value: unknown): unknown => {
  if (name === '__proto__') throw new SyntaxError('no field has this name')
  return value
}

const isUtf8 = (parameter: string): boolean => {
  const [name, value] = parameter.trim().split('=')
  return name !== 'charset' || value?.replaceAll('"', '') === 'utf-8'
}
