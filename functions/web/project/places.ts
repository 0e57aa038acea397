import type { PageAct } from '../../../shared/http/page-request.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { nothingFor } from '../entrance/link-needed.tsx'
import { readerOf } from '../reader.ts'
import { erasurePlaces } from './erasure-places.tsx'
import { findProject } from './found.ts'
import { ideaPlaces } from './idea-places.tsx'
import { peoplePlaces } from './people-places.tsx'
import type { Place, Places } from './place.ts'
import type { OwnPorts } from './ports.ts'
import { changePlaces } from './product/changes.tsx'
import { evaluationPlaces } from './product/evaluation.tsx'
import { governancePlaces } from './product/governance.tsx'
import { slaPlaces } from './product/sla.tsx'
import { stewardPlaces } from './product/stewards.tsx'
import { reportsPlace } from './progress.tsx'
import { readingPlaces } from './reading-places.tsx'
import { reportPlace } from './report/place.tsx'
import { runningPlaces } from './running-places.tsx'

/** Every page under a project, area by area. */
const places: Places = {
  ...readingPlaces,
  ...ideaPlaces,
  ...peoplePlaces,
  ...runningPlaces,
  ...erasurePlaces,
  ...changePlaces,
  ...slaPlaces,
  ...evaluationPlaces,
  ...stewardPlaces,
  ...governancePlaces,
  report: reportPlace,
  reports: reportsPlace,
}

const placeAt = (name: string | undefined): Place => {
  const place = name !== undefined && Object.hasOwn(places, name) ? places[name] : undefined
  if (place === undefined) throw new InTrouble({ kind: 'not-found' })
  return place
}

/** `GET /p/{id}/{page}`; whoever has no part in the project is told so, as on its own page. */
export const showPlace =
  (ports: OwnPorts): PageAct =>
  async (request) => {
    const { show } = placeAt(request.params.page)
    const reader = readerOf(request)
    const found = await findProject(request, ports)
    return typeof found === 'string' ? nothingFor(reader, request) : show({ request, ports, reader, found })
  }

/** `POST /p/{id}/{act}`; what somebody sent who has no part in it any more comes back to be copied, with the trouble. */
export const sendPlace =
  (ports: OwnPorts): PageAct =>
  async (request) => {
    const { send } = placeAt(request.params.act)
    const found = await findProject(request, ports)
    if (send === undefined || typeof found === 'string') throw new InTrouble({ kind: 'not-found' })
    return send({ request, ports, reader: readerOf(request), found })
  }
