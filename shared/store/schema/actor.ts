import * as z from 'zod/mini'
import type { Actor } from '../../domain/actor.ts'
import { roles } from '../../domain/actor.ts'
import { contactId, projectId, word } from './scalars.ts'
import type { Shape } from './shape.ts'

type ActorOf<Kind extends Actor['kind']> = Extract<Actor, { kind: Kind }>

export const actor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    id: contactId,
    roles: z.array(z.enum(roles)),
    authority: z.exactOptional(word),
    project: z.exactOptional(projectId),
    link: z.exactOptional(z.literal(true)),
  } satisfies Shape<ActorOf<'person'>>),
  z.strictObject({ kind: z.literal('anonymous') } satisfies Shape<ActorOf<'anonymous'>>),
  z.strictObject({
    kind: z.literal('system'),
    name: z.enum(['classification', 'agenda-keeper', 'progress-monitor', 'relay', 'eraser']),
  } satisfies Shape<ActorOf<'system'>>),
]) satisfies z.ZodMiniType<Actor>
