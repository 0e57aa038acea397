// A stack in a process of its own, so that a test can kill it: environment TRIN_DATA, PORT, TRIN_TEST_ENDPOINT (JSON).
import { startLocalStack } from '../../../infra/local/start.ts'

const { TRIN_DATA: dataFolder = '', PORT = '', TRIN_TEST_ENDPOINT = '' } = process.env
// A mail that was cut off in the middle is taken up again after three times `workerTimeout`, in seconds.
const context = { webhookEndpoints: [JSON.parse(TRIN_TEST_ENDPOINT)], workerTimeout: 5 }
await startLocalStack({ dataFolder, port: Number(PORT), context })
process.send?.('ready')
