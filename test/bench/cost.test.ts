import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wasteCalendar, wasteCalendarAnswers } from '../../infra/local/demo/material.ts'
import { type LocalStack, startLocalStack } from '../../infra/local/start.ts'
import { callsTo } from './cost/calls.ts'
import { lettersIn } from './cost/letters.ts'
import { type Recorder, startRecorder } from './cost/recorder.ts'
import { newTally } from './cost/tally.ts'

describe('given a local stack behind the line that counts, when an idea comes in', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'trin-cost-'))
  const tally = newTally()
  let recorder: Recorder
  let stack: LocalStack
  beforeAll(async () => {
    recorder = await startRecorder(tally)
    const { template, before } = recorder
    stack = await startLocalStack({ dataFolder, template, before })
    const calls = callsTo(stack.url)
    const contact = { name: 'Ida Skov', email: 'ida.skov@skovby.example', language: 'da' }
    const idea = { kind: 'new', concept: wasteCalendar, answers: wasteCalendarAnswers, contact, consentToPublish: true }
    await calls.post('/api/projects', idea)
    await calls.settled()
  }, 60_000)
  afterAll(async () => {
    await stack?.stop()
    await recorder?.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  })

  it('then nothing went past that could not be counted', () => {
    expect(() => recorder.check()).not.toThrow()
  })

  it('then who sent it is counted twice, and the idea is committed once', () => {
    expect(tally.dynamodb.get('submission UpdateItem SENDER')).toMatchObject({ requests: 2, table: 2, indexes: 0 })
    expect(tally.dynamodb.get('submission PutItem PROJECT log')).toMatchObject({ requests: 1, indexes: 0 })
    expect(tally.sqs.get('commits SendMessage')).toBeGreaterThan(0)
  })

  it('then its row is written with its index, and its mails are counted', async () => {
    expect(tally.dynamodb.get('relay PutItem PROJECT STATE')?.indexes).toBeGreaterThan(0)
    expect(tally.mails).toBeGreaterThan(0)
    expect((await lettersIn(recorder.items())).size).toBeGreaterThan(0)
  })
})
