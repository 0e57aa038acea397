import type { ComponentChildren } from 'preact'

export interface DataTableProps {
  readonly title: string
  /** The title as a caption, for everybody or only for those who hear the page. @default none: the section has it as its name */
  readonly caption?: 'seen' | 'heard'
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly key: string | number
    /** What names the row: stands in the first column. */
    readonly head: ComponentChildren
    readonly cells: readonly ComponentChildren[]
  }[]
  readonly id?: string
  /** @default false */
  readonly compact?: boolean
}

/** A table of what there is; wider than the page it scrolls by itself, by keyboard too. */
export const DataTable = ({ title, caption, columns, rows, id, compact = false }: DataTableProps) => (
  <section class="table--responsive-scroll" aria-label={title} tabindex={0} id={id}>
    <table class={compact ? 'table table--compact' : 'table'}>
      {caption !== undefined && <caption class={caption === 'heard' ? 'sr-only' : undefined}>{title}</caption>}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map((cell, place) => (
              <td key={columns[place + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
