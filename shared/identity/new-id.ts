import type { NewId } from '../use-cases/ports.ts'
import { ulid } from '../use-cases/ulid.ts'

export const newId: NewId = (prefix) => `${prefix}_${ulid()}`
