import { Fragment } from 'preact'
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
      {textDifference(before, after).map(({ kind, text }, place, all) => {
        const key = `${place}`
        // What takes the place of something stands apart from it.
        const isGlued = kind === 'gone' && all[place + 1]?.kind === 'new' && !/\s$/.test(text)
        if (kind === 'same') return <span key={key}>{text}</span>
        if (kind === 'new')
          return (
            <ins key={key}>
              <Marked as={words.after}>{text}</Marked>
            </ins>
          )
        return (
          <Fragment key={key}>
            <del>
              <Marked as={words.before}>{text}</Marked>
            </del>
            {isGlued && ' '}
          </Fragment>
        )
      })}
    </p>
  )
}

const Marked = ({ as, children }: { readonly as: string; readonly children: string }) => (
  <>
    <span class="sr-only">[{as}: </span>
    {children}
    <span class="sr-only">] </span>
  </>
)
