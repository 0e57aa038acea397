import { expect, it } from 'vitest'
import type { PostEntry, PostRounds } from '../../../shared/use-cases/mail-ports.ts'
import type { Projections } from '../../../shared/use-cases/ports.ts'
import { gathered } from './gathered.ts'

const entry = (n: number, ...recipients: string[]): PostEntry => ({
  stream: 'prj_01JPOST',
  version: n,
  recipients: recipients.length === 0 ? ['secretariat'] : recipients,
  correlationId: `correlation-${n}`,
})
let days = 0
/** A morning of its own for each test. */
const aMorning = () => new Date(Date.UTC(2026, 10, 24, 8) + 86_400_000 * days++).toISOString()

/** What every post keeps to, and what the index of what is due knows of it. */
export const postRoundsKeep = (
  open: () => { readonly rounds: PostRounds; readonly projections: Pick<Projections, 'due'> },
): void => {
  it('given letters that wait, when it is asked what is due, then their morning is, once, until the post has gone', async () => {
    const { rounds, projections } = open()
    const morning = aMorning()
    const due = async (until: string) =>
      (await gathered(projections.due(until))).filter((one) => 'post' in one && one.post === morning)
    for (const n of [2, 1]) expect(await rounds.keep(morning, entry(n))).toBe('kept')
    expect(await due(new Date(Date.parse(morning) - 1).toISOString())).toEqual([])
    expect(await due(morning)).toEqual([{ post: morning, nextDueAt: morning }])
    expect(await rounds.close(morning)).toEqual([entry(1), entry(2)])
    expect(await due(morning)).toEqual([])
  })

  it('given a commit that comes again, when the post goes, then it is in it once, as it was', async () => {
    const { rounds } = open()
    const morning = aMorning()
    expect(await rounds.keep(morning, entry(1, 'con_a', 'board'))).toBe('kept')
    expect(await rounds.keep(morning, entry(1, 'con_b'))).toBe('kept')
    expect(await rounds.close(morning)).toEqual([entry(1, 'con_a', 'board')])
    expect(await rounds.close(morning)).toEqual([entry(1, 'con_a', 'board')])
  })

  it('given a post that has gone, when a commit comes, then it is not in it, however often; what was in it still is', async () => {
    const { rounds, projections } = open()
    const morning = aMorning()
    await rounds.keep(morning, entry(1))
    await rounds.close(morning)
    for (const _ of ['once', 'twice']) expect(await rounds.keep(morning, entry(2))).toBe('gone')
    expect(await rounds.keep(morning, entry(1))).toBe('kept')
    expect(await rounds.close(morning)).toEqual([entry(1)])
    expect((await gathered(projections.due(morning))).filter((one) => 'post' in one && one.post === morning)).toEqual(
      [],
    )
  })

  it('given mornings apart, when one post goes, then the other waits', async () => {
    const { rounds } = open()
    const [one, other] = [aMorning(), aMorning()]
    await rounds.keep(one, entry(1))
    await rounds.keep(other, entry(1))
    expect(await rounds.close(one)).toEqual([entry(1)])
    expect(await rounds.keep(other, entry(2))).toBe('kept')
    expect(await rounds.close(aMorning())).toEqual([])
  })
}
