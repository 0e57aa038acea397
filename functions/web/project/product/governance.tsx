import { page } from '../../layout.tsx'
import { aboveOf } from '../form-place.tsx'
import { addressOf, type Places, type Visit } from '../place.ts'
import { governanceReport } from './governance-report.ts'
import { lackingIn, publicCode } from './public-code.ts'

/** The governance report and `publiccode.yml`, to be copied into the product's repository. */
const governance = (visit: Visit) => {
  const { reader, found } = visit
  const { product, project } = reader.words
  const { governance: words } = product
  const lacking = lackingIn(found)
  return page({
    reader,
    title: product.pages.governance,
    above: aboveOf(visit),
    children: (
      <>
        <p class="font-lead">{words.lead}</p>
        <h2>{words.report}</h2>
        <p>{words.reportLead}</p>
        <Copyable id="report" label={words.reportText} copy={words.copy} copied={words.copied} rows={16}>
          {governanceReport(found, reader)}
        </Copyable>
        <h2>publiccode.yml</h2>
        <p>{words.publicCodeLead}</p>
        {lacking.length > 0 && (
          <>
            <p>{words.lacks}</p>
            <ul>
              {lacking.map((one) => (
                <li key={one}>{words.lacking[one]}</li>
              ))}
            </ul>
          </>
        )}
        <Copyable id="publiccode" label={words.publicCodeText} copy={words.copy} copied={words.copied} rows={16}>
          {asYaml(publicCode(found))}
        </Copyable>
        <p>
          <a href={addressOf(found)}>{project.back}</a>
        </p>
      </>
    ),
  })
}

/** What is JSON is YAML 1.2, too, in its flow style: whatever people wrote stands in quotes that nothing breaks out of. */
export const asYaml = (value: Readonly<Record<string, unknown>>): string => `${JSON.stringify(value, null, 2)}\n`

interface CopyableProps {
  readonly id: string
  readonly label: string
  readonly copy: string
  readonly copied: string
  readonly rows: number
  readonly children: string
}

/** Text to be copied: by the button where there is a script, by hand without. */
const Copyable = ({ id, label, copy, copied, rows, children }: CopyableProps) => (
  <div class="form-group" data-copy={id} data-copy-label={copy} data-copied={copied}>
    <label class="form-label" for={id}>
      {label}
    </label>
    <textarea class="form-input" id={id} rows={rows} readonly spellcheck={false}>
      {children}
    </textarea>
  </div>
)

/** What a product's repository says about itself. */
export const governancePlaces: Places = { governance: { show: governance } }
