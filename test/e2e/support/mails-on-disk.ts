import { readFile } from 'node:fs/promises'
import { simpleParser } from 'mailparser'
import * as z from 'zod'

const line = z.object({ raw: z.string().optional() })

/** Every mail of a record on disk, behind its encodings: as it was sent, and as its reader sees it. */
export const readMails = async (file: string): Promise<readonly string[]> => {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((text) => text !== '')
  const raw = lines.flatMap((text) => line.parse(JSON.parse(text)).raw ?? [])
  return Promise.all(
    raw.map(async (text) => {
      const message = Buffer.from(text, 'base64')
      const { text: read, html, subject, headerLines } = await simpleParser(message)
      return [message.toString(), read, html, subject, ...headerLines.map((header) => header.line)].join('\n')
    }),
  )
}
