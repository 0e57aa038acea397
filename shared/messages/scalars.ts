import * as z from 'zod'
import type { StreamId } from '../domain/identifiers.ts'

export const streamId = z.union([
  z.templateLiteral(['prj_', z.string().min(1)]),
  z.templateLiteral(['mtg_', z.string().min(1)]),
]) satisfies z.ZodType<StreamId>

export const version = z.int().positive()
