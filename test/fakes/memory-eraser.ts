import type { CarryOutPorts } from '../../shared/use-cases/carry-out-erasure.ts'
import type { DigestBox, MailPreferences } from '../../shared/use-cases/mail-ports.ts'
import { memoryErasureLedger, memoryErasureOrders, memoryTraces } from './memory-erasures.ts'
import type { memoryLedger } from './memory-ledger.ts'
import type { memoryLog } from './memory-log.ts'
import type { MemoryStack } from './memory-stack.ts'

/** What carries erasures out over a stack in memory, whose log it is given as well: only there can words be changed. */
export const memoryEraser = (
  stack: MemoryStack,
  kept: {
    readonly log: ReturnType<typeof memoryLog>
    readonly effects: ReturnType<typeof memoryLedger>
    readonly preferences: MailPreferences
    readonly digests: DigestBox
  },
  { pageSize, wallClock = () => '2026-11-25T08:00:00.000Z' }: { pageSize?: number; wallClock?: () => string } = {},
) =>
  ({
    ...stack,
    ...kept,
    people: stack.contacts,
    redactions: kept.log,
    traces: memoryTraces({ ...kept, contacts: stack.contacts }, pageSize),
    ledger: memoryErasureLedger(),
    orders: memoryErasureOrders(),
    wallClock,
  }) satisfies CarryOutPorts
