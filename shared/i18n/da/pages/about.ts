/** Tilgængelighedserklæringen og andet om Trin selv. */
export const about = () => ({
  accessibility: {
    title: 'Tilgængelighedserklæring',
    intro: [
      'OS2, Offentligt Digitaliseringsfællesskab, vil gøre Trin tilgængeligt for alle i overensstemmelse med lov om tilgængelighed af offentlige organers websteder og mobilapplikationer.',
      'Erklæringen gælder alle Trins sider på denne adresse.',
    ],
    status: {
      title: 'Overholdelse',
      text: [
        'Trin overholder delvist loven og standarden EN 301 549, som bygger på WCAG 2.1 på niveau AA. Vi bygger efter WCAG 2.2 på niveau AA.',
        'Når vi skriver »delvist«, er det, fordi siderne endnu ikke er prøvet af mennesker med skærmlæser eller af en udenforstående. Nedenfor står, hvad vi ved.',
      ],
    },
    shortcomings: {
      title: 'Indhold, der ikke er tilgængeligt',
      text: 'Det ved vi ikke lever op til kravene:',
      items: [
        'Det, mennesker selv skriver (titler, formål, kommentarer, begrundelser), vises, som det er skrevet. Er det på et andet sprog end siden, er det ikke altid opmærket, så en skærmlæser kan læse det forkert op (WCAG 3.1.2).',
        'En side, der bliver gemt som PDF fra browseren, får den opmærkning, browseren giver den. Vi har ikke prøvet, om den er god nok. Alt i den står også på siden.',
      ],
      outside:
        'Uden for loven falder det, Trin linker til på andre websteder: kildekode, dokumenter og kalendere, som vi ikke styrer.',
      burden: 'Vi har ikke undtaget noget med den begrundelse, at det ville være en uforholdsmæssig stor byrde.',
    },
    made: {
      title: 'Sådan er erklæringen blevet til',
      text: (day: string) => `Erklæringen er lavet ${day} på grundlag af vores egen vurdering.`,
      tested: 'Det er prøvet, hver gang koden ændres:',
      items: [
        'axe-core på siderne på begge sprog',
        'sidernes HTML mod standarden',
        'at siderne kan læses ved en bredde på 320 pixel uden at rulle til siden',
        'at et projekt kan komme fra idé til produkt uden JavaScript, og med tastaturet alene, så fokus kan ses ved hvert stop',
        'at de vigtigste sider kan bruges med egne farver (høj kontrast), uden bevægelse og forstørret til 400 %',
      ],
      untested:
        'Det er ikke prøvet endnu: skærmlæsere, talestyring, og hvordan mennesker med funktionsnedsættelser oplever siderne.',
    },
    feedback: {
      title: 'Fortæl os, hvis noget ikke virker',
      text: 'Skriv til os, hvis du ikke kan bruge en side, eller hvis du har brug for indholdet på en anden måde:',
      answer: 'Vi svarer inden for 10 arbejdsdage.',
    },
    enforcement: {
      title: 'Hvis du ikke får svar, der hjælper',
      text: 'Digitaliseringsstyrelsen fører tilsyn med loven. Du kan henvende dig til den, hvis du ikke får svar i tide, eller hvis svaret ikke er godt nok.',
      link: 'Digitaliseringsstyrelsen: Oplever du ikke-tilgængeligt indhold?',
    },
  },
})
