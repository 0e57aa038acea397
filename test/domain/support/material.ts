import type { Actor, Role } from '../../../shared/domain/actor.ts'
import type { Answers, Concept } from '../../../shared/domain/concept.ts'
import { criteriaFor } from '../../../shared/domain/criteria.ts'
import { dkk } from '../../../shared/domain/economy/money.ts'
import type { Baseline, Report, TrafficLight } from '../../../shared/domain/economy/report.ts'
import type { ContactId, MeetingId, ProjectId } from '../../../shared/domain/identifiers.ts'
import type { AssessedLevel } from '../../../shared/domain/level.ts'
import type { Member } from '../../../shared/domain/meeting/events.ts'

/** Kroner as money. */
export const kr = (kroner: number) => dkk(kroner * 100)

/** The people of these tests, all invented. */
export const people = {
  /** Digitalisation consultant in Tisvang Kommune: proposes. */
  maren: 'con_maren-tisvang',
  /** Project lead in Tisvang Kommune. */
  troels: 'con_troels-tisvang',
  /** Head of department in Lynge-Sandby Kommune: steering group. */
  birgitte: 'con_birgitte-lynge-sandby',
  /** IT architect in Norre Strand Kommune: owns a condition. */
  kasper: 'con_kasper-norre-strand',
  /** Secretariat. */
  signe: 'con_signe-sekretariatet',
  /** Chair of the board. */
  henrik: 'con_henrik-vestermarsk',
  /** Vice chair. */
  lone: 'con_lone-grenaa-bugt',
  /** Members of the board. */
  anders: 'con_anders-midtfjord',
  ditte: 'con_ditte-oestervig',
  palle: 'con_palle-holmsund',
} as const satisfies Record<string, ContactId>

export const projects = {
  byggesag: 'prj_01JBYGGESAG0000000000000001',
  sensor: 'prj_01JSENSOR000000000000000002',
  borger: 'prj_01JBORGER000000000000000003',
  arkiv: 'prj_01JARKIV0000000000000000004',
} as const satisfies Record<string, ProjectId>

export const meetings = {
  september: 'mtg_01JSEPTEMBER00000000000001',
  december: 'mtg_01JDECEMBER000000000000002',
} as const satisfies Record<string, MeetingId>

/** The board of five. */
export const board: readonly Member[] = [
  { contact: people.henrik, authority: 'Vestermarsk Kommune', seat: 'chair' },
  { contact: people.lone, authority: 'Grenå Bugt Kommune', seat: 'vice-chair' },
  { contact: people.anders, authority: 'Midtfjord Kommune', seat: 'member' },
  { contact: people.ditte, authority: 'Østervig Kommune', seat: 'member' },
  { contact: people.palle, authority: 'Holmsund Kommune', seat: 'member' },
]

/** A person with roles of the whole association, as a token says them. */
export const person = (id: ContactId, ...roles: Role[]): Actor & { readonly kind: 'person' } => ({
  kind: 'person',
  id,
  roles,
})

export const actors = {
  secretariat: person(people.signe, 'secretariat'),
  chair: person(people.henrik, 'chair'),
  proposer: person(people.maren),
  lead: person(people.troels),
  steering: person(people.birgitte),
  owner: person(people.kasper),
  member: person(people.anders, 'board'),
  anonymous: { kind: 'anonymous' },
  classification: { kind: 'system', name: 'classification' },
  agendaKeeper: { kind: 'system', name: 'agenda-keeper' },
  monitor: { kind: 'system', name: 'progress-monitor' },
} as const satisfies Record<string, Actor>

/** A small idea of one authority, which points to level 1. */
export const aConcept = (but: Partial<Concept> = {}): Concept => ({
  title: 'Digital vejviser til byggesager',
  purpose: 'Borgere skal kunne se, hvilke oplysninger kommunen mangler, før de sender en ansøgning om byggetilladelse.',
  background: 'Hver tredje ansøgning mangler bilag, og sagsbehandleren må skrive efter dem.',
  value: 'Færre rykkere til borgerne og to uger kortere sagsbehandling.',
  authority: 'Tisvang Kommune',
  otherAuthorities: [],
  backedByManagement: false,
  businessCritical: 'no',
  jointCost: kr(450_000),
  licence: 'MPL-2.0',
  procurement: 'Udviklingen ligger under tærskelværdien og tilbydes tre leverandører.',
  ...but,
})

/** The same idea as several authorities would have it, with their management behind it: level 2. */
export const aJointConcept = (but: Partial<Concept> = {}): Concept =>
  aConcept({
    title: 'Fælles sensorplatform til grundvand',
    purpose: 'Kommunerne skal kunne dele målinger af grundvand på tværs af leverandører.',
    otherAuthorities: ['Lynge-Sandby Kommune', 'Norre Strand Kommune'],
    potentialAuthorities: 40,
    backedByManagement: true,
    businessCritical: 'own',
    jointCost: kr(2_400_000),
    architecture: 'Følger den fælleskommunale rammearkitektur; målinger udstilles efter SensorThings.',
    ...but,
  })

/** A `yes` with evidence to every criterion that applies at the level. */
export const allMet = (level: AssessedLevel): Answers =>
  Object.fromEntries(criteriaFor(level).map(({ id }) => [id, { answer: 'yes', text: `Dokumentation for ${id}.` }]))

export const aBaseline = (but: Partial<Baseline> = {}): Baseline => ({
  budget: kr(1_000_000),
  endsOn: '2027-06-30',
  scope: 'Vejviser for enfamiliehuse og carporte, i drift i Tisvang Kommune.',
  ...but,
})

/** A report in green, inside `aBaseline`; `overall` paints the whole of it. */
export const aReport = (but: Partial<Report> & { readonly overall?: TrafficLight } = {}): Report => {
  const { overall = 'green', ...rest } = but
  const green = { colour: 'green' } as const
  return {
    period: { from: '2026-09-01', to: '2026-11-30' },
    status: {
      overall: overall === 'green' ? green : { colour: overall, reason: 'Leverandøren er forsinket med kortopslaget.' },
      schedule: green,
      economy: green,
      scope: green,
      risk: green,
    },
    milestones: [{ title: 'Prototype afprøvet af borgere', plannedOn: '2026-11-15', forecastOn: '2026-11-20' }],
    spent: kr(250_000),
    forecast: kr(1_000_000),
    endsOn: '2027-06-30',
    risks: [
      {
        text: 'Nøglemedarbejder går på barsel i foråret.',
        likelihood: 4,
        impact: 2,
        response: 'Afløser er fundet og læres op fra januar.',
      },
    ],
    authoritiesLive: [],
    nextPeriod: 'Kortopslag og test med ti borgere.',
    ...rest,
  }
}
