import { z } from 'zod'
import type { Resolve } from '../intrinsics.ts'
import { type Resource, TemplateNotUnderstood } from '../template.ts'

/** A resource of the template with its name there. */
export interface Named {
  readonly logicalId: string
  readonly resource: Resource
}

/**
 * Resolves and parses the properties of a resource.
 * @param shape what the local stack acts on.
 * @param withoutMeaning properties that mean nothing on one machine; `Target.RoleArn` is one within another.
 * @throws TemplateNotUnderstood for every property that is in neither: what is not understood is not passed over.
 */
export const propertiesOf = <Shape extends z.core.$ZodShape>(
  { logicalId, resource }: Named,
  resolve: Resolve,
  shape: Shape,
  withoutMeaning: readonly string[],
): z.output<z.ZodObject<Shape, z.core.$strict>> => {
  const here = `${logicalId} (${resource.Type})`
  if (resource.Condition !== undefined)
    throw new TemplateNotUnderstood(`${here} depends on condition ${resource.Condition}: not understood on one machine`)
  const meant = without(resource.Properties, withoutMeaning)
  let resolved: unknown
  try {
    resolved = resolve(meant)
  } catch (error) {
    if (error instanceof TemplateNotUnderstood) throw new TemplateNotUnderstood(`${here}: ${error.message}`)
    throw error
  }
  const parsed = z.strictObject(shape).safeParse(resolved)
  if (parsed.success) return parsed.data
  throw new TemplateNotUnderstood(`${here} is not understood on one machine:\n${z.prettifyError(parsed.error)}`)
}

/** Numbers that CloudFormation may also write as text. */
export const count = z.coerce.number().int().nonnegative()

const without = (properties: Resource['Properties'], names: readonly string[], path = ''): Resource['Properties'] =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => !names.includes(path + name))
      .map(([name, value]) => {
        const within = names.some((other) => other.startsWith(`${path}${name}.`))
        return [
          name,
          within ? without(z.record(z.string(), z.unknown()).parse(value), names, `${path}${name}.`) : value,
        ]
      }),
  )
