import { stewardshipActs } from '../../../../shared/api/stewardship.ts'
import { criteria } from '../../../../shared/domain/criteria.ts'
import { Select, TextArea, TextField } from '../../form/fields.tsx'
import { page } from '../../layout.tsx'
import { Done } from '../done.tsx'
import { aboveOf, formPlace } from '../form-place.tsx'
import { oneText } from '../one-text.tsx'
import { MemberFields, memberNames, membersTyped } from '../people-places.tsx'
import { addressOf, type Places, type Visit } from '../place.ts'
import { may } from '../sections.tsx'

const shown = 20

/** Adaptations of the architecture, the newest first: what was done, why, and the criterion it serves. */
const adaptations = (visit: Visit) => {
  const { reader, request, found } = visit
  const { product, project } = reader.words
  const { adaptations: words } = product
  const all = found.view.adaptations
  return page({
    reader,
    title: product.pages.adaptations,
    above: aboveOf(visit),
    children: (
      <>
        <Done reader={reader} request={request} />
        <p class="font-lead">{words.lead}</p>
        {may(found, 'record-adaptation') && (
          <p>
            <a class="button button-primary" href={addressOf(found, 'adaptation')}>
              {reader.words.projectActs.acts.adaptation.title}
            </a>
          </p>
        )}
        {all.length === 0 && <p>{words.none}</p>}
        {all
          .toReversed()
          .slice(0, shown)
          .map(({ number, at, title, text, reason, criterion }) => (
            <section key={number} class="trin-note" aria-labelledby={`adaptation-${number}`}>
              <h2 class="h4" id={`adaptation-${number}`}>
                {`${number}. ${title}`}
              </h2>
              <p class="trin-soft">{`${reader.dayOf(at)}, ${criterion} ${reader.labels.criteria[criterion]}`}</p>
              <p class="trin-text">{text}</p>
              <p class="trin-text">
                <strong>{words.reason}:</strong> {reason}
              </p>
            </section>
          ))}
        <p>
          <a href={addressOf(found)}>{project.back}</a>
        </p>
      </>
    ),
  })
}

/** Who follows a product, what they adapt in it, and how it ends. */
export const stewardPlaces: Places = {
  adaptations: { show: adaptations },
  adaptation: formPlace({
    name: 'adaptation',
    may: 'record-adaptation',
    act: stewardshipActs['POST /api/projects/{id}/adaptations'],
    after: 'adaptations',
    fields: () => ['title', 'text', 'reason', 'criterion'],
    begin: () => ({ criterion: 'F18' }),
    Fields: ({ visit: { reader }, form }) => {
      const { adaptations: words } = reader.words.product
      const given = { reader, form, required: true }
      return (
        <>
          <TextField {...given} name="title" label={words.title} maxLength={200} width="xl" autocomplete="off" />
          <TextArea {...given} name="text" label={words.text} maxLength={10_000} />
          <TextArea {...given} name="reason" label={words.reason} maxLength={10_000} />
          <Select
            reader={reader}
            form={form}
            name="criterion"
            label={words.criterion}
            choices={criteria.map(({ id }) => ({ value: id, label: `${id} ${reader.labels.criteria[id]}` }))}
          />
        </>
      )
    },
  }),
  'coordination-group': formPlace({
    name: 'coordination-group',
    may: 'name-coordination-group',
    act: stewardshipActs['POST /api/projects/{id}/coordination-group'],
    fields: () => [...memberNames, 'chair'],
    begin: ({ found: { project, contacts } }) => {
      const chair = project.coordination === undefined ? undefined : contacts.get(project.coordination.chair)
      return {
        ...membersTyped((project.coordination?.members ?? []).map((id) => contacts.get(id))),
        ...(chair === undefined ? {} : { chair: chair.email }),
      }
    },
    body: (sent) => ({ members: [], ...(sent as object) }),
    Fields: ({ visit: { reader, found }, form }) => (
      <>
        <MemberFields reader={reader} form={form} filled={found.project.coordination?.members.length ?? 0} />
        <TextField
          reader={reader}
          form={form}
          name="chair"
          label={reader.words.product.chair}
          hint={reader.words.product.chairHint}
          type="email"
          required
          maxLength={254}
          autocomplete="off"
        />
      </>
    ),
  }),
  retire: formPlace({
    name: 'retire',
    may: 'retire',
    act: stewardshipActs['POST /api/projects/{id}/retirement'],
    weight: 'warning',
    ...oneText('reason', (words) => words.projectActs.reason),
  }),
}
