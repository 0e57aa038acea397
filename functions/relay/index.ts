import middy from '@middy/core'
import { relay } from './container.ts'
import { relayHandler } from './handler.ts'

export const handler = middy(relayHandler(relay(process.env)))
