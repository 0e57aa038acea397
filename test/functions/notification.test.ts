import type { SQSRecord } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { notificationHandler } from '../../functions/notification/handler.ts'
import { digestBody } from '../../shared/messages/mail-message.ts'
import { noticeBody } from '../../shared/messages/notice.ts'
import { sqsLinkRequests } from '../../shared/messaging/link-requests.ts'
import { NotSent } from '../../shared/use-cases/mail-ports.ts'
import { people, projects } from '../domain/support/material.ts'
import { lambdaContext } from '../fakes/http-event.ts'
import { approvedLife, life } from '../fakes/life.ts'
import { memoryLog } from '../fakes/memory-log.ts'
import { postOffice } from '../fakes/post-office.ts'

const log = life(approvedLife())
const notice = noticeBody({
  id: `${projects.sensor}/6/0`,
  stream: projects.sensor,
  version: 6,
  index: 0,
  type: 'approved',
  correlationId: 'correlation-6',
})
const sentAt = Date.parse('2026-11-24T08:00:00.000Z')
const record = (messageId: string, body: string, sent = sentAt) =>
  ({ messageId, body, attributes: { SentTimestamp: String(sent) } }) as SQSRecord

const notification = (trouble: Parameters<typeof postOffice>[1] = {}) => {
  const office = postOffice(memoryLog(log), trouble)
  const written: string[] = []
  const handler = notificationHandler({ ...office, writeLine: (line) => written.push(line) })
  const answer = (...records: SQSRecord[]) => handler({ Records: records }, lambdaContext())
  return { office, written, answer }
}

/** The body that portfolio puts on the queue. */
const linkBody = async (request: Parameters<ReturnType<typeof sqsLinkRequests>['send']>[0]) => {
  let body = ''
  const client = {
    send: async ({ input }: { input: { Entries: { MessageBody: string }[] } }) => {
      body = input.Entries[0]?.MessageBody ?? ''
      return {}
    },
  }
  await sqsLinkRequests({ client: client as never, queueUrl: 'https://queue.example' }).send(request)
  return body
}

describe('given messages of the queue mail', () => {
  it('when an event is told, then the message is done with, and the log names no person', async () => {
    const { office, written, answer } = notification()
    expect(await answer(record('1', notice))).toEqual({ batchItemFailures: [] })
    expect(office.mailer.sent).toHaveLength(2)
    expect(written.join()).toContain('"correlationId":"correlation-6"')
    expect(written.join()).not.toMatch(/@|Holm/)
  })

  it('when several events of one project come at once, then its log is loaded once', async () => {
    const kept = memoryLog(log)
    const loads: string[] = []
    const counting = {
      load: <S extends Parameters<typeof kept.load>[0]>(stream: S) => {
        loads.push(stream)
        return kept.load(stream)
      },
    }
    const office = postOffice(counting)
    const handler = notificationHandler({ ...office, writeLine: () => 0 })
    const other = noticeBody({ ...JSON.parse(notice), id: `${projects.sensor}/1/0`, version: 1, type: 'submitted' })
    expect(await handler({ Records: [record('1', notice), record('2', other)] }, lambdaContext())).toEqual({
      batchItemFailures: [],
    })
    expect(office.mailer.sent).toHaveLength(3)
    expect(loads).toEqual([projects.sensor])
  })

  it('when one is no message of ours, then it alone goes back, to end among the dead letters', async () => {
    const { office, answer } = notification()
    const bodies = ['{', '{}', '{"digest":""}', '{"linkResend":{"contact":"x","correlationId":"c"}}']
    const strange = bodies.map((body, n) => record(`strange-${n}`, body))
    expect(await answer(...strange, record('fine', notice))).toEqual({
      batchItemFailures: strange.map(({ messageId }) => ({ itemIdentifier: messageId })),
    })
    expect(office.mailer.sent).toHaveLength(2)
  })

  it('when a recipient is refused, then the message goes back, and the log says which', async () => {
    const { written, answer } = notification({
      trouble: {
        before: ({ to }) => {
          if (to.email.startsWith('maren')) throw new NotSent('ses did not take the mail')
        },
      },
    })
    expect(await answer(record('1', notice))).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] })
    expect(written.join()).toContain(`"recipient":"${people.maren}","template":"approved","outcome":"failed"`)
  })

  it('when a digest is to be looked at, then it is', async () => {
    const { written, answer } = notification()
    expect(await answer(record('1', digestBody(people.troels)))).toEqual({ batchItemFailures: [] })
    expect(written.join()).toContain('"outcome":"empty"')
  })

  it('when somebody asks for a link, then they get one by mail, however often anybody asks in ten minutes', async () => {
    const { office, answer } = notification()
    const body = await linkBody({ contact: people.maren, project: projects.sensor, correlationId: 'c-1' })
    for (const _ of ['once', 'twice']) await answer(record('request-1', body))
    expect(office.mailer.sent).toHaveLength(1)
    expect(office.mailer.sent[0]).toMatchObject({
      subject: expect.stringMatching(/^Dit link til sagen: /),
      to: { email: 'maren@kommune.example' },
      text: expect.stringContaining(`/p/${projects.sensor}?key=proposer.${people.maren}`),
    })
    await answer(record('request-2', body, sentAt + 599_000))
    expect(office.mailer.sent).toHaveLength(1)
    await answer(record('request-3', body, sentAt + 600_000))
    expect(office.mailer.sent).toHaveLength(2)
  })

  it.each([
    ['has no part in the project', { contact: people.ditte, project: projects.sensor }],
    ['names a project that does not exist', { contact: people.maren, project: projects.arkiv }],
  ])('when somebody who asks for a link %s, then nobody gets a mail', async (_, request) => {
    const { office, answer } = notification()
    const body = await linkBody({ ...request, correlationId: 'c-1' })
    expect(await answer(record('1', body))).toEqual({ batchItemFailures: [] })
    expect(office.mailer.sent).toEqual([])
  })
})

describe('given a request for the link to a draft', () => {
  const draft = {
    id: 'draft-1',
    person: people.maren,
    email: 'pia@kommune.example',
    language: 'da',
    step: 'reach',
    fields: 'concept.title=K%C3%B8b+noget',
    keepUntil: '2026-12-24T08:00:00.000Z',
  } as const
  const body = JSON.stringify({ draftLink: { person: draft.person, id: draft.id, correlationId: 'correlation-9' } })

  it('when it comes twice, then one mail goes to the address of the draft, with its link and nothing that was typed', async () => {
    const { office, written, answer } = notification()
    await office.drafts.put(draft)
    expect(await answer(record('1', body))).toEqual({ batchItemFailures: [] })
    expect(await answer(record('1', body))).toEqual({ batchItemFailures: [] })
    const [mail, ...more] = office.mailer.sent
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: { email: 'pia@kommune.example' }, subject: 'Jeres kladde til en idé' })
    for (const text of [mail?.text, mail?.html]) {
      expect(text).toContain('https://trin.example/?draft=')
      expect(text).toContain('24. december 2026')
      expect(text).not.toContain('Køb noget')
    }
    const sealed = /draft=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(office.draftSeal.open(sealed)).toBe(`${draft.person}/draft-1`)
    expect(written.join()).not.toMatch(/@/)
  })

  it('when the draft is gone by then, then nobody gets a mail', async () => {
    const { office, answer } = notification()
    expect(await answer(record('1', body))).toEqual({ batchItemFailures: [] })
    await office.drafts.put({ ...draft, keepUntil: '2026-11-24T07:59:59.000Z' })
    expect(await answer(record('2', body))).toEqual({ batchItemFailures: [] })
    expect(office.mailer.sent).toEqual([])
  })
})
