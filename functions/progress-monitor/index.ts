import { monitor } from './container.ts'
import { monitorHandler } from './handler.ts'

export const handler = monitorHandler(monitor(process.env))
