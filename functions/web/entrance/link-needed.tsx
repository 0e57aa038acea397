import { isProjectId } from '../../../shared/domain/identifiers.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageRequest } from '../../../shared/http/page-request.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { freshForm } from '../form/act.ts'
import { page } from '../layout.tsx'
import type { Reader } from '../reader.ts'
import { AskForLink } from './ask-for-link.tsx'

/** Why somebody stands before a project's page without a link that opens it; `ended`: its holder has no part on the project any more. */
export type LinkTrouble = 'none' | 'expired' | 'bad' | 'ended'

/** The project whose own page this is a path of. */
export const projectOfPath = (path: string): string | undefined => {
  const [, first, id = ''] = path.split('/')
  return first === 'p' && isProjectId(id) ? id : undefined
}

/** 401 as a page: what is wrong with the link, a new one by mail, the way in for those who have an account, and what everybody may read. */
export const linkNeeded = (reader: Reader, project: string, trouble: LinkTrouble): EdgeAnswer => {
  const { link: words } = reader.words.entrance
  const { title, text } = words[trouble]
  return page(
    {
      reader,
      title,
      children: (
        <>
          <p class="font-lead">{text}</p>
          <h2>{words.askTitle}</h2>
          <AskForLink reader={reader} state={freshForm(undefined)} project={project} />
          <p>
            <a href={`/sign-in?to=${encodeURIComponent(`/p/${project}`)}`}>{words.orSignIn}</a>
          </p>
          <p>
            <a href="/portfolio">{words.portfolio}</a>
          </p>
        </>
      ),
    },
    trouble === 'ended' ? 404 : 401,
  )
}

/** A link that was good once says so where it is opened: it tells nothing that its mails have not. @throws `InTrouble` (not found) for anybody else */
export const nothingFor = (reader: Reader, { actor }: PageRequest): EdgeAnswer => {
  if (actor.kind === 'person' && actor.link && actor.project !== undefined)
    return linkNeeded(reader, actor.project, 'ended')
  throw new InTrouble({ kind: 'not-found' })
}
