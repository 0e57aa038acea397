import { progressActs } from '../../../shared/api/progress.ts'
import { onboardingActs } from '../../../shared/api/stewardship.ts'
import type { Level } from '../../../shared/domain/level.ts'
import { reportPeriod } from '../../../shared/domain/project/deciding/report-schedule.ts'
import { TextArea, TextField } from '../form/fields.tsx'
import { conditionDueSaid } from '../parts/condition-due.ts'
import { GoingLive } from '../parts/going-live.tsx'
import { formPlace, numberIn } from './form-place.tsx'
import { oneText } from './one-text.tsx'
import { addressOf, type Places, type Visit } from './place.ts'

/** The frame a project starts in, what it lacks before that, and when the first report is due. */
const BeforeStart = ({ visit: { reader, found, ports } }: { readonly visit: Visit }) => {
  const { baseline, level, lead, steering } = found.project
  const words = reader.words.projectActs
  const lacks = [
    ...(lead === undefined ? (['lead'] as const) : []),
    ...(level !== 1 && steering.length === 0 ? (['steering-group'] as const) : []),
  ]
  return (
    <>
      {baseline !== undefined && (
        <section class="trin-beside" aria-labelledby="frame">
          <h2 id="frame">{words.frame}</h2>
          <dl class="trin-said">
            <div>
              <dt>{words.budget}</dt>
              <dd>{reader.kroner(baseline.budget.amount)}</dd>
            </div>
            <div>
              <dt>{words.endsOn}</dt>
              <dd>{reader.day(baseline.endsOn)}</dd>
            </div>
            <div>
              <dt>{words.scope}</dt>
              <dd>{baseline.scope}</dd>
            </div>
          </dl>
        </section>
      )}
      {level !== undefined && <p>{words.firstReport(reportPeriod(level as Level, ports.settings))}</p>}
      {lacks.map((one) => (
        <p key={one}>
          <strong>{words.lacks[one]}</strong> <a href={addressOf(found, one)}>{words.acts[one].title}</a>
        </p>
      ))}
    </>
  )
}

/** The condition that a form is about. */
const BeforeCondition = ({ visit }: { readonly visit: Visit }) => {
  const { reader, found } = visit
  const about = found.project.conditions.find(({ number }) => number === numberIn(visit))
  if (about === undefined) return null
  return (
    <section class="trin-beside" aria-labelledby="condition">
      <h2 id="condition">{reader.words.project.condition(about.number)}</h2>
      <p class="trin-text">{about.text}</p>
      <p>
        {reader.words.project.dueOn}: {conditionDueSaid(about, found.project.due, reader)}
      </p>
    </section>
  )
}

/** What the lead and the owners of conditions do with a project that is approved or under way; reports have their own place. */
export const runningPlaces: Places = {
  start: formPlace({
    name: 'start',
    may: 'start',
    act: progressActs['POST /api/projects/{id}/start'],
    fields: () => [],
    before: (visit) => <BeforeStart visit={visit} />,
    Fields: () => null,
  }),
  fulfil: formPlace({
    name: 'fulfil',
    may: 'fulfil-condition',
    act: progressActs['POST /api/projects/{id}/conditions/{n}/fulfilment'],
    before: (visit) => <BeforeCondition visit={visit} />,
    ...oneText('evidence', (words) => words.projectActs.evidence),
  }),
  waive: formPlace({
    name: 'waive',
    may: 'waive-condition',
    act: progressActs['POST /api/projects/{id}/conditions/{n}/waiver'],
    weight: 'warning',
    before: (visit) => <BeforeCondition visit={visit} />,
    ...oneText('reason', (words) => words.projectActs.reason),
  }),
  'go-live': formPlace({
    name: 'go-live',
    may: 'go-live',
    act: onboardingActs['POST /api/projects/{id}/go-lives'],
    fields: () => ['authority', 'on', 'note'],
    Fields: ({ visit: { reader, found }, form }) => {
      const words = reader.words.projectActs
      return (
        <>
          <GoingLive reader={reader} form={form} authorities={found.view.authorities} live={found.project.live} />
          <TextField reader={reader} form={form} name="on" label={words.on} type="date" required width="s" />
          <TextArea reader={reader} form={form} name="note" label={words.goLiveNote} maxLength={10_000} />
        </>
      )
    },
  }),
  reconsider: formPlace({
    name: 'reconsider',
    may: 'open-reconsideration',
    act: progressActs['POST /api/projects/{id}/reconsideration'],
    weight: 'warning',
    ...oneText('text', (words) => words.projectActs.why),
  }),
}
