import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: what a test asks for, done with a pointer, or with nothing but a keyboard. */
export interface Hands {
  /** Whether the pages' scripts run. */
  readonly scripts: boolean
  /** Writes into the fields of the page's forms by their names, as a person would: types, chooses, ticks. */
  readonly write: (page: Page, fields: Fields) => Promise<void>
  /** Presses a button, follows a link or unfolds a summary. */
  readonly use: (page: Page, control: Locator) => Promise<void>
}

/** What is written, by the names of fields; of choices, their values. */
export type Fields = Readonly<Record<string, string>>

/** The field of a name, or, of a choice, those of all its values. */
export const fieldOf = (page: Page, name: string): Locator => page.locator(`main [name="${name}"]:not([type="hidden"])`)

/** One of the values of a choice. */
export const choiceOf = (page: Page, name: string, value: string): Locator =>
  page.locator(`main [name="${name}"][value="${value}"]:not([type="hidden"])`)

export type FieldKind = 'select' | 'radio' | 'checkbox' | 'day' | 'moment' | 'text'

export const kindOf = (field: Locator): Promise<FieldKind> =>
  field.first().evaluate((element) => {
    const { tagName, type } = element as unknown as { tagName: string; type: string }
    if (tagName === 'SELECT') return 'select'
    if (type === 'radio' || type === 'checkbox') return type
    return type === 'date' ? 'day' : type === 'datetime-local' ? 'moment' : 'text'
  })

/** Somebody with a pointer. */
export const byPointer = (scripts: boolean): Hands => ({
  scripts,
  write: async (page, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = fieldOf(page, name)
      const kind = await kindOf(field)
      if (kind === 'select') await field.selectOption(value)
      else if (kind === 'radio' || kind === 'checkbox') await choiceOf(page, name, value).check({ force: true })
      else await field.fill(value)
    }
  },
  use: (_, control) => control.click(),
})
