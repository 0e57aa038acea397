import { carryOutHandler } from './carry-out.ts'
import { eraser } from './container.ts'

export const handler = carryOutHandler(eraser(process.env))
