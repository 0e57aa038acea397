/** Hvor en sag står, og hvis tur det er. */
export const standing = () => ({
  erasedCase: 'Slettet sag',
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
  keptUntil: (day: string) =>
    `Det, der er skrevet på sagen, er bevaret til ${day} og bliver så slettet. Indtil da kan sagen åbnes igen.`,
  contentErased: (day: string) =>
    `Alt, hvad der var skrevet på sagen, blev slettet ${day}, fordi den er lukket og aldrig har været offentlig. Den kan ikke åbnes igen.`,
  closed: 'Sagen er afsluttet',
})
