import type { ActName, DeskAct } from './desk-act.ts'
import { ideaActs } from './idea-acts.tsx'
import { peopleActs } from './people-acts.tsx'
import { runningActs } from './running-acts.tsx'

/** Every act of the desk, by the name of its page; in the order in which they are offered. */
export const deskActs: Readonly<Record<ActName, DeskAct>> = { ...ideaActs, ...runningActs, ...peopleActs }
