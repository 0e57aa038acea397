import { Icon } from '../icon.tsx'
import type { Reader } from '../reader.ts'
import type { DraftSaved } from './draft-acts.ts'

/** What was kept in this browser: the script shows it where there is something. */
export const KeptDraft = ({ reader }: { readonly reader: Reader }) => {
  const { draft: words } = reader.words.submit
  return (
    <div class="alert alert-info" id="draft-found" hidden>
      <Icon name="info" alert />
      <div class="alert-body">
        <p class="alert-text">
          {words.found} <strong data-draft-title>{words.untitled}</strong>
        </p>
        <p class="alert-text trin-buttons">
          <button type="button" class="button button-secondary" data-draft-continue>
            {words.continue}
          </button>
          <button type="button" class="button button-secondary" data-draft-forget>
            {words.forget}
          </button>
        </p>
      </div>
    </div>
  )
}

/** That the browser keeps what is written; the script shows it. */
export const DraftNote = ({ reader }: { readonly reader: Reader }) => {
  const { draft: words } = reader.words.submit
  return (
    <>
      <p class="trin-soft" id="draft-note" hidden>
        {words.note}{' '}
        <button type="button" class="function-link" data-draft-forget>
          {words.forget}
        </button>
      </p>
      <p role="status" id="draft-said" data-forgotten={words.forgotten} />
    </>
  )
}

export type Saved = Extract<DraftSaved, { readonly saved: unknown }>['saved']

export const SavedDraft = ({ reader, saved }: { readonly reader: Reader; readonly saved: Saved }) => {
  const { byLink: words } = reader.words.submit
  const until = reader.dayOf(saved.until)
  return (
    <div class="alert alert-success" role="status">
      <Icon name="success" alert />
      <div class="alert-body">
        <p class="alert-text">
          {saved.mailedTo === undefined ? words.savedAgain(until) : words.saved(saved.mailedTo, until)}
        </p>
      </div>
    </div>
  )
}

/** Going on at another computer: a draft with us, under a link that comes by mail. */
export const SaveByLink = ({
  reader,
  mail,
  isOurs,
  isOpen,
}: {
  readonly reader: Reader
  /** The address that was typed. */
  readonly mail: string
  /** The form is a draft that we have. */
  readonly isOurs: boolean
  readonly isOpen: boolean
}) => {
  const { byLink: words } = reader.words.submit
  if (isOurs)
    return (
      <p class="trin-buttons">
        <button type="submit" class="function-link" name="_do" value="save">
          {words.saveAgain}
        </button>
        <button type="submit" class="function-link" name="_do" value="forget">
          {words.forget}
        </button>
      </p>
    )
  return (
    <details open={isOpen}>
      <summary>{words.title}</summary>
      <div class="form-group">
        <label class="form-label" for="draft-mail">
          {words.label}
        </label>
        <span class="form-hint" id="draft-mail-hint">
          {words.hint}
        </span>
        <input
          type="email"
          class="form-input input-width-l"
          id="draft-mail"
          name="_mail"
          value={mail}
          autocomplete="email"
          aria-describedby="draft-mail-hint"
        />
      </div>
      <p class="mt-3">
        <button type="submit" class="button button-secondary" name="_do" value="save">
          {words.save}
        </button>
      </p>
    </details>
  )
}
