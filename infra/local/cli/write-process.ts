/** `npm run process`: writes `docs/process.md` from the code. */
import { writeFileSync } from 'node:fs'
import { page } from '../process-page/page.ts'

const file = new URL('../../../docs/process.md', import.meta.url)
writeFileSync(file, page())
process.stdout.write('docs/process.md is up to date\n')
