import { expect, it } from 'vitest'
import type { ContactId } from '../../../shared/domain/identifiers.ts'
import type { Draft, Drafts } from '../../../shared/use-cases/drafts.ts'

const draft = (id: string, person: ContactId, but: Partial<Draft> = {}): Draft => ({
  id,
  person,
  email: 'ida@skovby.example',
  language: 'da',
  step: 'reach',
  fields: 'concept.title=Legepladser',
  keepUntil: '2026-12-25T08:00:00.000Z',
  ...but,
})
const now = '2026-11-25T08:00:00.000Z'

/** What every store of drafts keeps to. */
export const draftsKeep = (make: () => Drafts): void => {
  it('given a draft, when it is saved again, then the last state is found', async () => {
    const drafts = make()
    await drafts.put(draft('one', 'con_saves'))
    await drafts.put(draft('one', 'con_saves', { step: 'send' }))
    expect(await drafts.find({ person: 'con_saves', id: 'one' }, now)).toEqual(
      draft('one', 'con_saves', { step: 'send' }),
    )
    expect(await drafts.find({ person: 'con_other', id: 'one' }, now)).toBeUndefined()
  })

  it('given a draft, when its time is over, then it is not found', async () => {
    const drafts = make()
    await drafts.put(draft('old', 'con_waits'))
    expect(await drafts.find({ person: 'con_waits', id: 'old' }, '2026-12-25T08:00:00.000Z')).toBeUndefined()
  })

  it('given drafts of two people, when one is removed and a person forgotten, then the others stay', async () => {
    const drafts = make()
    for (const id of ['a', 'b']) await drafts.put(draft(id, 'con_removes'))
    for (const id of ['a', 'b']) await drafts.put(draft(id, 'con_forgotten'))
    await drafts.remove({ person: 'con_removes', id: 'a' })
    for (const _ of ['once', 'twice']) await drafts.forget('con_forgotten')
    const left = await Promise.all(
      (['con_removes', 'con_forgotten'] as const).flatMap((person) =>
        ['a', 'b'].map(async (id) => (await drafts.find({ person, id }, now)) !== undefined),
      ),
    )
    expect(left).toEqual([false, true, false, false])
  })
}
