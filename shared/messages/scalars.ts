import * as z from 'zod/mini'
import type { StreamId } from '../domain/identifiers.ts'

export const streamId = z.union([
  z.templateLiteral(['prj_', z.string().check(z.minLength(1))]),
  z.templateLiteral(['mtg_', z.string().check(z.minLength(1))]),
]) satisfies z.ZodMiniType<StreamId>

export const version = z.int().check(z.positive())
