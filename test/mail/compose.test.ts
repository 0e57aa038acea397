import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { composeMail } from '../../shared/mail/compose.ts'
import type { OutgoingMail } from '../../shared/use-cases/mail-ports.ts'

const envelope = { sender: 'trin@os2.example', domain: 'os2.example' }
const mail: OutgoingMail = {
  to: { name: 'Mette Ærø, "tovholder"', email: 'mette@norre-strand.example' },
  subject: 'Påmindelse: Det er snart tid til en fremdriftsrapport: Fælles sensorplatform (senest 24. november 2026)',
  text: `Kære Mette Ærø\n\n${'Æbler og blåbær på Ærø. '.repeat(60)}\n\nhttps://trin.example/p/x?key=${'a'.repeat(300)}\n`,
  html: `<!doctype html><html lang="da"><body><p>${'Æbler og blåbær på Ærø. '.repeat(120)}</p></body></html>`,
  id: 'prj_01J/7/0.con_mette',
  thread: 'prj_01J',
  correlationId: '01JCORRELATION',
}

const raw = async (but: Partial<OutgoingMail> = {}) => Buffer.from(await composeMail({ ...mail, ...but }, envelope))
const headersOf = (message: Buffer) => message.toString('latin1').split('\r\n\r\n')[0] ?? ''

describe('given a mail', () => {
  it('when it is composed, then a mail program reads the same again', async () => {
    const parsed = await simpleParser(await raw())
    expect(parsed.subject).toBe(mail.subject)
    expect(parsed.to).toMatchObject({ value: [{ name: mail.to.name, address: mail.to.email }] })
    expect(parsed.from?.value).toEqual([{ name: 'OS2 Trin', address: 'trin@os2.example' }])
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd())
    expect(typeof parsed.html === 'string' && parsed.html.trim()).toBe(mail.html)
    expect(parsed.messageId).toBe('<prj_01J/7/0.con_mette@os2.example>')
    expect(parsed.inReplyTo).toBe('<prj_01J@os2.example>')
    expect(parsed.references).toBe('<prj_01J@os2.example>')
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.headers.get('x-correlation-id')).toBe('01JCORRELATION')
    expect(parsed.headers.get('x-trin-mail')).toBe('prj_01J/7/0.con_mette')
  })

  it('when it is composed, then it is seven bits, and no line is longer than SMTP allows', async () => {
    const message = await raw()
    expect(message.every((byte) => byte < 128)).toBe(true)
    for (const line of message.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
    expect(message.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('when it is no reminder, then nobody can unsubscribe from it; from a reminder with one click', async () => {
    expect(headersOf(await raw())).not.toMatch(/List-Unsubscribe/i)
    const address = 'https://trin.example/api/unsubscribe?key=abc_DEF-123'
    const parsed = await simpleParser(await raw({ unsubscribe: address }))
    expect(parsed.headers.get('list')).toMatchObject({ unsubscribe: { url: address } })
    expect(headersOf(await raw({ unsubscribe: address }))).toContain(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    )
  })

  it('when it belongs to no one case, then it threads with none', async () => {
    const { thread: _, ...alone } = mail
    const parsed = await simpleParser(Buffer.from(await composeMail(alone, envelope)))
    expect(parsed.references).toBeUndefined()
    expect(parsed.inReplyTo).toBeUndefined()
  })

  it('when its words try to be headers, then they stay words', async () => {
    const evil = 'x\r\nBcc: evil@trin.example\r\n\r\n<b>body</b>'
    const parsed = await simpleParser(
      await raw({
        subject: evil,
        to: { name: evil, email: 'mette@norre-strand.example' },
        id: evil,
        correlationId: evil,
        unsubscribe: `https://trin.example/${evil}`,
      }),
    )
    expect(parsed.bcc).toBeUndefined()
    expect([...parsed.headers.keys()]).not.toContain('bcc')
    expect(parsed.subject).toContain('Bcc: evil@trin.example')
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd())
    expect(parsed.to).toMatchObject({ value: [{ address: 'mette@norre-strand.example' }] })
  })
})
