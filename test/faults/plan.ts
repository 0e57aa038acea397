/**
 * What can happen to one call over the wire. `killed-…`: the process that made it, before or after the engine did the work.
 * `answer-lost`: done, and the line cut; the client tries again by itself. `answers-lost`: all its tries are done, and no
 * answer comes. `stalled`: held back until the relay is through with all it has. `late`: the line is cut at once, and the
 * request arrives when all is over. `refused-inside`: SQS answers 200, and took all entries but one. `lags`: a read that may
 * lag finds the last commit missing.
 */
export const modes = [
  'killed-before',
  'killed-after',
  'answer-lost',
  'answers-lost',
  'stalled',
  'late',
  'refused-inside',
  'lags',
] as const
export type Mode = (typeof modes)[number]

export type Role = 'writer-a' | 'writer-b' | 'relay'

/** One call: which process made it, what it was for, and the how manyeth of its kind in this case, from 1. */
export interface Boundary {
  readonly role: Role
  readonly label: string
  readonly nth: number
}

export interface Fault extends Boundary {
  readonly mode: Mode
}

/** A part of a scenario: the next such call is held until something has happened, or its process killed before it. */
export interface Script {
  readonly role: Role
  readonly label: string
  readonly act: 'kill' | { readonly until: () => Promise<void> }
}

export type Fate = Mode | { readonly until: () => Promise<void> } | undefined

/** Decides what happens to each call of one case, and remembers all it saw. */
export interface Plan {
  readonly fateOf: (call: { readonly role: Role; readonly label: string; readonly invocation: string }) => Fate
  readonly script: (script: Script) => void
  readonly seen: readonly Boundary[]
  readonly unfired: () => readonly Fault[]
}

export const plan = (faults: readonly Fault[]): Plan => {
  const counts = new Map<string, number>()
  const seen: Boundary[] = []
  const fired = new Set<Fault>()
  const scripts: Script[] = []
  // The tries of one call by the SDK share its invocation id: they are one boundary, and share its fate where it lasts.
  const known = new Set<string>()
  const lasting = new Map<string, Mode>()
  return {
    seen,
    script: (script) => scripts.push(script),
    unfired: () => faults.filter((fault) => !fired.has(fault)),
    fateOf: ({ role, label, invocation }) => {
      if (known.has(invocation)) return lasting.get(invocation)
      known.add(invocation)
      const nth = (counts.get(`${role} ${label}`) ?? 0) + 1
      counts.set(`${role} ${label}`, nth)
      seen.push({ role, label, nth })
      const fault = faults.find((one) => one.role === role && one.label === label && one.nth <= nth && !fired.has(one))
      if (fault !== undefined) {
        fired.add(fault)
        if (fault.mode === 'answers-lost') lasting.set(invocation, fault.mode)
        return fault.mode
      }
      const at = scripts.findIndex((one) => one.role === role && one.label === label)
      const [script] = at === -1 ? [] : scripts.splice(at, 1)
      return script === undefined ? undefined : script.act === 'kill' ? 'killed-before' : script.act
    },
  }
}

export const faultName = ({ role, label, nth, mode }: Fault): string => `${mode} at ${role}: ${label} #${nth}`
