import { randomUUID } from 'node:crypto'

/** Stands in for the SDK's maker of ids, which loads Web Crypto for this alone. */
export const bindV4 = () => (): string => randomUUID()
