import type { Reader } from '../reader.ts'
import { textDifference } from './text-difference.ts'

/** A text as it became another: what is new is underlined, what is gone is struck, and both say so to who hears them. */
export const Difference = ({
  reader,
  before,
  after,
}: {
  readonly reader: Reader
  readonly before: string
  readonly after: string
}) => {
  const { difference: words } = reader.words.project
  return (
    <p class="trin-text trin-difference">
      {textDifference(before, after).map(({ kind, text }, place) => {
        const key = `${place}`
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'new' ? (
          <ins key={key}>
            <span class="sr-only">[{words.after}: </span>
            {text}
            <span class="sr-only">] </span>
          </ins>
        ) : (
          <del key={key}>
            <span class="sr-only">[{words.before}: </span>
            {text}
            <span class="sr-only">] </span>
          </del>
        )
      })}
    </p>
  )
}
