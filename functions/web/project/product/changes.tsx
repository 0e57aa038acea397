import { stewardshipActs } from '../../../../shared/api/stewardship.ts'
import { changeOutcomes, isUnanswered } from '../../../../shared/domain/stewardship/changes.ts'
import { KronerField, Radios, TextArea, TextField } from '../../form/fields.tsx'
import { page } from '../../layout.tsx'
import { Done } from '../done.tsx'
import { aboveOf, formPlace, numberIn } from '../form-place.tsx'
import { oneText } from '../one-text.tsx'
import { addressOf, type Places, type Visit } from '../place.ts'
import { may } from '../sections.tsx'
import { ChangeList, ChangeShown } from './change-list.tsx'

const onOnePage = 20

/** Requests for changes: those that wait for an answer, those that are being made, and what became of the others. */
const changes = (visit: Visit) => {
  const { reader, request, found } = visit
  const { product, project } = reader.words
  const { changes: words } = product
  const all = found.view.changes.toReversed()
  const closed = all.filter((change) => !isUnanswered(change) && change.state !== 'accepted')
  const pages = Math.max(1, Math.ceil(closed.length / onOnePage))
  const at = /^\d{1,4}$/.test(request.query.page ?? '') ? Math.min(pages, Math.max(1, Number(request.query.page))) : 1
  const lists = [
    { id: 'open', title: words.open, changes: all.filter(isUnanswered) },
    { id: 'accepted', title: words.accepted, changes: all.filter(({ state }) => state === 'accepted') },
    { id: 'closed', title: words.closed, changes: closed.slice((at - 1) * onOnePage, at * onOnePage) },
  ]
  return page({
    reader,
    title: product.pages.changes,
    above: aboveOf(visit),
    children: (
      <>
        <Done reader={reader} request={request} />
        <p class="font-lead">{words.lead}</p>
        {may(found, 'request-change') && (
          <p>
            <a class="button button-primary" href={addressOf(found, 'change')}>
              {reader.words.projectActs.acts.change.title}
            </a>
          </p>
        )}
        {all.length === 0 && <p>{found.project.graduatedAt === undefined ? words.notYet : words.none}</p>}
        {lists.map((list) => (
          <ChangeList key={list.id} reader={reader} found={found} {...list} />
        ))}
        {pages > 1 && (
          <nav aria-label={project.pages}>
            <ul class="trin-links">
              {at > 1 && (
                <li>
                  <a href={addressOf(found, `changes?page=${at - 1}`)}>{project.newer}</a>
                </li>
              )}
              {at < pages && (
                <li>
                  <a href={addressOf(found, `changes?page=${at + 1}`)}>{project.older}</a>
                </li>
              )}
            </ul>
          </nav>
        )}
        <p>
          <a href={addressOf(found)}>{project.back}</a>
        </p>
      </>
    ),
  })
}

const changeIn = (visit: Visit) => visit.found.view.changes.find(({ number }) => number === numberIn(visit))

/** The request that a form is about. */
const BeforeChange = ({ visit }: { readonly visit: Visit }) => {
  const { reader, found } = visit
  const change = changeIn(visit)
  if (change === undefined) return null
  const { changes: words } = reader.words.product
  return (
    <section class="trin-beside" aria-labelledby="change">
      <h2 id="change">{words.number(change.number, change.title)}</h2>
      <ChangeShown reader={reader} found={found} change={change} />
      {change.state === 'proposed' && <p class="trin-soft">{words.waits.proposed}</p>}
    </section>
  )
}

/** What can be answered where the request stands: nothing but no before it is assessed, yes or no beyond the frame. */
const outcomesFor = (visit: Visit) => {
  switch (changeIn(visit)?.state) {
    case 'proposed':
      return ['reject'] as const
    case 'beyond-frame':
      return ['accept', 'reject'] as const
    default:
      return changeOutcomes
  }
}

/** The changes of a product: a list, and a form for each thing that can be done with one. */
export const changePlaces: Places = {
  changes: { show: changes },
  change: formPlace({
    name: 'change',
    may: 'request-change',
    act: stewardshipActs['POST /api/projects/{id}/changes'],
    after: 'changes',
    fields: () => ['title', 'text'],
    Fields: ({ visit: { reader }, form }) => {
      const { fields } = reader.words.product.changes
      const given = { reader, form, required: true }
      return (
        <>
          <TextField
            {...given}
            name="title"
            label={fields.title}
            hint={fields.titleHint}
            maxLength={200}
            width="xl"
            autocomplete="off"
          />
          <TextArea {...given} name="text" label={fields.text} hint={fields.textHint} maxLength={10_000} />
        </>
      )
    },
  }),
  'assess-change': formPlace({
    name: 'assess-change',
    may: 'assess-change',
    act: stewardshipActs['POST /api/projects/{id}/changes/{n}/assessment'],
    after: 'changes',
    fields: () => ['text', 'cost:kr'],
    before: (visit) => <BeforeChange visit={visit} />,
    Fields: ({ visit: { reader }, form }) => {
      const { fields } = reader.words.product.changes
      return (
        <>
          <TextArea reader={reader} form={form} name="text" label={fields.assessment} required maxLength={10_000} />
          <KronerField reader={reader} form={form} name="cost:kr" label={fields.cost} />
        </>
      )
    },
  }),
  'decide-change': formPlace({
    name: 'decide-change',
    may: 'decide-change',
    act: stewardshipActs['POST /api/projects/{id}/changes/{n}/decision'],
    after: 'changes',
    fields: () => ['outcome', 'reason'],
    before: (visit) => <BeforeChange visit={visit} />,
    Fields: ({ visit, form }) => {
      const { reader } = visit
      const { fields, outcomes, outcomeHint, onlyReject } = reader.words.product.changes
      const possible = outcomesFor(visit)
      return (
        <>
          {possible.length === 1 && <p>{onlyReject}</p>}
          <Radios
            reader={reader}
            form={form}
            name="outcome"
            label={fields.outcome}
            required
            choices={possible.map((value) => ({ value, label: outcomes[value], hint: outcomeHint[value] }))}
          />
          <TextArea reader={reader} form={form} name="reason" label={fields.reason} required maxLength={10_000} />
        </>
      )
    },
  }),
  'finish-change': formPlace({
    name: 'finish-change',
    may: 'finish-change',
    act: stewardshipActs['POST /api/projects/{id}/changes/{n}/completion'],
    after: 'changes',
    before: (visit) => <BeforeChange visit={visit} />,
    ...oneText('note', (words) => words.product.changes.fields.note, { required: false }),
  }),
}
