import type { ProjectAct } from '../../../../shared/api/project-act.ts'
import { isRefusal } from '../../../../shared/domain/refusal.ts'
import type { PageRequest } from '../../../../shared/http/page-request.ts'
import { parse } from '../../../../shared/http/parse.ts'
import { projectIn } from '../../../../shared/http/project-acts.ts'
import { InTrouble } from '../../../../shared/http/trouble.ts'
import { gatherContacts } from '../../../../shared/use-cases/gather-contacts.ts'
import { type PreviewedMail, previewLetters } from '../../../../shared/use-cases/preview-letters.ts'
import type { Reader } from '../../reader.ts'
import type { CasePorts } from '../ports.ts'

/** The mails that would follow an act if it were done now. @throws `InTrouble` where it would be refused */
export const mailsBefore = async (
  ports: CasePorts,
  { command }: ProjectAct,
  request: PageRequest,
  { body, number }: { readonly body: unknown; readonly number: number },
): Promise<readonly PreviewedMail[]> => {
  const people = gatherContacts(ports.contacts, request.actor)
  const given = { person: people.of, contact: ports.contacts.idOf, number }
  const previews = await previewLetters(ports, {
    project: projectIn(request),
    command: command((schema) => parse(schema, body), given),
    actor: request.actor,
    contacts: people.all(),
    language: request.language,
  })
  if (isRefusal(previews)) throw new InTrouble({ kind: 'refused', refusal: previews })
  return previews
}

/** What would be sent, to whom and when; as text, which says the same as the mail's HTML. */
export const Previews = ({
  reader,
  previews,
}: {
  readonly reader: Reader
  readonly previews: readonly PreviewedMail[]
}) => {
  const { preview: words } = reader.words.deskActs
  return (
    <section aria-labelledby="previews">
      <h2 id="previews" tabindex={-1}>
        {words.title(previews.length)}
      </h2>
      <p>{previews.length === 0 ? words.nobody : words.notSent}</p>
      {previews.map(({ to, when, language, mail }, place) => (
        <details key={place} class="trin-preview" open={place === 0}>
          <summary>
            {'name' in to ? to.name : words.offices[to.office]} <span class="trin-soft">{words.when[when]}</span>
          </summary>
          <p>
            <strong>{words.subject}</strong> <span lang={language}>{mail.subject}</span>
          </p>
          <pre lang={language}>{mail.text}</pre>
        </details>
      ))}
    </section>
  )
}
