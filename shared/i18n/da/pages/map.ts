import type { ProjectStateName } from '../../../domain/project/state.ts'

/** Kortet over processen. */
const nodes: Readonly<Record<ProjectStateName, string>> = {
  idea: 'Idé',
  shaping: 'Koncept',
  ready: 'Beslutning',
  returned: 'Retur',
  approved: 'Godkendt',
  implementation: 'Gennemførelse',
  reconsideration: 'Genovervejelse',
  paused: 'Pause',
  rejected: 'Afvist',
  stopped: 'Stoppet',
  withdrawn: 'Trukket tilbage',
  merged: 'Lagt sammen',
  product: 'Produkt',
  completed: 'Gennemført',
  retired: 'Udfaset',
}

export const map = () => ({
  title: 'Vejen fra idé til produkt',
  nodes,
  been: (path: string) => `Vejen indtil nu: ${path}.`,
  now: (state: string) => `Nu: ${state}.`,
  ahead: (path: string) => `Derefter: ${path}.`,
  move: (who: string, until: string) => `${who} har turen${until}.`,
  elapsed: (days: number, of: number) => `Dag ${days} af ${of}`,
  overdueBy: (days: number) =>
    days === 1 ? 'Fristen er overskredet med 1 dag' : `Fristen er overskredet med ${days} dage`,
})
