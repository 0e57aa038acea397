/** Sekretariatets bord. */
export const desk = {
  title: 'Sekretariatets bord',
  empty: 'Der er ingen åbne sager.',
}
