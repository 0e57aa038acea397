import type { TrafficLight } from '../../../domain/economy/report.ts'

const colours: Readonly<Record<TrafficLight, string>> = { green: 'grøn', yellow: 'gul', red: 'rød' }

/** Projektet i gang: rapporter, vilkår, pause. */
export const running = () => ({
  reportReceived: {
    what: (number: number) => `Fremdriftsrapport nr. ${number} er modtaget`,
    text: (correction: boolean, late: boolean) =>
      `${correction ? 'Projektlederen har sendt den rettede rapport.' : 'Projektlederen har sendt en fremdriftsrapport.'}${late ? ' Den kom efter fristen.' : ''}`,
    receiptText: 'Tak for rapporten.',
    lateReceipt: 'Rapporten kom efter fristen. Det flytter ikke de faste frister; derfor kan den næste komme hurtigt.',
    overall: 'Samlet status',
    colours,
    spent: 'Brugt indtil nu',
    forecast: 'Forventet forbrug i alt',
    budget: 'Godkendt ramme',
    endsOn: 'Forventet slutdato',
    helpWanted: 'Projektet ønsker hjælp til',
  },
  reportAccepted: {
    what: (number: number) => `Fremdriftsrapport nr. ${number} er godkendt`,
    text: 'Sekretariatet har gennemgået rapporten og godkendt den.',
    silenceWhat: (number: number) => `Fremdriftsrapport nr. ${number} regnes som godkendt`,
    silenceText: 'Rapporten er ikke gennemgået inden for fristen. Derfor regnes den som godkendt.',
    note: 'Sekretariatets bemærkning',
  },
  reportReturned: {
    what: (number: number) => `Fremdriftsrapport nr. ${number} skal rettes`,
    text: 'Sekretariatet har gennemgået rapporten og beder dig rette den.',
    note: 'Det skal rettes',
  },
  paused: {
    what: 'Projektet er sat på pause',
    text: (lookAgainAt: string) =>
      `Sekretariatet har sat projektet på pause. Alle frister står stille, og sekretariatet ser på projektet igen ${lookAgainAt}.`,
  },
  resumed: {
    what: 'Projektet er i gang igen',
    text: 'Pausen er slut. Alle frister er rykket med pausens længde.',
  },
  conditionFulfilled: {
    what: (number: number) => `Vilkår ${number} er meldt opfyldt`,
    text: (open: number) =>
      open === 0
        ? 'Et vilkår for godkendelsen er meldt opfyldt. Der er ikke flere åbne vilkår.'
        : `Et vilkår for godkendelsen er meldt opfyldt. Der er ${open === 1 ? 'ét åbent vilkår' : `${open} åbne vilkår`} tilbage.`,
    condition: 'Vilkåret',
    evidence: 'Sådan er det opfyldt',
  },
  conditionWaived: {
    what: (number: number) => `Vilkår ${number} er frafaldet`,
    text: 'Vilkåret gælder ikke længere. Der skal ikke gøres mere ved det.',
  },
})
