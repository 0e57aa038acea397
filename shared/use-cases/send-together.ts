import type { Letter, Recipient } from '../domain/correspondence/letter.ts'
import type { StreamId } from '../domain/identifiers.ts'
import type { DigestKind } from './mail-ports.ts'
import type { SendPorts } from './notify.ts'
import { type Address, linkIn, unsubscribeIn } from './post.ts'

export interface Together {
  readonly of: DigestKind
  /** The same at every try. */
  readonly id: string
  /** Of all that is told, in its order. */
  readonly correlationIds: readonly string[]
}

/** Sends letters to one recipient in one mail: a single one as it is, more than one by case. */
export const sendTogether = async (
  ports: SendPorts,
  to: Recipient,
  address: Address,
  letters: readonly Letter[],
  { of, id, correlationIds }: Together,
): Promise<void> => {
  const cases = new Map<StreamId, Letter[]>()
  for (const letter of letters) cases.set(letter.about.stream, [...(cases.get(letter.about.stream) ?? []), letter])
  const linked = await Promise.all(
    [...cases.values()].map(async (ofCase) => ({
      letters: ofCase,
      // The last letter's part: what has changed since the first may be who has the move.
      ...(await linkIn(ports, ofCase.at(-1) ?? (letters[0] as Letter))),
    })),
  )
  const [first] = linked
  const [only] = letters
  const unsubscribe = unsubscribeIn(
    ports,
    to,
    letters.some(({ reminder }) => reminder),
  )
  const addressed = {
    language: address.language,
    ...(address.to.name === undefined ? {} : { name: address.to.name }),
    ...unsubscribe,
  }
  const mail =
    letters.length === 1 && only !== undefined && first !== undefined
      ? ports.typesetter.letter(only, { ...addressed, link: first.link, personal: first.personal })
      : ports.typesetter.digest(to, linked, { ...addressed, personal: linked.some(({ personal }) => personal) }, of)
  await ports.mailer.send({
    ...mail,
    to: address.to,
    id,
    ...(linked.length === 1 && first?.letters[0] !== undefined ? { thread: first.letters[0].about.stream } : {}),
    correlationId: correlationIds.join(' '),
    ...unsubscribe,
  })
}
