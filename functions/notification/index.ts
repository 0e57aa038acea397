import middy from '@middy/core'
import { notification } from './container.ts'
import { notificationHandler } from './handler.ts'

export const handler = middy(notificationHandler(notification(process.env)))
