import type { PageRequest } from '../../../shared/http/page-request.ts'
import { Icon } from '../icon.tsx'
import type { Reader } from '../reader.ts'

/** That what was sent was done. */
export const Done = ({ reader, request: { query } }: { readonly reader: Reader; readonly request: PageRequest }) => {
  const done = Object.entries(reader.words.projectActs.acts).find(([name]) => name === query.done)?.[1].done
  return done === undefined ? null : (
    <div class="alert alert-success" role="status">
      <Icon name="check-circle" />
      <div class="alert-body">
        <p class="alert-text">{done}</p>
      </div>
    </div>
  )
}
