import type * as z from 'zod/mini'
import type { ContactId } from '../domain/identifiers.ts'
import type { ProjectCommand } from '../domain/project/commands.ts'
import type { GivenPerson } from './fields.ts'

/** Reads what was sent by a schema, or ends the request with what is wrong. */
export type Read = <S extends z.core.$ZodType>(schema: S) => z.core.output<S>

/** What a command needs beside the body. */
export interface Given {
  /** The contact that somebody named in the body is; kept apart from the log together with the command. */
  readonly person: (person: GivenPerson) => ContactId
  /** The contact with this mail address, who is named elsewhere. */
  readonly contact: (email: string) => ContactId
  /** The `{n}` of the path: number of a report, a condition or a change. */
  readonly number: number
}

/** A route whose body is one command on a project. */
export interface ProjectAct {
  readonly body: z.core.$ZodType
  readonly command: (read: Read, given: Given) => ProjectCommand
}

/** @param body makes the schema; it is made when the act first reads one, since a function has many acts and is woken for one */
export const projectAct = <S extends z.core.$ZodType>(
  body: () => S,
  command: (sent: z.core.output<S>, given: Given) => ProjectCommand,
): ProjectAct => {
  let made: S | undefined
  const schema = (): S => {
    made ??= body()
    return made
  }
  return {
    get body() {
      return schema()
    },
    command: (read, given) => command(read(schema()), given),
  }
}
