import { ErrorSummary } from '../form/form.tsx'
import type { Reader } from '../reader.ts'
import type { Tried } from './tried.ts'

/** Somebody was faster, and the form is gone: what happened, and what was written, so that it is not lost. */
export const KeptText = ({ reader, tried: { state } }: { readonly reader: Reader; readonly tried: Tried }) => {
  const kept = ['reason', 'comment', 'nextStep', 'comeBackWith', 'note'].flatMap((name) => {
    const text = state.typed?.[name]
    return typeof text === 'string' ? [{ name, text }] : []
  })
  return (
    <>
      {state.problem !== undefined && <ErrorSummary reader={reader} problem={state.problem} fields={[]} />}
      {kept.length > 0 && (
        <section class="trin-kept" aria-labelledby="kept">
          <h2 id="kept">{reader.words.board.kept}</h2>
          {kept.map(({ name, text }) => (
            <p key={name} class="trin-told">
              {text}
            </p>
          ))}
        </section>
      )}
    </>
  )
}
