import type { DueKind } from '../../domain/deadlines/due-item.ts'

/** Det, der ikke er sket i tide, så en sag tages op igen. */
export const overdue = (): Readonly<Record<DueKind, string>> => ({
  answer: 'Et svar er ikke givet i tide.',
  resubmission: 'Idéen er ikke sendt ind igen i tide.',
  concept: 'Konceptet er ikke blevet færdigt i tide.',
  start: 'Projektet er ikke gået i gang i tide.',
  review: 'En rapport er ikke gennemgået i tide.',
  decision: 'En afgørelse er ikke truffet i tide.',
  report: 'Fremdriftsrapporten er ikke kommet, selv om fristen for længst er overskredet.',
  correction: 'En rapport er ikke blevet rettet, selv om fristen for længst er overskredet.',
  condition: 'Et vilkår er ikke opfyldt i tide.',
  'look-again': 'Projektet er ikke set på igen i tide.',
  graduation: 'Det er ikke afgjort i tide, om projektet er et produkt.',
  'self-evaluation': 'Selvevalueringen er ikke kommet i tide.',
  dispute: 'Der er ikke taget stilling til niveauet i tide.',
  change: 'Et ændringsønske er ikke besvaret i tide.',
  'escalated-change': 'Et ændringsønske uden for rammen er ikke besvaret i tide.',
  'sla-result': 'Driftsresultatet er ikke meldt i tide.',
  retention: 'Sagens indhold er ikke slettet i tide.',
  papers: 'Mødematerialet er ikke sendt i tide.',
  vote: 'Der er ikke stemt i tide.',
})
