import type { PageAct, PageRequest } from '../../../shared/http/page-request.ts'
import { InTrouble } from '../../../shared/http/trouble.ts'
import { readerOf } from '../reader.ts'
import { erasurePlaces } from './erasure-places.tsx'
import { foundForOwnPage } from './found.ts'
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

const visitOf = async (request: PageRequest, ports: OwnPorts) => ({
  request,
  ports,
  reader: readerOf(request),
  found: await foundForOwnPage(request, ports),
})

/** `GET /p/{id}/{page}` */
export const showPlace =
  (ports: OwnPorts): PageAct =>
  async (request) => {
    const { show } = placeAt(request.params.page)
    return show(await visitOf(request, ports))
  }

/** `POST /p/{id}/{act}` */
export const sendPlace =
  (ports: OwnPorts): PageAct =>
  async (request) => {
    const { send } = placeAt(request.params.act)
    if (send === undefined) throw new InTrouble({ kind: 'not-found' })
    return send(await visitOf(request, ports))
  }
