import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Tally } from './tally.ts'

const usd = z.number().positive()
const prices = z.object({
  date: z.iso.date(),
  region: z.string(),
  note: z.string(),
  dynamodb: z.object({ writeRequestUnit: usd, readRequestUnit: usd, source: z.string() }),
  sqs: z.object({ request: usd, source: z.string() }),
  lambda: z.object({ request: usd, gigabyteSecond: usd, megabytesPerProcessor: z.number(), source: z.string() }),
  httpApi: z.object({ request: usd, source: z.string() }),
  scheduler: z.object({ invocation: usd, source: z.string() }),
  ses: z.object({ mail: usd, source: z.string() }),
  waits: z.object({ dynamodb: z.number(), sqs: z.number(), ses: z.number(), note: z.string() }),
})
export type Prices = z.output<typeof prices>

/** The dated price file. @throws ZodError when it lacks a price. */
export const readPrices = (): Prices =>
  prices.parse(JSON.parse(readFileSync(new URL('prices.json', import.meta.url), 'utf8')))

/** One line of a bill, in USD. `mail`: only there because mails are sent. */
export interface BillLine {
  readonly part: string
  readonly quantity: number
  readonly unit: string
  readonly usd: number
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0)

/** What a tally costs, by part. SES is the mail; everything else counts without it. */
export const billOf = ({ dynamodb, sqs, lambda, http, mails }: Tally, prices: Prices): readonly BillLine[] => {
  const lines = [...dynamodb.values()]
  const table = sum(lines.map((line) => line.table))
  const indexes = sum(lines.map((line) => line.indexes))
  const reads = sum(lines.map((line) => line.reads))
  const requests = sum(sqs.values())
  const functions = [...lambda.values()]
  const invocations = sum(functions.map((one) => one.invocations))
  // The share of a processor grows with the memory, so that processor time costs the same with any.
  const processor = (sum(functions.map(({ cpu }) => cpu)) / 1_000) * (prices.lambda.megabytesPerProcessor / 1_024)
  const memory = (functions[0]?.memory ?? 512) / 1_024
  const sent = [...sqs].filter(([what]) => /Send|Change/.test(what)).map(([, count]) => count)
  const waiting = sum(lines.map((line) => line.requests)) * prices.waits.dynamodb + sum(sent) * prices.waits.sqs
  const waited = (waiting / 1_000) * memory
  const asked = sum(http.values())
  const line = (part: string, quantity: number, unit: string, price: number): BillLine => ({
    part,
    quantity,
    unit,
    usd: quantity * price,
  })
  return [
    line('DynamoDB: writes of the table', table, 'units', prices.dynamodb.writeRequestUnit),
    line('DynamoDB: writes of the indexes', indexes, 'units', prices.dynamodb.writeRequestUnit),
    line('DynamoDB: reads', reads, 'units', prices.dynamodb.readRequestUnit),
    line('SQS', requests, 'requests', prices.sqs.request),
    line('Lambda: invocations', invocations, 'requests', prices.lambda.request),
    line('Lambda: processor time', processor, 'GB-s', prices.lambda.gigabyteSecond),
    line('Lambda: waiting for the others', waited, 'GB-s', prices.lambda.gigabyteSecond),
    line('HTTP API', asked, 'requests', prices.httpApi.request),
    line('SES', mails, 'mails', prices.ses.mail),
    line(
      'Lambda: waiting for SES',
      ((mails * prices.waits.ses) / 1_000) * memory,
      'GB-s',
      prices.lambda.gigabyteSecond,
    ),
  ]
}
