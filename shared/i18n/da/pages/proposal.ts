/** Det niveau, systemet foreslår, og hvorfor. */
export const proposal = () => ({
  title: 'Det sandsynlige niveau',
  level: (level: number) => `Niveau ${level}`,
  meaning: {
    1: 'Sekretariatet kan sætte projektet i gang. Bestyrelsen bliver orienteret.',
    2: 'Bestyrelsen godkender konceptet, og projektet får en styregruppe.',
    3: 'Bestyrelsen godkender konceptet, projektet får en styregruppe, og der meldes oftere om fremdrift.',
  },
  reports: (days: number) => `Projektlederen melder om fremdrift hver ${days}. dag.`,
  because: 'Det peger jeres svar på',
  pointers: {
    'several-authorities': 'Flere myndigheder er med (R3)',
    'many-could-use-it': 'Mange myndigheder kan bruge løsningen (R3)',
    'backed-by-management': 'Ledelsen bakker op (R2)',
    'national-strategy': 'Idéen hænger sammen med en national strategi (R4)',
    'business-critical-in-many': 'Driften afhænger af løsningen hos mange myndigheder',
    'joint-economy-above-threshold': 'Den samlede økonomi er over grænsen for niveau 3',
    'nothing-points-upward': 'Intet i svarene peger på mere end niveau 1',
  },
  missing: (level: number) => `Det mangler, hvis det skal være niveau ${level}`,
  /** Niveau 2 kræver begge dele, niveau 3 én af dem. */
  missingEach: { 2: 'Alt dette skal være på plads.', 3: 'Ét af disse er nok.' },
  wants: {
    'several-authorities': 'At mindst én anden myndighed er med',
    'many-could-use-it': (most: number) => `At mindst ${most} myndigheder kan bruge løsningen`,
    or: 'eller',
    'backed-by-management': 'At ledelsen bakker op (R2)',
    'national-strategy': 'At idéen hænger sammen med en national strategi (R4)',
    'business-critical-in-many': 'At driften afhænger af løsningen hos mange myndigheder',
    'joint-economy-above-threshold': (kroner: string) => `At den samlede økonomi er over ${kroner}`,
  },
  unmet: (level: number) => `Kriterier på niveau ${level}, der hverken er opfyldt eller forklaret`,
  noneUnmet: 'Alle kriterier på niveauet er opfyldt eller forklaret.',
  unmetCount: (count: number) => (count === 1 ? '1 kriterium' : `${count} kriterier`),
  unmetIsFine: 'Det er helt i orden på det her tidspunkt. Sekretariatet hjælper jer videre.',
  decides: 'Det er kun et bud. Sekretariatet vælger niveauet sammen med jer.',
})
