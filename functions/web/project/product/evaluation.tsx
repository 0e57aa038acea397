import { stewardshipActs } from '../../../../shared/api/stewardship.ts'
import { criteria } from '../../../../shared/domain/criteria.ts'
import { Select, TextArea } from '../../form/fields.tsx'
import { page } from '../../layout.tsx'
import { criterionThemes } from '../../parts/themes.ts'
import { AnswersByTheme, answerNames, answersTyped } from '../concept-fields.tsx'
import { Done } from '../done.tsx'
import { aboveOf, formPlace } from '../form-place.tsx'
import { addressOf, type Places, type Visit } from '../place.ts'
import { may } from '../sections.tsx'
import { assessedLevels, Counts, CriteriaByTheme, FixedLevel } from './evaluation-shown.tsx'

/** Where the product stands by the 43 criteria: the level, what is missing for the next, and each criterion as both sides see it. */
const evaluation = (visit: Visit) => {
  const { reader, request, found } = visit
  const { product, project } = reader.words
  const { acts } = reader.words.projectActs
  const theme = criterionThemes.find((one) => one === request.query.theme)
  return page({
    reader,
    title: product.pages.evaluation,
    above: aboveOf(visit),
    children: (
      <>
        <Done reader={reader} request={request} />
        {theme === undefined && (
          <>
            <FixedLevel reader={reader} found={found} />
            <p class="trin-actions">
              {may(found, 'self-evaluate') && (
                <a href={addressOf(found, 'self-evaluation')}>{acts['self-evaluation'].title}</a>
              )}{' '}
              {isDisputable(visit) && <a href={addressOf(found, 'dispute')}>{acts.dispute.title}</a>}
            </p>
            <Counts reader={reader} view={found.view} />
          </>
        )}
        <CriteriaByTheme reader={reader} found={found} {...(theme === undefined ? {} : { only: theme })} />
        <p>
          {theme === undefined ? (
            <a href={addressOf(found)}>{project.back}</a>
          ) : (
            <a href={addressOf(found, 'evaluation')}>{product.evaluation.wholeEvaluation}</a>
          )}
        </p>
      </>
    ),
  })
}

/** A level can be brought before the board once for each evaluation; what the board has fixed stands. */
const isDisputable = ({ found }: Visit): boolean =>
  may(found, 'dispute-level') && found.view.assessments.at(-1)?.by === 'secretariat' && found.view.dispute === undefined

/** The evaluation of a product, or of a project under way, and what those evaluated have to say. */
export const evaluationPlaces: Places = {
  evaluation: { show: evaluation },
  'self-evaluation': formPlace({
    name: 'self-evaluation',
    may: 'self-evaluate',
    act: stewardshipActs['POST /api/projects/{id}/self-evaluations'],
    after: 'evaluation',
    fields: () => answerNames(criteria.map(({ id }) => id)),
    begin: ({ found }) => ({ answers: answersTyped(found.project) }),
    body: (sent) => ({ answers: {}, ...(sent as object) }),
    Fields: ({ visit: { reader }, form }) => {
      const { concept } = reader.words
      return (
        <>
          <p>{concept.hints.answer}</p>
          <AnswersByTheme reader={reader} form={form} ids={criteria.map(({ id }) => id)} isFirstOpen />
        </>
      )
    },
  }),
  dispute: formPlace({
    name: 'dispute',
    may: 'dispute-level',
    act: stewardshipActs['POST /api/projects/{id}/level-disputes'],
    after: 'evaluation',
    fields: () => ['wanted:int', 'reason'],
    before: ({ reader, found }) => <FixedLevel reader={reader} found={found} />,
    Fields: ({ visit: { reader, found }, form }) => {
      const { product, criteria: words } = reader.words
      const fixed = found.view.assessments.at(-1)?.level
      return (
        <>
          <Select
            reader={reader}
            form={form}
            name="wanted:int"
            label={product.evaluation.wanted}
            required
            choices={assessedLevels
              .filter((level) => level !== fixed)
              .map((level) => ({ value: String(level), label: words.levels[level] }))}
          />
          <TextArea
            reader={reader}
            form={form}
            name="reason"
            label={product.evaluation.why}
            hint={product.evaluation.whyHint}
            required
            maxLength={10_000}
          />
        </>
      )
    },
  }),
}
