/** Mennesker og myndigheder på sagen. */
export const people = () => ({
  leadAppointed: {
    what: 'Du er nu projektleder',
    text: 'Du er udpeget som projektleder. Du sætter projektet i gang, når det er godkendt, og melder derefter om fremdrift, økonomi og risici.',
    othersWhat: (first: boolean): string =>
      first ? 'Projektet har fået en projektleder' : 'Projektet har fået ny projektleder',
    othersText: 'Der er udpeget en projektleder, som fremover har kontakten om fremdriften.',
  },
  leadReplaced: {
    what: 'Du er ikke længere projektleder',
    text: 'En anden har overtaget opgaven som projektleder. Tak for indsatsen. Dit link som projektleder virker ikke længere.',
  },
  proposerTransferred: {
    what: 'Du er nu forslagsstiller',
    text: 'Du har overtaget sagen som forslagsstiller. Linket herunder er din indgang til sagen.',
    othersWhat: 'Sagen har fået ny forslagsstiller',
    othersText: 'En anden person har overtaget sagen som forslagsstiller.',
  },
  proposerReplaced: {
    what: 'Du er ikke længere forslagsstiller',
    text: 'En anden har overtaget sagen som forslagsstiller. Tak for indsatsen. Dit link som forslagsstiller virker ikke længere.',
  },
  steeringNamed: {
    what: 'Du er med i styregruppen',
    text: 'Du er udpeget til projektets styregruppe. Styregruppen leder projektet, svarer på selvevalueringerne og får besked, hvis fristerne ikke holder, eller projektet genovervejes. Linket herunder er din indgang til sagen.',
    othersWhat: 'Projektet har en styregruppe',
    othersText: (members: number) =>
      `Styregruppen er nedsat med ${members === 1 ? 'ét medlem' : `${members} medlemmer`}.`,
  },
  steeringLeft: {
    what: 'Du er ikke længere i styregruppen',
    text: 'Styregruppen er sammensat på ny, og du er ikke længere medlem. Tak for indsatsen. Dit link som medlem virker ikke længere.',
  },
  replaced: 'Du skal ikke gøre noget.',
  authorityJoined: {
    what: (authority: string) => `${authority} er med i projektet`,
    text: (authority: string) => `${authority} deltager nu i projektet.`,
    amount: 'Bidrag i kroner',
    hours: 'Bidrag i timer',
  },
  authorityLeft: {
    what: (authority: string) => `${authority} deltager ikke længere`,
    text: (authority: string, remaining: number) =>
      `${authority} har forladt projektet. ${
        remaining === 0
          ? 'Der er ingen myndigheder tilbage.'
          : remaining === 1
            ? 'Der er én myndighed tilbage.'
            : `Der er ${remaining} myndigheder tilbage.`
      }`,
  },
})
