import type { PageWords } from '../../page-words.ts'

/** Criteria, answers, colours and the proposed level. */
export const criteria = (): PageWords['criteria'] => ({
  answers: {
    yes: 'Yes',
    no: 'No',
    planned: 'Planned',
    'not-relevant': 'Not relevant',
    'dont-know': 'Don’t know',
  },
  noAnswer: 'Not answered',
  colours: { green: 'Green', yellow: 'Yellow', red: 'Red', grey: 'Grey (not assessed)' },
  themes: {
    relevance: 'Relevance',
    form: 'Form',
    strategy: 'Strategic coherence',
    governance: 'Governance',
  },
  levels: { sandbox: 'sandbox', '1': 'level 1', '2': 'level 2', '3': 'level 3' },
  recommendation: 'recommendation',
  from: (level) => `from ${level}`,
  unexplained: 'Lacks an explanation',
  mustBeMet: 'Has to be met',
  changed: 'Changed since last time',
  proposal: {
    level: (level) => `The system proposes level ${level}`,
    because: 'What points there',
    points: (level) => `points to level ${level}`,
    reasons: {
      'several-authorities': 'Several authorities take part',
      'many-could-use-it': 'Many authorities could use it',
      'backed-by-management': 'Management backs it',
      'national-strategy': 'It is tied to a national strategy',
      'business-critical-in-many': 'Operation in many authorities depends on it',
      'joint-economy-above-threshold': 'The joint economy is above the threshold of level 3',
      'nothing-points-upward': 'Nothing points to a higher level',
    },
    missing: (level) => `What is missing for level ${level}`,
    unmet: 'Criteria of the proposed level that are neither met nor explained',
    allMet: 'All criteria of the proposed level are met or explained.',
    none: 'No level has been proposed yet. You can place the case all the same.',
    placed: (level) => `The case is placed on level ${level}.`,
  },
})
