import { SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { describe, expect, it } from 'vitest'
import type { LocalStack } from '../../infra/local/start.ts'
import { lambda } from './tiny-assembly.ts'
import { startTiny } from './tiny-stack.ts'

const parts = [lambda('Fn', 'exports.handler = async () => {}')]
const ses = ({ endpoints }: LocalStack) =>
  new SESClient({
    endpoint: endpoints.ses,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

const raw = [
  'From: Trin <trin@os2.example>',
  'To: per@aadal.example',
  'Subject: =?utf-8?Q?Dit_forslag_er_n=C3=A5et_frem?=',
  'X-Correlation-Id: 01ABC',
  'List-Unsubscribe: <http://localhost/u/1>,',
  ' <mailto:u@os2.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Se http://localhost:3000/p/1?key=a.b.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p><a href="http://localhost:3000/p/1?key=a.b&amp;x=1">Åbn</a></p>',
  '--b--',
].join('\r\n')

const sendRaw = (stack: LocalStack) =>
  ses(stack).send(
    new SendRawEmailCommand({
      Source: 'trin@os2.example',
      Destinations: ['per@aadal.example', 'hidden@aadal.example'],
      RawMessage: { Data: Buffer.from(raw) },
      ConfigurationSetName: 'tiny',
    }),
  )

describe('the mails of the local stack', () => {
  it('are kept whole: headers, text, html, links, also over a restart', async () => {
    const stack = await startTiny(parts)
    const { MessageId } = await sendRaw(stack)
    const expected = {
      number: 1,
      messageId: MessageId,
      to: ['per@aadal.example'],
      bcc: ['hidden@aadal.example'],
      subject: 'Dit forslag er nået frem',
      headers: { 'x-correlation-id': '01ABC', 'list-unsubscribe': '<http://localhost/u/1>, <mailto:u@os2.example>' },
      text: expect.stringContaining('Se http'),
      html: expect.stringContaining('Åbn'),
      links: ['http://localhost:3000/p/1?key=a.b', 'http://localhost:3000/p/1?key=a.b&x=1'],
    }
    expect(await stack.mails()).toMatchObject([expected])
    await stack.stop()
    const again = await startTiny(parts, { dataFolder: stack.dataFolder })
    expect(await again.mails()).toMatchObject([expected])
    await sendRaw(again)
    expect(await again.mails(1)).toMatchObject([{ number: 2 }])
    expect(again.status().mails).toEqual({
      count: 2,
      byRecipient: { 'per@aadal.example': 2, 'hidden@aadal.example': 2 },
    })
  })

  it('may come in pieces', async () => {
    const stack = await startTiny(parts)
    await ses(stack).send(
      new SendEmailCommand({
        Source: 'trin@os2.example',
        Destination: { ToAddresses: ['a@a.example'], CcAddresses: ['b@b.example'] },
        Message: { Subject: { Data: 'Emne æ' }, Body: { Text: { Data: 'Tekst ø' }, Html: { Data: '<p>å</p>' } } },
      }),
    )
    expect(await stack.mails()).toMatchObject([
      { to: ['a@a.example'], cc: ['b@b.example'], subject: 'Emne æ', text: 'Tekst ø', html: '<p>å</p>' },
    ])
  })

  it('are not counted when SES would refuse them', async () => {
    const stack = await startTiny(parts)
    const empty = { Subject: { Data: 'x' }, Body: {} }
    const refused = ses(stack).send(
      new SendEmailCommand({ Source: 'a@a.example', Destination: { ToAddresses: ['a@a.example'] }, Message: empty }),
    )
    await expect(refused).rejects.toThrow()
    expect(stack.status().mails.count).toBe(0)
  })

  it('show over HTTP and in the web inbox', async () => {
    const stack = await startTiny(parts)
    await sendRaw(stack)
    const get = async (url: string) => (await fetch(url)).json()
    expect(await get(`${stack.url}/local/mails?since=0`)).toHaveLength(1)
    expect(await get(`${stack.url}/local/mails?since=1`)).toHaveLength(0)
    expect(await get(`${stack.url}/local/mails?since=${new Date(Date.now() + 1_000).toISOString()}`)).toHaveLength(0)
    expect(await get(`${stack.url}/local/mails?to=per@aadal.example`)).toHaveLength(1)
    expect(await get(`${stack.url}/local/mails?to=nobody@aadal.example`)).toHaveLength(0)
    expect(await get(`${stack.inbox}/store`)).toMatchObject({
      emails: [{ subject: 'Dit forslag er nået frem', destination: { to: ['per@aadal.example'] } }],
    })
    expect(await (await fetch(`${stack.url}/local/inbox`)).text()).toContain('<html')
  })
})
