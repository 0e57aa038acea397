import type { PageRequest } from '../../../shared/http/page-request.ts'
import { Success } from '../parts/success.tsx'
import type { Reader } from '../reader.ts'

/** That what was sent was done. */
export const Done = ({ reader, request: { query } }: { readonly reader: Reader; readonly request: PageRequest }) => {
  const done = Object.entries(reader.words.projectActs.acts).find(([name]) => name === query.done)?.[1].done
  return done === undefined ? null : <Success>{done}</Success>
}
