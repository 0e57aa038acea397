import type { LaidOut } from '../content.ts'

const width = 76

/** Breaks a paragraph into lines of at most 76 characters; a longer word, such as an address, keeps a line of its own. */
const wrap = (paragraph: string, indent = ''): string =>
  paragraph
    .split('\n')
    .flatMap((line) => wrapLine(line, width - indent.length))
    .map((line) => indent + line)
    .join('\n')

const wrapLine = (line: string, longest: number): readonly string[] => {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/\s+/).filter((part) => part !== '')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && longer.length > longest) lines.push(current)
    current = current !== '' && longer.length > longest ? word : longer
  }
  return current === '' ? lines : [...lines, current]
}

const hanging = (item: string): string => wrap(item, '  ').replace(/^ {2}/, '- ')

/** The mail as text that reads well by itself. */
export const plainText = (mail: LaidOut): string =>
  [
    wrap(mail.greeting),
    mail.about && `${wrap(mail.about.title)}\n${mail.about.label} ${mail.about.number}`,
    ...mail.paragraphs.map((paragraph) => wrap(paragraph)),
    mail.facts?.map(({ label, value }) => hanging(`${label}: ${value}`)).join('\n'),
    ...(mail.lists ?? []).map(({ title, items }) => `${title}:\n${items.map(hanging).join('\n')}`),
    ...(mail.quotes ?? []).map(({ label, text }) => `${label}:\n${wrap(text, '  ')}`),
    mail.next && `${mail.next.title}\n${wrap(mail.next.text)}`,
    mail.action && `${mail.action.label}:\n${mail.action.url}`,
    ...(mail.cases ?? []).map(
      ({ title, label, number, lines, action }) =>
        `${wrap(title)}\n${label} ${number}\n${lines.map(hanging).join('\n')}\n${action.label}: ${action.url}`,
    ),
    `-- \n${mail.footer.map((line) => wrap(line)).join('\n')}`,
    mail.unsubscribe && `${mail.unsubscribe.label}: ${mail.unsubscribe.url}\n${wrap(mail.unsubscribe.note)}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .concat('\n')
