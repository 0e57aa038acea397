import { dynamoMeetingCalendar } from '../../shared/store/meeting-calendar.ts'
import { dynamoProjections } from '../../shared/store/projections.ts'
import { keepAgenda } from '../../shared/use-cases/keep-agenda.ts'
import { committing } from '../committing.ts'
import { onNotices } from '../on-notices.ts'

const parts = committing(process.env)
const ports = { ...parts, projections: dynamoProjections(parts.table), calendar: dynamoMeetingCalendar(parts.table) }

export const handler = onNotices({ handle: (notice) => keepAgenda(ports, notice) })
