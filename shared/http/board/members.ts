import type * as z from 'zod/mini'
import { conflictBody, type GivenMember, proxyBody, rankingBody, voteBody } from '../../api/board-decision.ts'
import type { ContactId } from '../../domain/identifiers.ts'
import type { MeetingCommand } from '../../domain/meeting/commands.ts'
import { actOnMeeting } from '../../use-cases/act-on-meeting.ts'
import { commandOf } from '../command-of.ts'
import type { Act, Acts } from '../exchange.ts'
import { meetingAnswer, meetingIn } from '../meeting-answers.ts'
import { parse } from '../parse.ts'
import type { ActingPorts } from '../project-acts.ts'
import { InTrouble } from '../trouble.ts'

interface Caller {
  /** The member who calls. */
  readonly self: ContactId
  /** The member named; the caller where none is. */
  readonly member: (given: GivenMember | undefined) => ContactId
}

/** What members do at a meeting: for themselves, or as another's proxy. */
export const memberActs = (ports: ActingPorts) => {
  const act =
    <S extends z.core.$ZodType>(body: S, command: (sent: z.core.output<S>, caller: Caller) => MeetingCommand): Act =>
    async (request) => {
      const meeting = meetingIn(request)
      const { actor } = request
      if (actor.kind !== 'person') throw new InTrouble({ kind: 'unauthenticated', why: 'unauthenticated' })
      const member = (given: GivenMember | undefined): ContactId =>
        given === undefined ? actor.id : typeof given === 'string' ? given : ports.contacts.idOf(given.email)
      const commanded = command(parse(body, request.body), { self: actor.id, member })
      const context = commandOf(request, commanded)
      return meetingAnswer(await actOnMeeting(ports, { meeting, command: commanded, context }), actor)
    }
  return {
    'POST /api/meetings/{id}/conflicts': act(conflictBody, ({ project }, { self }) => ({
      type: 'declare-conflict',
      member: self,
      project,
    })),
    'POST /api/meetings/{id}/proxies': act(proxyBody, ({ proxy }, { self, member }) => ({
      type: 'name-proxy',
      member: self,
      proxy: member(proxy),
    })),
    'POST /api/meetings/{id}/votes': act(voteBody, ({ member: given, ...sent }, { member }) => ({
      type: 'vote',
      member: member(given),
      ...sent,
    })),
    'POST /api/meetings/{id}/rankings': act(rankingBody, ({ order }, { self }) => ({
      type: 'rank',
      member: self,
      order,
    })),
  } satisfies Acts
}
