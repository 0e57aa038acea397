import { dateOf } from '../../../shared/domain/calendar/days.ts'
import type { ProjectId } from '../../../shared/domain/identifiers.ts'
import { submitted } from './level-1-life.ts'
import { people } from './material.ts'
import { accessibleDocuments, accessibleDocumentsAnswers, confirmed } from './product-material.ts'
import { beginStory, type Chapter, type Story } from './story.ts'

const { poul, anja } = people

/** A finished solution that wants in, on level 1: live already, it needs no project, and the board is informed. */
export const takeOver = async (beside: Story, tell: (chapter: Chapter) => void): Promise<ProjectId> => {
  const { world } = beside
  const secretariat = await world.token('secretariat')
  const submit = async () => {
    const body = {
      kind: 'takeover',
      concept: accessibleDocuments,
      answers: accessibleDocumentsAnswers,
      contact: poul,
      consentToPublish: true,
    }
    return submitted.parse(await world.post('/api/projects', body)).id
  }
  const what = `Meanwhile ${poul.name} offers “${accessibleDocuments.title}”, which is in use already`
  const { project, act } = await beginStory('takeover', world, tell, what, submit, beside)
  const path = `/api/projects/${project}`
  await act('Level 1, and ready as it is', async () => {
    await world.post(`${path}/classification`, { level: 1 }, secretariat)
    await world.post(`${path}/ready`, {}, secretariat)
  })
  await act('The secretariat registers where it is live, and who follows it', async () => {
    const on = dateOf(await world.now())
    for (const { authority } of [poul, anja]) await world.post(`${path}/go-lives`, { authority, on }, secretariat)
    await world.post(`${path}/coordination-group`, { members: [poul, anja], chair: poul.email }, secretariat)
  })
  await act('A product without a project: the board is informed', () =>
    world.post(`${path}/graduation`, { confirmed: Object.values(confirmed) }, secretariat),
  )
  return project
}
