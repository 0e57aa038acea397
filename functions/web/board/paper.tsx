import type { ComponentChildren } from 'preact'
import type { Paper } from '../../../shared/domain/board/paper.ts'
import type { Ground } from '../../../shared/domain/project/events.ts'
import type { CalendarDate } from '../../../shared/domain/time.ts'
import { Statuses } from '../parts/report-shown.tsx'
import type { Reader } from '../reader.ts'
import { Analysis } from './analysis.tsx'
import { criteriaText } from './told.ts'

interface PaperProps {
  readonly reader: Reader
  readonly paper: Paper
}
/** By which it is said whether a frame is over. */
interface Today {
  readonly today: CalendarDate
}

/** The one page that the board reads before it decides, in parts that each have their heading. Text of people is text. */
export const PaperParts = ({ reader, paper, today }: PaperProps & Today) => {
  const { paper: words } = reader.words
  return (
    <>
      <Part title={words.asked}>
        <p>{words.ask[paper.asked.decide]}</p>
        {paper.asked.grounds.length > 0 && (
          <>
            <p>{words.grounds}:</p>
            <ul>
              {paper.asked.grounds.map((ground) => (
                <li key={groundText(reader, ground)}>{groundText(reader, ground)}</li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <DisputePart reader={reader} paper={paper} />
      <LastReport reader={reader} paper={paper} />
      <Part title={words.purpose}>
        <Told text={paper.purpose} />
      </Part>
      {paper.background !== undefined && (
        <Part title={words.background}>
          <Told text={paper.background} />
        </Part>
      )}
      {paper.value !== undefined && (
        <Part title={words.value}>
          <Told text={paper.value} />
        </Part>
      )}
      <Part title={words.authorities}>
        <p>{paper.authorities.map((one) => participation(reader, one)).join(', ')}</p>
      </Part>
      <History reader={reader} paper={paper} />
      <Part title={words.analysis}>
        <Analysis reader={reader} paper={paper} />
      </Part>
      <Part title={words.recommendation}>
        {paper.recommendation === undefined ? <p>{words.noRecommendation}</p> : <Told text={paper.recommendation} />}
      </Part>
      {/* A level is asked for, and no money. */}
      {paper.asked.decide !== 'level' && (
        <Part title={words.consequences}>
          <Consequences reader={reader} paper={paper} today={today} />
        </Part>
      )}
    </>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="trin-part">
    <h3>{title}</h3>
    {children}
  </section>
)

/** What somebody wrote, with its own lines. */
const Told = ({ text }: { readonly text: string }) => <p class="trin-told">{text}</p>

const participation = (reader: Reader, { authority, pledge }: Paper['authorities'][number]): string => {
  const { amount, hours } = pledge
  const told = reader.words.paper.pledge(amount === undefined ? undefined : reader.kroner(amount.amount), hours)
  return told === '' ? authority : `${authority} (${told})`
}

/** Why a project is taken up again, in words. */
const groundText = ({ words: { paper } }: Reader, ground: Ground): string => {
  const { ground: words } = paper
  switch (ground.kind) {
    case 'variance':
      return words.variance
    case 'two-red-reports':
      return words.twoRed
    case 'overdue':
      return words.overdue[ground.item]
    case 'condition-lapsed':
      return words.lapsed(ground.condition)
    case 'level-raised':
      return words.raised(ground.from, ground.to)
    case 'last-authority-left':
      return words.lastLeft
    case 'asked':
      return words.asked(ground.text)
  }
}

/** What the lead told last: colours with their reasons, and what help is wanted. */
const LastReport = ({ reader, paper: { lastReport } }: PaperProps) => {
  const { paper: words, report } = reader.words
  if (lastReport === undefined) return null
  const { period, status, helpWanted } = lastReport
  return (
    <Part title={words.lastReport}>
      <p>{report.period(reader.day(period.from), reader.day(period.to))}</p>
      <Statuses reader={reader} status={status} />
      {helpWanted !== undefined && (
        <p class="trin-told">
          {report.helpWanted} {helpWanted}
        </p>
      )}
    </Part>
  )
}

const DisputePart = ({ reader, paper: { dispute } }: PaperProps) => {
  const { dispute: words } = reader.words.paper
  if (dispute === undefined) return null
  const { fixed, wanted, reason, missingForWanted } = dispute
  return (
    <Part title={words.title}>
      <p>{words.text(words.levels[fixed], words.levels[wanted])}</p>
      <Told text={reason} />
      {missingForWanted.length === 0 ? (
        <p>{words.nothingMissing}</p>
      ) : (
        <p>{words.missing(criteriaText(reader, missingForWanted))}</p>
      )}
    </Part>
  )
}

const History = ({ reader, paper: { loops, lastReturn, changedFields } }: PaperProps) => {
  const { paper: words, standing, timeline } = reader.words
  if (lastReturn === undefined) return null
  return (
    <Part title={words.loops}>
      <p>
        {words.loopCount(loops)}{' '}
        {words.lastReturn(standing.parties[lastReturn.from].toLowerCase(), reader.dayOf(lastReturn.at))}
      </p>
      <ul>
        {lastReturn.reasons.map(({ code, criteria, text }) => (
          <li key={code}>
            {timeline.returnReason(reader.labels.returnReasons[code], criteriaText(reader, criteria))}
            {text !== undefined && `: ${text}`}
          </li>
        ))}
      </ul>
      <p class="trin-told">
        {words.comeBackWith}: {lastReturn.comeBackWith}
      </p>
      <p>
        {changedFields.length === 0
          ? words.nothingChanged
          : words.changedFields(changedFields.map((field) => words.fields[field]).join(', '))}
      </p>
    </Part>
  )
}

const Consequences = ({ reader, paper: { consequences }, today }: PaperProps & Today) => {
  const { paper: words } = reader.words
  const { jointCost, baseline, variance, architecture, procurement } = consequences
  const isOver = baseline !== undefined && baseline.endsOn < today
  return (
    <dl class="trin-facts">
      <div>
        <dt>{words.economy}</dt>
        <dd>
          {jointCost === undefined && baseline === undefined && words.untold}
          {jointCost !== undefined && <p>{words.jointCost(reader.kroner(jointCost.amount))}</p>}
          {baseline !== undefined && <p>{words.frame(reader.kroner(baseline.budget.amount))}</p>}
          {variance !== undefined && <p>{overrun(reader, variance)}</p>}
        </dd>
      </div>
      <div>
        <dt>{words.time}</dt>
        <dd>
          {baseline === undefined ? (
            words.untoldTime
          ) : (
            <p>{(isOver ? words.ended : words.endsOn)(reader.day(baseline.endsOn))}</p>
          )}
          {variance !== undefined && variance.delay > 0 && <p>{words.late(variance.delay)}</p>}
          {variance !== undefined && variance.delay <= 0 && !isOver && <p>{words.onTime}</p>}
        </dd>
      </div>
      <div>
        <dt>{words.dependencies}</dt>
        <dd class="trin-told">{architecture ?? words.untold}</dd>
      </div>
      <div>
        <dt>{words.procurement}</dt>
        <dd class="trin-told">{procurement ?? words.untold}</dd>
      </div>
      {baseline !== undefined && (
        <div>
          <dt>{words.scope}</dt>
          <dd class="trin-told">{baseline.scope}</dd>
        </div>
      )}
    </dl>
  )
}

const overrun = (
  { language, kroner, words: { paper } }: Reader,
  { overrun: amount, overrunBasisPoints }: NonNullable<Paper['consequences']['variance']>,
): string => {
  if (amount === 0) return paper.inFrame
  if (amount < 0) return paper.under(kroner(-amount))
  const percent = String(Math.round(overrunBasisPoints / 10) / 10)
  return paper.over(kroner(amount), language === 'da' ? percent.replace('.', ',') : percent)
}
