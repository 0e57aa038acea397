/** Porteføljen, som alle kan se. */
export const portfolio = {
  title: 'Portefølje',
  lead: 'Projekter og produkter i OS2, fra bestyrelsens beslutning og frem.',
  empty: 'Der er ingen projekter at vise endnu.',
  columns: { project: 'Projekt', authority: 'Myndighed', level: 'Niveau', state: 'Tilstand', since: 'Siden' },
}
