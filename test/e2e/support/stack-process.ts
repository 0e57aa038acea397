// A stack in a process of its own, so that a test can kill it: environment TRIN_DATA, PORT, TRIN_TEST_ENDPOINT (JSON).
import { startLocalStack } from '../../../infra/local/start.ts'

const { TRIN_DATA: dataFolder = '', PORT = '', TRIN_TEST_ENDPOINT = '' } = process.env
await startLocalStack({
  dataFolder,
  port: Number(PORT),
  context: { webhookEndpoints: [JSON.parse(TRIN_TEST_ENDPOINT)] },
})
process.send?.('ready')
