import type { PageWords } from '../../page-words.ts'

/** The level that the system proposes, and why. */
export const proposal = (): PageWords['proposal'] => ({
  title: 'The probable level',
  level: (level) => `Level ${level}`,
  meaning: {
    1: 'The secretariat can start the project. The board is informed.',
    2: 'The board approves the concept, and the project gets a steering group.',
    3: 'The board approves the concept, the project gets a steering group, and progress is reported more often.',
  },
  reports: (days) => `The project lead reports progress every ${days} days.`,
  because: 'Your answers point there',
  pointers: {
    'several-authorities': 'Several authorities take part (R3)',
    'many-could-use-it': 'Many authorities could use it (R3)',
    'backed-by-management': 'Management backs it (R2)',
    'national-strategy': 'The idea is tied to a national strategy (R4)',
    'business-critical-in-many': 'Operation depends on it in many authorities',
    'joint-economy-above-threshold': 'The joint economy is above the threshold of level 3',
    'nothing-points-upward': 'Nothing in the answers points above level 1',
  },
  missing: (level) => `What is missing for level ${level}`,
  missingEach: { 2: 'All of this has to be there.', 3: 'One of these is enough.' },
  wants: {
    'several-authorities': 'At least one other authority takes part',
    'many-could-use-it': (most) => `At least ${most} authorities could use it`,
    or: 'or',
    'backed-by-management': 'Management backs it (R2)',
    'national-strategy': 'The idea is tied to a national strategy (R4)',
    'business-critical-in-many': 'Operation depends on it in many authorities',
    'joint-economy-above-threshold': (kroner) => `The joint economy is above ${kroner}`,
  },
  unmet: (level) => `Criteria of level ${level} that are neither met nor explained`,
  noneUnmet: 'All criteria of the level are met or explained.',
  unmetCount: (count) => (count === 1 ? '1 criterion' : `${count} criteria`),
  unmetIsFine: 'That is quite all right at this stage. The secretariat helps you on.',
  decides: 'This is only a guess. The secretariat chooses the level together with you.',
})
