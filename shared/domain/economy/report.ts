import type { CalendarDate } from '../time.ts'
import type { Money } from './money.ts'

/** The approved frame: economy, end date and scope. */
export interface Baseline {
  readonly budget: Money
  readonly endsOn: CalendarDate
  readonly scope: string
}

export type TrafficLight = 'green' | 'yellow' | 'red'

/** A colour, with a reason when it is not green. */
export interface Status {
  readonly colour: TrafficLight
  readonly reason?: string
}

export interface Milestone {
  readonly title: string
  readonly plannedOn: CalendarDate
  readonly forecastOn: CalendarDate
  readonly doneOn?: CalendarDate
}

export interface Risk {
  readonly text: string
  /** 1 (rare) to 5 (almost certain). */
  readonly likelihood: 1 | 2 | 3 | 4 | 5
  /** 1 (slight) to 5 (ends the project). */
  readonly impact: 1 | 2 | 3 | 4 | 5
  readonly response: string
}

/** What a project lead tells about one period. */
export interface Report {
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate }
  readonly status: {
    readonly overall: Status
    readonly schedule: Status
    readonly economy: Status
    readonly scope: Status
    readonly risk: Status
  }
  readonly milestones: readonly Milestone[]
  readonly spent: Money
  /** Forecast at completion. */
  readonly forecast: Money
  /** Forecast end date. */
  readonly endsOn: CalendarDate
  readonly risks: readonly Risk[]
  readonly authoritiesLive: readonly string[]
  readonly nextPeriod: string
  readonly helpWanted?: string
}
