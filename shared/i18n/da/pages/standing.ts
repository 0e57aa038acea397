/** Hvor en sag står, og hvis tur det er. */
export const standing = () => ({
  state: 'Tilstand',
  assessed: (level: string) => `vurderet til ${level}`,
  level: (level: number) => `Niveau ${level}`,
  noLevel: 'Endnu ikke niveauplaceret',
  whoseMove: 'Hvis tur er det',
  parties: {
    secretariat: 'Sekretariatet',
    proposer: 'Forslagsstilleren',
    board: 'Bestyrelsen',
    lead: 'Projektlederen',
    coordination: 'Koordinationsgruppen',
    nobody: 'Ingen',
  },
  leadMissing: 'Forslagsstilleren, som udpeger en projektleder,',
  since: (day: string) => `siden ${day}`,
  until: (day: string) => `senest ${day}`,
  overdue: (day: string) => `skulle være sket ${day}`,
  closed: 'Sagen er afsluttet',
})
