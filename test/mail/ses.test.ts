import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SESClient } from '@aws-sdk/client-ses'
import { simpleParser } from 'mailparser'
import { afterEach, describe, expect, it } from 'vitest'
import { sdkClientOptions } from '../../shared/aws/sdk-client-options.ts'
import { sesMailer } from '../../shared/mail/ses.ts'
import { NotSent, type OutgoingMail } from '../../shared/use-cases/mail-ports.ts'

const mail: OutgoingMail = {
  to: { name: 'Mette Ærø', email: 'mette@norre-strand.example' },
  subject: 'Projektet er i gang igen',
  text: 'Kære Mette',
  html: '<p>Kære Mette</p>',
  id: 'prj_01J/7/0.con_mette',
  correlationId: '01JCORRELATION',
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A server that answers as SES would, and the mailer that speaks to it. */
const ses = async (answer: RequestListener, { patience = 500 }: { readonly patience?: number } = {}) => {
  const received: URLSearchParams[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      received.push(new URLSearchParams(body))
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { received, mailer: mailerAt(`http://127.0.0.1:${port}`, patience) }
}

const pauses: number[] = []
const mailerAt = (endpoint: string, patience: number) =>
  sesMailer({
    client: new SESClient(
      sdkClientOptions(
        'SES',
        {
          AWS_REGION: 'eu-north-1',
          AWS_ACCESS_KEY_ID: 'x',
          AWS_SECRET_ACCESS_KEY: 'y',
          AWS_ENDPOINT_URL_SES: endpoint,
        },
        { requestTimeout: patience, maxAttempts: 1 },
      ),
    ),
    sender: 'trin@os2.example',
    configurationSet: 'trin-test',
    domain: 'os2.example',
    pause: async (attempt) => {
      pauses.push(attempt)
    },
  })

const accepted =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>'
const refusal = (code: string) =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>1</RequestId></ErrorResponse>`
const saying =
  (status: number, body: string): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body)

describe('given SES', () => {
  it('when it takes a mail, then it was asked for this recipient, with the configuration set', async () => {
    const { mailer, received } = await ses(saying(200, accepted))
    await mailer.send(mail)
    const [asked] = received
    expect(asked?.get('Action')).toBe('SendRawEmail')
    expect(asked?.get('Source')).toBe('trin@os2.example')
    expect(asked?.get('Destinations.member.1')).toBe(mail.to.email)
    expect(asked?.get('ConfigurationSetName')).toBe('trin-test')
    const parsed = await simpleParser(Buffer.from(asked?.get('RawMessage.Data') ?? '', 'base64'))
    expect(parsed.subject).toBe(mail.subject)
  })

  it('when it throttles, then it is asked thrice, and the mail certainly was not sent', async () => {
    pauses.length = 0
    const { mailer, received } = await ses(saying(400, refusal('Throttling')))
    await expect(mailer.send(mail)).rejects.toThrow(NotSent)
    expect(received).toHaveLength(3)
    expect(pauses).toEqual([1, 2])
  })

  it('when it throttles for a moment, then the mail gets through', async () => {
    let left = 2
    const { mailer, received } = await ses((request, response) => {
      left -= 1
      saying(left > 0 ? 400 : 200, left > 0 ? refusal('Throttling') : accepted)(request, response)
    })
    await mailer.send(mail)
    expect(received).toHaveLength(2)
  })

  it('when it refuses, then it is asked once, and the mail certainly was not sent', async () => {
    const { mailer, received } = await ses(saying(400, refusal('MessageRejected')))
    await expect(mailer.send(mail)).rejects.toThrow(NotSent)
    expect(received).toHaveLength(1)
  })

  it.each([
    ['answers 500', saying(500, refusal('InternalFailure'))],
    ['hangs up', ((request) => request.socket.destroy()) satisfies RequestListener],
    ['never answers', (() => undefined) satisfies RequestListener],
  ])('when it %s, then the mail may have been sent: nobody asks twice', async (_, answer) => {
    const { mailer, received } = await ses(answer, { patience: 300 })
    const error = await mailer.send(mail).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(NotSent)
    expect(received).toHaveLength(1)
  })

  it('when nobody is there, then the mail certainly was not sent', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    await expect(mailerAt(`http://127.0.0.1:${port}`, 300).send(mail)).rejects.toThrow(NotSent)
  })
})
