import { askForErasure } from '../../../shared/http/erasure-requests.ts'
import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import { attempt, freshForm } from '../form/act.ts'
import { Form } from '../form/form.tsx'
import type { FormState } from '../form/state.ts'
import { page, seeOther } from '../layout.tsx'
import { aboveOf } from './form-place.tsx'
import { addressOf, type Places, type Visit } from './place.ts'

/** Says what being erased means, before anybody asks for it. The secretariat erases people by name, elsewhere. */
const shown = (visit: Visit, state: FormState, status = 200): EdgeAnswer => {
  const { reader, found } = visit
  const { acts, erasure } = reader.words.projectActs
  const isOffice = found.roles.includes('secretariat')
  return page(
    {
      reader,
      title: acts.erase.title,
      above: aboveOf(visit),
      hasErrors: state.problem !== undefined,
      children: (
        <>
          <p class="font-lead">{isOffice ? erasure.deskOnly : acts.erase.lead}</p>
          {!isOffice && (
            <>
              <h2>{erasure.what}</h2>
              <ul>
                {erasure.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
              <Form
                reader={reader}
                state={state}
                action={addressOf(found, 'erase')}
                submit={acts.erase.submit}
                weight="warning"
              />
            </>
          )}
          <p>
            <a href={addressOf(found)}>{reader.words.project.back}</a>
          </p>
        </>
      ),
    },
    status,
  )
}

/** To be forgotten: `/p/{id}/erase`. */
export const erasurePlaces: Places = {
  erase: {
    show: (visit) => shown(visit, freshForm(undefined)),
    send: async (visit) => {
      const { request, ports, found } = visit
      const tried = await attempt(request, () => askForErasure({ ...ports, ...ports.erasing }, request, {}))
      return 'answer' in tried ? seeOther(`${addressOf(found)}?done=erase`) : shown(visit, tried.state, tried.status)
    },
  },
}
