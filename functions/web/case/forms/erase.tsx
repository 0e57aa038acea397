import * as z from 'zod/mini'
import { person } from '../../../../shared/api/fields.ts'
import type { NamedView } from '../../../../shared/api/project-view.ts'
import { commandOf, createdBy } from '../../../../shared/http/command-of.ts'
import type { EdgeAnswer } from '../../../../shared/http/exchange.ts'
import type { PageRequest } from '../../../../shared/http/page-request.ts'
import { parse } from '../../../../shared/http/parse.ts'
import { projectIn } from '../../../../shared/http/project-acts.ts'
import { InTrouble } from '../../../../shared/http/trouble.ts'
import { gatherContacts } from '../../../../shared/use-cases/gather-contacts.ts'
import { requestErasure } from '../../../../shared/use-cases/request-erasure.ts'
import { Radios } from '../../form/fields.tsx'
import { PersonFields, personNames } from '../../project/people-places.tsx'
import type { FieldsProps } from '../act/desk-act.ts'
import { caseOf } from '../load.ts'
import type { CasePorts } from '../ports.ts'

const sent = z.strictObject({ email: person._zod.def.shape.email, successor: z.exactOptional(person) })

/** Somebody on the case, by the mail address under which they are known. */
const peopleOn = ({ people }: NamedView): readonly { readonly name: string; readonly email: string }[] => {
  const all = [
    people.proposer,
    ...('lead' in people && people.lead !== undefined ? [people.lead] : []),
    ...people.steering,
    ...(people.coordination?.members ?? []),
    ...people.contacts,
  ]
  const known = all.filter((one) => one !== null)
  return [...new Map(known.map((one) => [one.email, one])).values()]
}

export const isSomebodyThere = (view: NamedView): boolean => peopleOn(view).length > 0
export const eraseFields = (): readonly string[] => ['email', ...personNames('successor')]

/** Orders that a person on this case is erased everywhere; whoever is named takes over here. */
export const erasePerson = async (ports: CasePorts, request: PageRequest): Promise<EdgeAnswer> => {
  const project = projectIn(request)
  const { email, successor } = parse(sent, request.form.values)
  const { view } = await caseOf(ports, request)
  // Only who is on the case can be erased from its page.
  if (!peopleOn(view).some((one) => one.email === email))
    throw new InTrouble({
      kind: 'fields',
      fields: [{ pointer: '/email', code: 'not-a-choice', facts: { choices: [] } }],
    })
  const heirs = gatherContacts(ports.contacts, request.actor)
  if (successor !== undefined) heirs.of(successor)
  const { commandId, correlationId } = commandOf(request, { email, successor })
  const refusal = await requestErasure(
    { ...ports, ...ports.erasing },
    {
      id: createdBy('era', commandId),
      person: ports.contacts.idOf(email),
      by: 'secretariat',
      successors: heirs.all().map((contact) => ({ project, contact })),
      correlationId,
    },
  )
  if (refusal !== undefined) throw new InTrouble({ kind: 'refused', refusal })
  return { status: 202 }
}

export const Erase = ({ reader, form, view }: FieldsProps) => {
  const { fields: words } = reader.words.deskActs
  return (
    <>
      <Radios
        reader={reader}
        form={form}
        name="email"
        label={words.person}
        choices={peopleOn(view).map(({ name, email }) => ({ value: email, label: name, hint: email }))}
        required
      />
      <fieldset class="trin-row">
        <legend>{words.successor}</legend>
        <p class="form-hint">{words.successorHint}</p>
        <PersonFields reader={reader} form={form} group="successor" required={false} />
      </fieldset>
    </>
  )
}
