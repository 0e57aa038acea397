import type { Consequence, DueKind, Party } from './deadlines/due-item.ts'
import type { Level } from './level.ts'
import type { Days } from './time.ts'

/** The clock of one kind of due item. Days are calendar days; every moment is at 08:00 Europe/Copenhagen of the next working day. */
export interface ClockSetting {
  /** How long there is; per level where it differs. Absent where the date comes from elsewhere (a meeting, a condition). */
  readonly days?: Days | Readonly<Record<Level, Days>>
  /** Reminders so many days after it began. */
  readonly remindAfter?: readonly Days[]
  /** Reminders so many days before it is due; 0 is the due moment itself. */
  readonly remindBefore?: readonly Days[]
  /** Who is reminded. */
  readonly remind: readonly Party[]
  readonly ladder: readonly {
    readonly overdue: Days
    readonly to: readonly Party[]
    readonly consequence?: Consequence
  }[]
}

/** Every number of the process in one place. */
export interface ProcessSettings {
  readonly clocks: Readonly<Record<DueKind, ClockSetting>>
  /** Forecast above the frame by more than this opens a reconsideration, in basis points (1 000 = 10 %). */
  readonly budgetToleranceBasisPoints: number
  /** End date later than the frame by more than this opens one. */
  readonly delayTolerance: Days
  /** Above this joint economy (øre) a project points to level 3. */
  readonly level3Threshold: number
  /** From this number of authorities that could use it a project points to level 2. */
  readonly level2Potential: number
  /** Papers are due so many days before a meeting. */
  readonly papersBefore: Days
  /** One named proxy per member. */
  readonly proxies: boolean
  /** With fewer members left who are not excluded the board does not decide an item: the general assembly does. */
  readonly minimumEligible: number
  /** A step fired later than this after its moment is marked late, in hours. */
  readonly lateAfterHours: number
}

/** The clocks of the process as OS2 keeps them (`docs/process.md`). */
export const defaultSettings: ProcessSettings = {
  clocks: {
    answer: {
      days: 10,
      remindAfter: [7],
      remind: ['secretariat'],
      ladder: [
        { overdue: 1, to: ['secretariat'] },
        { overdue: 7, to: ['chair'] },
      ],
    },
    resubmission: {
      days: 90,
      remindAfter: [30, 60, 80],
      remind: ['proposer'],
      ladder: [
        { overdue: 1, to: ['secretariat'] },
        { overdue: 16, to: ['proposer'] },
        { overdue: 30, to: ['proposer', 'secretariat'], consequence: 'withdraw' },
      ],
    },
    concept: {
      days: 60,
      remindAfter: [30, 45],
      remind: ['proposer'],
      ladder: [
        { overdue: 1, to: ['secretariat'] },
        { overdue: 16, to: ['proposer'] },
        { overdue: 30, to: ['proposer', 'secretariat'], consequence: 'withdraw' },
      ],
    },
    start: {
      days: 60,
      remindAfter: [30, 45],
      remind: ['lead'],
      ladder: [
        { overdue: 1, to: ['secretariat'] },
        { overdue: 30, to: ['lead', 'secretariat', 'board'], consequence: 'reconsider' },
      ],
    },
    review: {
      days: 10,
      remindAfter: [7],
      remind: ['secretariat'],
      ladder: [
        { overdue: 1, to: ['secretariat'] },
        { overdue: 7, to: ['lead', 'secretariat'], consequence: 'accept' },
      ],
    },
    decision: {
      days: 120,
      remindBefore: [],
      remind: ['board'],
      ladder: [{ overdue: 1, to: ['chair', 'secretariat'] }],
    },
    report: {
      days: { 1: 180, 2: 90, 3: 30 },
      remindBefore: [14, 3],
      remind: ['lead'],
      ladder: [
        { overdue: 1, to: ['lead'] },
        { overdue: 7, to: ['lead', 'steering-or-proposer'] },
        { overdue: 14, to: ['secretariat'] },
        { overdue: 30, to: ['lead', 'secretariat', 'board'], consequence: 'reconsider' },
      ],
    },
    correction: {
      days: 14,
      remindAfter: [10],
      remind: ['lead'],
      ladder: [
        { overdue: 1, to: ['lead'] },
        { overdue: 7, to: ['lead', 'steering-or-proposer'] },
        { overdue: 14, to: ['secretariat'] },
        { overdue: 30, to: ['lead', 'secretariat', 'board'], consequence: 'reconsider' },
      ],
    },
    condition: {
      remindBefore: [14],
      remind: ['owner'],
      ladder: [
        { overdue: 1, to: ['owner', 'secretariat'] },
        { overdue: 14, to: ['owner', 'lead', 'secretariat', 'board'], consequence: 'reconsider' },
      ],
    },
    'look-again': { remindBefore: [0], remind: ['secretariat'], ladder: [{ overdue: 1, to: ['secretariat'] }] },
    graduation: {
      days: 30,
      remindAfter: [21],
      remind: ['secretariat'],
      ladder: [{ overdue: 1, to: ['secretariat'] }],
    },
    'self-evaluation': {
      days: 182,
      remindBefore: [30, 7],
      remind: ['evaluators'],
      ladder: [
        { overdue: 1, to: ['evaluators'] },
        { overdue: 30, to: ['secretariat'] },
      ],
    },
    dispute: {
      days: 120,
      remindBefore: [],
      remind: ['board'],
      ladder: [{ overdue: 1, to: ['chair', 'secretariat'] }],
    },
    change: {
      days: 30,
      remindAfter: [21],
      remind: ['coordination'],
      ladder: [
        { overdue: 1, to: ['coordination'] },
        { overdue: 30, to: ['steering-or-secretariat'] },
      ],
    },
    'escalated-change': {
      days: 30,
      remindAfter: [21],
      remind: ['steering-or-secretariat'],
      ladder: [
        { overdue: 1, to: ['steering-or-secretariat'] },
        { overdue: 30, to: ['secretariat'] },
      ],
    },
    'sla-result': {
      days: 30,
      remindBefore: [3],
      remind: ['coordination'],
      ladder: [{ overdue: 7, to: ['secretariat'] }],
    },
    retention: { days: 365, remind: [], ladder: [{ overdue: 0, to: [], consequence: 'erase' }] },
    papers: { remindBefore: [7], remind: ['secretariat'], ladder: [{ overdue: 0, to: ['board'] }] },
    vote: { remindBefore: [3], remind: ['board'], ladder: [] },
  },
  budgetToleranceBasisPoints: 1_000,
  delayTolerance: 60,
  level3Threshold: 500_000_000,
  level2Potential: 5,
  papersBefore: 14,
  proxies: true,
  minimumEligible: 3,
  lateAfterHours: 26,
}
