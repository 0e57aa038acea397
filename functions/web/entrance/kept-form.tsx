import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import { type KeptForm, languageField } from '../../../shared/http/our-form.ts'
import type { SentForm } from '../../../shared/http/sent-form.ts'
import { HiddenField, namedIn } from '../form/hidden-fields.tsx'
import { page } from '../layout.tsx'
import type { Reader } from '../reader.ts'
import { projectOfPath } from './link-needed.tsx'
import { signedInPath } from './signed-in-path.ts'

interface KeptProps {
  readonly reader: Reader
  readonly path: string
  readonly kept: KeptForm
  /** What went wrong, where it is we who could not take it. */
  readonly trouble: { readonly title: string; readonly detail: string }
  readonly status: number
}

const formId = 'kept-form'

/**
 * A form that could not be taken, with all that was typed in it, to be sent again, or to be copied where somebody else has its sender's
 * part by now. It keeps the token of whoever opened it: once they have come in again, in another tab, it counts as if they had never
 * been away, and for anybody else it never does.
 */
export const keptFormPage = (props: KeptProps): EdgeAnswer => {
  const { reader, kept, trouble, status } = props
  const { kept: words } = reader.words.entrance
  const said = kept.why === 'trouble' ? trouble : wordsFor(props)
  const isToSend = kept.why !== 'gone'
  return page(
    {
      reader,
      title: said.title,
      form: { id: formId },
      keepsForm: true,
      children: (
        <>
          <p class="font-lead">{'lead' in said ? said.lead : said.detail}</p>
          {(isToSend || textsIn(kept.form).length > 0) && <p>{words.nothingLost}</p>}
          {!isToSend && textsIn(kept.form).length > 0 && <p>{words.gone.next}</p>}
          <form method="post" action={reader.address} id={formId} class="trin-form" data-keeps-form>
            <Carried own={kept.form.own} />
            {kept.why === 'trouble' && <Send label={words.send} />}
            {(kept.why === 'nobody' || kept.why === 'another') && <ComeIn {...props} />}
            <Written reader={reader} form={kept.form} isToSend={isToSend} />
          </form>
          {!isToSend && (
            <p>
              <a href="/">{reader.words.shell.trouble.toFront}</a>
            </p>
          )}
        </>
      ),
    },
    status,
  )
}

const wordsFor = ({ reader, path, kept }: KeptProps) => {
  const { kept: words } = reader.words.entrance
  if (kept.why === 'another') return words.another
  if (kept.why === 'gone') return words.gone
  return projectOfPath(path) === undefined ? words.session : words.link
}

/** The way in, in another tab, so that this one stays as it is; and then the form. */
const ComeIn = ({ reader, path, kept }: KeptProps) => {
  const { kept: words } = reader.words.entrance
  const project = projectOfPath(path)
  return (
    <ol>
      {kept.why === 'another' ? (
        <li>{words.another.comeIn}</li>
      ) : project === undefined ? (
        <li>
          <a href={`/sign-in?to=${signedInPath}`} target="_blank" rel="noopener" class="button button-primary">
            {words.session.comeIn}
          </a>
        </li>
      ) : (
        <li>
          {words.link.comeIn}{' '}
          <a href={`/p/${project}`} target="_blank" rel="noopener">
            {words.link.otherwise}
          </a>
        </li>
      )}
      <li>
        {words.comeBack}
        <Send label={words.send} />
      </li>
    </ol>
  )
}

const Send = ({ label }: { readonly label: string }) => (
  <p class="trin-buttons">
    <button type="submit" class="button button-secondary">
      {label}
    </button>
  </p>
)

/** What the form says of itself. */
const Carried = ({ own }: Pick<SentForm, 'own'>) => (
  <>
    {Object.entries(own)
      .filter(([name]) => name !== languageField)
      .map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
  </>
)

/** What was typed, to be read and copied; numbers, days and choices go along unseen. */
const Written = ({
  reader,
  form,
  isToSend,
}: {
  readonly reader: Reader
  readonly form: SentForm
  readonly isToSend: boolean
}) => {
  const { kept: words } = reader.words.entrance
  const all = namedIn(form.typed)
  const texts = textsIn(form)
  return (
    <>
      {all
        .filter(([, value]) => !isText(value))
        .map(([name, value], place) => (
          <HiddenField key={`${place}-${name}`} name={name} value={value} />
        ))}
      {texts.length > 0 && <h2>{words.written}</h2>}
      {texts.map(([name, value], place) => (
        <div key={`${place}-${name}`} class="form-group">
          <label class="form-label" for={`kept-${place}`}>
            {words.text(place + 1, texts.length)}
          </label>
          <textarea class="form-input" id={`kept-${place}`} name={name} rows={rowsOf(value)} readonly>
            {value}
          </textarea>
        </div>
      ))}
      {isToSend && texts.length < all.length && <p class="trin-soft">{words.rest(texts.length > 0)}</p>}
    </>
  )
}

const textsIn = ({ typed }: SentForm) => namedIn(typed).filter(([, value]) => isText(value))

/** Written by somebody, and not the code of a choice, an id, a number or a day. */
const isText = (value: string): boolean => !/^([a-z0-9-]+|[A-Z]\d{1,2}|[a-z]{3}_\w+|[\d.,:T%-]+)$/.test(value)

const mostRows = 12
const charactersInRow = 60
const rowsOf = (text: string): number =>
  Math.min(
    mostRows,
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersInRow)), 0),
  )
