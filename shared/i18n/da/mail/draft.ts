/** Linket til en kladde. */
export const draft = () => ({
  what: 'Jeres kladde til en idé',
  greeting: 'Hej',
  text: (day: string) => [
    'Her er linket til den kladde, der er gemt i Trin. Den er ikke sendt til OS2 endnu.',
    `Alle, der har linket, kan læse kladden og skrive videre på den. Den bliver slettet ${day}, eller når idéen er sendt.`,
  ],
  action: 'Fortsæt på kladden',
  notYou: 'Har du ikke selv bedt om det, kan du se bort fra mailen. Så sker der ikke mere.',
})
