import type { EdgeAnswer } from '../../../shared/http/exchange.ts'
import type { PageAct, PageRequest } from '../../../shared/http/page-request.ts'
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

/** What a page under a project answers to those on it; whoever has no part in it is told so, as on the page above. */
const visit = async (request: PageRequest, ports: OwnPorts, answer: Place['show']): Promise<EdgeAnswer> => {
  const reader = readerOf(request)
  const found = await findProject(request, ports)
  return typeof found === 'string' ? nothingFor(reader, request) : answer({ request, ports, reader, found })
}

/** `GET /p/{id}/{page}` */
export const showPlace =
  (ports: OwnPorts): PageAct =>
  async (request) =>
    visit(request, ports, placeAt(request.params.page).show)

/** `POST /p/{id}/{act}` */
export const sendPlace =
  (ports: OwnPorts): PageAct =>
  async (request) => {
    const { send } = placeAt(request.params.act)
    if (send === undefined) throw new InTrouble({ kind: 'not-found' })
    return visit(request, ports, send)
  }
