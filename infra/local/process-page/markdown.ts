/** A cell of a table: a bar would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A table with these headings, its columns as wide as what stands in them, as the project's formatter has them. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [headings, ...rows].map((row) => row.map(cell))
  const widths = headings.map((_, column) => Math.max(3, ...lines.map((line) => [...(line[column] ?? '')].length)))
  const padded = (line: readonly string[]): string =>
    `| ${widths.map((width, column) => `${line[column] ?? ''}${' '.repeat(width - [...(line[column] ?? '')].length)}`).join(' | ')} |`
  const [head = [], ...body] = lines
  return [padded(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(padded)].join('\n')
}

export const code = (text: string): string => `\`${text}\``
export const codes = (texts: readonly string[]): string => texts.map(code).join(', ')
