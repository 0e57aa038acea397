import type { LaidOut } from '../content.ts'

const items = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')
const quote = (text: string): string => text.replace(/^/gm, '> ')

/** The mail as text that reads well by itself. Lines are as long as their paragraphs: each reader's window breaks them. */
export const plainText = (mail: LaidOut): string =>
  [
    mail.greeting,
    mail.about && `${mail.about.title}\n${mail.about.label} ${mail.about.number}`,
    ...mail.paragraphs,
    mail.facts && items(mail.facts.map(({ label, value }) => `${label}: ${value}`)),
    ...(mail.lists ?? []).map((list) => `${list.title}:\n${items(list.items)}`),
    ...(mail.quotes ?? []).map(({ label, text }) => `${label}:\n${quote(text)}`),
    mail.next && `${mail.next.title}\n${mail.next.text}`,
    mail.action && `${mail.action.label}:\n${mail.action.url}`,
    ...(mail.cases ?? []).map(
      ({ title, label, number, lines, action }) =>
        `${title}\n${label} ${number}\n${items(lines)}\n${action.label}: ${action.url}`,
    ),
    `-- \n${mail.footer.join('\n')}`,
    mail.unsubscribe && `${mail.unsubscribe.label}: ${mail.unsubscribe.url}\n${mail.unsubscribe.note}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .concat('\n')
