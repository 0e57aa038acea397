import { type BillLine, billOf, type Prices } from './bill.ts'
import type { Letters } from './letters.ts'
import { postOf, type Tally } from './tally.ts'

/** What a thousand lives may cost without mail, in USD, and how many mails there may be for each letter. */
export const bars = { thousandLives: 0.15, mailsPerLetter: 0.5 } as const

export interface Measured {
  readonly lives: number
  readonly months: number
  readonly whole: Tally
  readonly letters: Letters
  /** Runs of the monitor that found nothing to do. */
  readonly idle: { readonly runs: number; readonly bill: readonly BillLine[] }
  readonly prices: Prices
  readonly minutes: number
  readonly deadLetters: Readonly<Record<string, number>>
  readonly detail: boolean
}

const total = (lines: readonly BillLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0)
const isMail = ({ part }: BillLine): boolean => part.includes('SES')
const cents = (usd: number): string => usd.toFixed(4).padStart(8)
const hoursOfMonth = 730

/** The measurement in words, and whether it keeps within the bars. */
export const report = (measured: Measured): { readonly text: string; readonly isWithin: boolean } => {
  const { lives, months, whole, letters, idle, prices, minutes, deadLetters } = measured
  const thousand = 1_000 / lives
  const runs = whole.lambda.get('progress-monitor')?.invocations ?? 0
  const idleRun = total(idle.bill) / idle.runs
  const bill = billOf(whole, prices)
  const fixed = runs * idleRun
  const withoutMail = (total(bill.filter((line) => !isMail(line))) - fixed) * thousand
  const withMail = (total(bill) - fixed) * thousand
  const written = [...letters.values()].reduce((sum, count) => sum + count, 0)
  const perLetter = whole.mails / written
  const dead = Object.values(deadLetters).reduce((sum, count) => sum + count, 0)
  const hourly = hoursOfMonth * (idleRun + prices.scheduler.invocation)
  const text = [
    `${lives} lives (60 % level 1, 30 % level 2, 10 % level 3) over ${months} months of the process, in ${minutes.toFixed(1)} minutes; ${dead} dead letters`,
    `Prices: ${prices.region}, ${prices.date}.`,
    '',
    'USD per 1,000 lives',
    ...bill.map(
      ({ part, quantity, unit, usd }) =>
        `  ${cents(usd * thousand)}  ${part} (${Math.round((quantity / lives) * 10) / 10} ${unit} a life)`,
    ),
    `  ${cents(-fixed * thousand)}  less ${runs} idle looks of the monitor, which are the hour's and not a life's`,
    `  ${cents(withoutMail)}  without mail (bar: ${bars.thousandLives})`,
    `  ${cents(total(billOf(postOf(whole), prices)) * thousand)}  of that: writing letters, without SES (notification, its queue and items)`,
    `  ${cents(withMail)}  with mail`,
    '',
    `Mails: ${(whole.mails / lives).toFixed(1)} a life for ${(written / lives).toFixed(1)} letters: ${perLetter.toFixed(3)} (bar: ${bars.mailsPerLetter})`,
    `The monitor of a month in which nothing is due: ${hourly.toFixed(4)} USD (${hoursOfMonth} runs)`,
    ...(measured.detail ? ['', ...detail(measured)] : []),
  ].join('\n')
  return { text, isWithin: withoutMail <= bars.thousandLives && perLetter <= bars.mailsPerLetter && dead === 0 }
}

const detail = ({ whole, letters, lives, prices }: Measured): readonly string[] => {
  const thousand = 1_000 / lives
  const ofTable = [...whole.dynamodb].map(([who, { table, indexes, reads, requests }]) => ({
    usd: ((table + indexes) * prices.dynamodb.writeRequestUnit + reads * prices.dynamodb.readRequestUnit) * thousand,
    text: `${who}: ${(requests / lives).toFixed(1)} requests, ${(table / lives).toFixed(1)} + ${(indexes / lives).toFixed(1)} written, ${(reads / lives).toFixed(1)} read`,
  }))
  const ofQueues = [...whole.sqs].map(([what, count]) => ({
    usd: count * prices.sqs.request * thousand,
    text: `${what}: ${(count / lives).toFixed(1)} requests`,
  }))
  const ofFunctions = [...whole.lambda].map(([name, { invocations, cpu }]) => ({
    usd:
      (invocations * prices.lambda.request +
        (cpu / 1_000) * (prices.lambda.megabytesPerProcessor / 1_024) * prices.lambda.gigabyteSecond) *
      thousand,
    text: `${name}: ${(invocations / lives).toFixed(1)} invocations, ${(cpu / invocations).toFixed(1)} ms each`,
  }))
  const ofLetters = [...letters].map(([kind, count]) => `  ${(count / lives).toFixed(2).padStart(8)}  ${kind}`)
  return [
    ...[ofTable, ofQueues, ofFunctions].flatMap((lines) => [
      ...lines.sort((a, b) => b.usd - a.usd).map(({ usd, text }) => `  ${cents(usd)}  ${text}`),
      '',
    ]),
    ...ofLetters.sort().reverse(),
  ]
}
