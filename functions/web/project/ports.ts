import type { ErasingPorts, WebPorts } from '../ports.ts'

/** What people's own pages need: to act as the API does, and whoever has one may ask to be erased. */
export interface OwnPorts extends WebPorts, ErasingPorts {}
