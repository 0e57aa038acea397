import type { ProcessPorts } from './act-on-project.ts'
import type { MeetingCalendar, Projections } from './ports.ts'

/** What keeping agendas needs beside carrying out commands. */
export interface AgendaPorts extends ProcessPorts {
  readonly projections: Pick<Projections, 'byState'>
  readonly calendar: MeetingCalendar
}
