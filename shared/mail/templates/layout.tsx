import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { LaidOut } from '../content.ts'

/**
 * Colours by class, so that a client's dark mode can change them; the inline ones are for clients that drop `<style>`.
 * Contrast is at least 4.5 to 1 in both.
 */
const dark = `
@media (prefers-color-scheme: dark) {
  .page { background: #14181d !important; }
  .sheet { background: #1e242b !important; border-color: #3a444f !important; }
  .ink { color: #f1f4f7 !important; }
  .soft { color: #b9c4cf !important; }
  .box { background: #26303a !important; border-color: #6fb3e8 !important; }
  .rule { border-color: #3a444f !important; }
  .link { color: #8fc7f5 !important; }
  .button { background: #8fc7f5 !important; color: #10161c !important; }
}
@media (max-width: 480px) {
  .sheet { padding: 20px 16px !important; border-radius: 0 !important; }
  .button { display: block !important; text-align: center !important; }
}`

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const ink = '#1a1f24'
const soft = '#4d5a66'
const accent = '#0b5394'

/** An address for clients that look for one, yet never one that leaves the web. */
const webOnly = (url: string): string => (/^https?:\/\//.test(url) ? url : '#')

const Paragraph = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="ink" style={`margin: 0 0 16px; color: ${ink}; font-size: 16px; line-height: 1.5;`}>
    {children}
  </p>
)

const Heading = ({ children }: { readonly children: ComponentChildren }) => (
  <h2 class="ink" style={`margin: 24px 0 8px; color: ${ink}; font-size: 16px; line-height: 1.4; font-weight: 700;`}>
    {children}
  </h2>
)

const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

const Button = ({ label, url }: { readonly label: string; readonly url: string }) => (
  <p style="margin: 24px 0;">
    <a
      class="button"
      data-action
      href={webOnly(url)}
      style={`display: inline-block; padding: 13px 22px; background: ${accent}; color: #ffffff; font-size: 16px; font-weight: 700; line-height: 1.3; text-decoration: none; border-radius: 4px;`}
    >
      {label}
    </a>
  </p>
)

const Items = ({ items }: { readonly items: readonly string[] }) => (
  <ul style="margin: 0 0 16px; padding: 0 0 0 22px;">
    {items.map((item) => (
      <li class="ink" style={`margin: 0 0 6px; color: ${ink}; font-size: 16px; line-height: 1.5;`}>
        <Lines text={item} />
      </li>
    ))}
  </ul>
)

const About = ({
  title,
  label,
  number,
}: {
  readonly title: string
  readonly label: string
  readonly number: string
}) => (
  <p class="soft" style={`margin: 0 0 20px; color: ${soft}; font-size: 14px; line-height: 1.5;`}>
    <strong class="ink" style={`color: ${ink}; font-size: 16px; overflow-wrap: anywhere;`}>
      {title}
    </strong>
    <br />
    <span>
      {label} {number}
    </span>
  </p>
)

const Facts = ({ facts }: { readonly facts: NonNullable<LaidOut['facts']> }) => (
  <table style="width: 100%; margin: 0 0 16px; border-collapse: collapse;">
    <tbody>
      {facts.map(({ label, value }) => (
        <tr>
          <th
            scope="row"
            class="soft rule"
            style={`width: 40%; padding: 8px 12px 8px 0; border-bottom: 1px solid #d8dee4; color: ${soft}; font-size: 15px; line-height: 1.4; font-weight: 400; text-align: left; vertical-align: top;`}
          >
            {label}
          </th>
          <td
            class="ink rule"
            style={`padding: 8px 0; border-bottom: 1px solid #d8dee4; color: ${ink}; font-size: 15px; line-height: 1.4; vertical-align: top; overflow-wrap: anywhere;`}
          >
            <Lines text={value} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Quote = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <>
    <Heading>{label}</Heading>
    <blockquote
      class="ink rule"
      style={`margin: 0 0 16px; padding: 2px 0 2px 14px; border-left: 3px solid #c3ccd5; color: ${ink}; font-size: 16px; line-height: 1.5; overflow-wrap: anywhere;`}
    >
      <Lines text={text} />
    </blockquote>
  </>
)

const Next = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <div
    class="box"
    style={`margin: 24px 0 0; padding: 14px 16px; background: #eaf3fb; border-left: 4px solid ${accent};`}
  >
    <p class="ink" style={`margin: 0 0 4px; color: ${ink}; font-size: 16px; line-height: 1.4; font-weight: 700;`}>
      {title}
    </p>
    <p class="ink" style={`margin: 0; color: ${ink}; font-size: 16px; line-height: 1.5;`}>
      {text}
    </p>
  </div>
)

const Footer = ({ mail }: { readonly mail: LaidOut }) => (
  <div class="rule" style="margin: 32px 0 0; padding: 16px 0 0; border-top: 1px solid #d8dee4;">
    {mail.footer.map((line) => (
      <p class="soft" style={`margin: 0 0 6px; color: ${soft}; font-size: 13px; line-height: 1.5;`}>
        {line}
      </p>
    ))}
    {mail.unsubscribe && (
      <p class="soft" style={`margin: 0; color: ${soft}; font-size: 13px; line-height: 1.5;`}>
        <a class="link" href={webOnly(mail.unsubscribe.url)} style={`color: ${accent};`}>
          {mail.unsubscribe.label}
        </a>
        {`. ${mail.unsubscribe.note}`}
      </p>
    )}
  </div>
)

const Case = ({ title, label, number, lines, action }: NonNullable<LaidOut['cases']>[number]) => (
  <div class="rule" style="margin: 24px 0 0; padding: 20px 0 0; border-top: 1px solid #d8dee4;">
    <About title={title} label={label} number={number} />
    <Items items={lines} />
    <p style="margin: 0;">
      <a
        class="link"
        data-action
        href={webOnly(action.url)}
        style={`color: ${accent}; font-size: 16px; font-weight: 700;`}
      >
        {action.label}
      </a>
    </p>
  </div>
)

/** Shown beside the subject in a list of mails; nobody sees it in the mail itself. */
const Preheader = ({ text }: { readonly text: string }) => (
  <div style="display: none; max-height: 0; overflow: hidden;" aria-hidden="true">
    {text}
  </div>
)

const Sheet = ({ mail }: { readonly mail: LaidOut }) => (
  <html lang={mail.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{mail.subject}</title>
      {/* A style element's text must not be escaped: it is a constant of this file, nothing of anybody's is in it. */}
      <style dangerouslySetInnerHTML={{ __html: dark }} />
    </head>
    <body class="page" style={`margin: 0; padding: 0; background: #eef1f4; font-family: ${font};`}>
      <Preheader text={[...mail.paragraphs.slice(0, 1), mail.next?.text ?? ''].join(' ').slice(0, 140)} />
      <div class="page" style="padding: 24px 0; background: #eef1f4;">
        <main
          class="sheet"
          style="max-width: 560px; margin: 0 auto; padding: 28px 32px; background: #ffffff; border: 1px solid #d8dee4; border-radius: 6px;"
        >
          <p class="soft" style={`margin: 0 0 20px; color: ${soft}; font-size: 14px; line-height: 1.4;`}>
            <strong>OS2</strong> · Trin
          </p>
          <h1
            class="ink"
            style={`margin: 0 0 12px; color: ${ink}; font-size: 23px; line-height: 1.3; font-weight: 700;`}
          >
            {mail.what}
          </h1>
          {mail.about && <About {...mail.about} />}
          <Paragraph>{mail.greeting}</Paragraph>
          {mail.paragraphs.map((paragraph) => (
            <Paragraph>{paragraph}</Paragraph>
          ))}
          {mail.facts && mail.facts.length > 0 && <Facts facts={mail.facts} />}
          {mail.lists?.map(({ title, items }) => (
            <>
              <Heading>{title}</Heading>
              <Items items={items} />
            </>
          ))}
          {mail.quotes?.map((quote) => (
            <Quote {...quote} />
          ))}
          {mail.next && <Next {...mail.next} />}
          {mail.action && <Button {...mail.action} />}
          {mail.cases?.map((one) => (
            <Case {...one} />
          ))}
          <Footer mail={mail} />
        </main>
      </div>
    </body>
  </html>
)

/** The mail as one HTML page: no pictures, nothing fetched from anywhere, every word escaped. */
export const htmlPage = (mail: LaidOut): string => `<!doctype html>${renderToString(<Sheet mail={mail} />)}`
