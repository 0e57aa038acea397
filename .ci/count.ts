// Adds up the JSON reports that are named, and prints the closing line of CI. Exits 1 when a test failed, none ran, or a report is missing.
import { readFileSync } from 'node:fs'
import * as z from 'zod'

const report = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), success: z.boolean() })

const read = (file: string) => {
  try {
    return report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    console.error(`No report to read in ${file}: ${cause instanceof Error ? cause.message : String(cause)}`)
    return { numPassedTests: 0, numFailedTests: 0, success: false }
  }
}

const reports = process.argv.slice(2).map(read)
const passed = reports.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0)
const failed = reports.reduce((sum, { numFailedTests }) => sum + numFailedTests, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exit(reports.every(({ success }) => success) && failed === 0 && passed > 0 ? 0 : 1)
