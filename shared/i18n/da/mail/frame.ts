import type { Capacity, Mailbox } from '../../../domain/correspondence/letter.ts'

const because: Readonly<Record<Capacity, string>> = {
  proposer: 'Du får mailen, fordi du er forslagsstiller på sagen.',
  lead: 'Du får mailen, fordi du er projektleder.',
  steering: 'Du får mailen, fordi du sidder i projektets styregruppe.',
  coordination: 'Du får mailen, fordi du sidder i produktets koordinationsgruppe.',
  owner: 'Du får mailen, fordi du er ansvarlig for et vilkår i projektet.',
  contact: 'Du får mailen, fordi du er kontaktperson på sagen.',
  member: 'Du får mailen, fordi du er medlem af bestyrelsen.',
  secretariat: 'Mailen er sendt til sekretariatets postkasse.',
  board: 'Mailen er sendt til bestyrelsens postkasse.',
  chair: 'Mailen er sendt til formandens postkasse.',
  former: 'Du får mailen, fordi du har haft en rolle på sagen indtil nu.',
}
const offices: Readonly<Record<Mailbox, string>> = {
  secretariat: 'Til sekretariatet',
  board: 'Til bestyrelsen',
  chair: 'Til formanden',
}

/** Det, der er ens i alle mails. */
export const frame = () => ({
  dear: (name: string) => `Kære ${name}`,
  offices,
  because,
  sender: 'Trin følger OS2-projekter fra idé til produkt.',
  automatic: 'Mailen er sendt automatisk.',
  erasedCase: 'Slettet sag',
  caseNumber: 'Sagsnummer',
  meetingNumber: 'Mødenummer',
  next: 'Hvad sker der nu?',
  yourTurn: 'Nu er det din tur',
  officeTurn: 'Nu er det jeres tur',
  see: 'Se sagen',
  seePortfolio: 'Se porteføljen',
  seeMeeting: 'Se mødet',
  personalLink: 'Linket er personligt og giver adgang til at handle på sagen. Send det ikke videre.',
  unsubscribe: 'Afmeld påmindelser',
  unsubscribeNote: 'Du får stadig besked om beslutninger og om frister, der er overskredet.',
  latest: (day: string) => `senest ${day}`,
  wasDue: (day: string) => `fristen var ${day}`,
  list: (words: readonly string[]) =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`,
  meeting: (form: 'meeting' | 'written', day: string) =>
    form === 'meeting' ? `bestyrelsens møde ${day}` : `bestyrelsens skriftlige afstemning ${day}`,
  linkResent: {
    what: 'Dit link til sagen',
    text: [
      'Her er et nyt link til sagen, som du har bedt om.',
      'Har du ikke selv bedt om det, kan du se bort fra mailen. Ingen andre har fået linket.',
    ],
  },
  digest: {
    what: (cases: number) => (cases === 1 ? 'Samlet besked om én sag' : `Samlet besked om ${cases} sager`),
    text: {
      news: ['Her er nyt siden sidst. Det, der haster, har vi sendt for sig.'],
      late: [
        'Flere frister er passeret, uden at der er sendt besked undervejs. Her er det hele samlet i én mail.',
        'Frister, der er overskredet, er markeret.',
      ],
    },
    late: 'Overskredet',
  },
})
