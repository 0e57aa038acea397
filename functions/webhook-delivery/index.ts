import { webhookParts } from './container.ts'
import { webhookHandler } from './handler.ts'

export const handler = webhookHandler(webhookParts(process.env))
