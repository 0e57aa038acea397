import type { PageAct } from '../../../shared/http/page-request.ts'
import { page } from '../layout.tsx'
import { type Reader, readerOf } from '../reader.ts'

/** When the statement was last gone through; to be done anew once a year, and when what it says is no longer so. */
const assessedOn = '2026-11-25'
const authority = 'https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/'

/**
 * `GET /accessibility`: the statement that the act on the accessibility of public sector bodies' websites asks for, with the
 * contents of the model statement of the European Commission (2018/1523).
 */
export const accessibilityPage =
  ({ secretariat }: { readonly secretariat: string }): PageAct =>
  async (request) => {
    const reader = readerOf(request)
    const { title } = reader.words.about.accessibility
    return page({ reader, title, children: <Statement reader={reader} address={secretariat} /> })
  }

const Statement = ({ reader, address }: { readonly reader: Reader; readonly address: string }) => {
  const { intro, status, shortcomings, made, feedback, enforcement } = reader.words.about.accessibility
  return (
    <>
      <Paragraphs lines={intro} />
      <h2>{status.title}</h2>
      <Paragraphs lines={status.text} />
      <h2>{shortcomings.title}</h2>
      <p>{shortcomings.text}</p>
      <List items={shortcomings.items} />
      <Paragraphs lines={[shortcomings.burden, shortcomings.outside]} />
      <h2>{made.title}</h2>
      <p>{made.text(reader.day(assessedOn))}</p>
      <p>{made.tested}</p>
      <List items={made.items} />
      <p>{made.untested}</p>
      <h2>{feedback.title}</h2>
      <p>
        {feedback.text} <a href={`mailto:${address}`}>{address}</a>. {feedback.answer}
      </p>
      <h2>{enforcement.title}</h2>
      <p>{enforcement.text}</p>
      <p>
        <a href={authority} hreflang="da">
          {enforcement.link}
        </a>
      </p>
    </>
  )
}

const Paragraphs = ({ lines }: { readonly lines: readonly string[] }) => lines.map((line) => <p key={line}>{line}</p>)

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
