import type { FieldFacts } from '../../api/problem-codes.ts'
import { labelled, listed, onlyLabelled, textOf } from '../facts.ts'
import { labels } from '../labels.ts'
import { numberIn } from '../numbers.ts'
import type { ProblemWords } from '../problem-words.ts'

const anyOf = listed('or')
const allOf = listed('and')
/** A level, as it is called within a sentence. */
const levelSaid = (level: string): string => (level === 'sandbox' ? 'the sandbox' : `level ${level}`)

export const problemWords = (): ProblemWords => ({
  titles: {
    'not-found': 'Not found',
    'illegal-in-state': 'Not possible now',
    'not-your-role': 'No access',
    invalid: 'The details cannot be used',
    'reason-required': 'A reason is missing',
    'version-conflict': 'Somebody changed it meanwhile',
    'idempotency-mismatch': 'The key was used for something else',
    busy: 'Too busy right now',
    unauthenticated: 'Not signed in',
    malformed: 'Cannot be read',
    'bad-header': 'A header of the request cannot be used',
    'too-large': 'Too large',
    'unsupported-media-type': 'The format is not supported',
    'not-our-form': 'The form is no longer valid',
    'too-many': 'Too many within an hour',
    unavailable: 'Unavailable for the moment',
    internal: 'Unexpected error',
  },
  details: {
    'not-found': 'What you are looking for does not exist, or you have no access to see it.',
    unauthenticated: 'Sign in, or use the link from your mail.',
    'bad-token': 'The access has expired or is not recognised. Sign in again, or ask for a new link.',
    forbidden: 'Your role gives no access to this.',
    malformed: 'The content is not valid.',
    'bad-if-match': 'If-Match has to be the version you have seen, such as "3".',
    'bad-idempotency-key': 'Idempotency-Key has to be 1 to 200 visible characters.',
    'too-large': (limit) => `The content may take ${limit} KB at most.`,
    'unsupported-media-type': (accepted) => `Send the content as ${anyOf(accepted)}.`,
    fields: (count) => (count === 1 ? 'One field is wrong.' : `${count} fields are wrong.`),
    'version-conflict': 'It was changed since you fetched it. Fetch it again, and see what is new.',
    'idempotency-mismatch': 'The same Idempotency-Key was used with other content before.',
    busy: 'Many are working on the same thing right now. Try again in a moment.',
    'not-our-form': 'The page was open for too long, or it is not ours. Go back, load it again, and then send.',
    'too-many': (minutes) =>
      `To keep spam out, one person or network may do this only so often within an hour. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    unavailable:
      'Something that the system depends on does not answer. Try again in a moment; with the same Idempotency-Key nothing happens twice.',
    internal: 'Something went wrong on our side. Tell the correlationId if you contact us.',
  },
  rules: {
    state: (facts) => {
      const allowedIn = labelled(facts, 'allowedIn', labels.en.states, anyOf)
      const now = labelled(facts, 'state', labels.en.states, anyOf)
      const since =
        now === '' ? 'This cannot be done in the state it is in.' : `It is ${now}, so this cannot be done now.`
      return allowedIn === '' ? since : `${since} It can be done when it is ${allowedIn}.`
    },
    role: (facts) => {
      const who = onlyLabelled(facts, 'roles', labels.en.roles, anyOf)
      return who === '' ? 'Your role gives no access to this.' : `This can be done by ${who} only.`
    },
    exists: () => 'It exists already.',
    missing: () => 'What you are looking for does not exist, or you have no access to see it.',
    'override-needs-reason': (facts) =>
      `The system proposes ${levelSaid(textOf(facts, 'proposed'))}. Say why you choose another.`,
    'change-needs-reason': () => 'Say why the level changes.',
    'other-needs-text': () => 'When the reason is "other", it needs a text.',
    'reason-codes-required': () => 'Choose at least one reason.',
    'come-back-with-required': () => 'Say what the proposer should come back with.',
    'law-and-licence': (facts) =>
      `Law and licence (${textOf(facts, 'criteria')}) have to be kept and cannot be explained away.`,
    'unmet-unexplained': (facts) =>
      `Criteria that are not met need an explanation: ${labelled(facts, 'criteria', {}, allOf)}.`,
    'outcome-not-for-this': (facts) =>
      `The outcome "${labelled(facts, 'outcome', labels.en.outcomes, String)}" does not fit here.`,
    'decision-incomplete': () => 'A decision needs a reason, the criteria it rests on, and the next step.',
    'baseline-required': () => 'Give the frame: economy, end date and scope.',
    'lead-required': () => 'Name a project lead first (G3).',
    'named-by-secretariat': () =>
      'The board has the case, and whoever is named cannot vote on it. Until it is decided only the secretariat names people.',
    'words-erased': () =>
      'The words of the case have been erased for good, so there is nothing to reopen. Send a new idea instead.',
    'steering-group-required': () => 'Set up a steering group first (G6).',
    'no-such-report': (facts) => `There is no report number ${textOf(facts, 'number')}.`,
    'report-not-pending': (facts) => `Report number ${textOf(facts, 'number')} is not waiting for review.`,
    'colour-needs-reason': () => 'A status that is not green needs a reason.',
    'no-such-condition': (facts) => `There is no condition number ${textOf(facts, 'number')}.`,
    'condition-not-open': (facts) => `Condition number ${textOf(facts, 'number')} is no longer open.`,
    'date-in-past': () => 'The date has to be in the future.',
    'no-such-authority': (facts) => `${textOf(facts, 'authority') || 'The authority'} takes no part in the project.`,
    'merge-into-itself': () => 'A project cannot be merged into itself.',
    'successor-is-erased': () => 'Who is erased cannot succeed themselves.',
    'no-such-project': () => 'There is no such project.',
    'merge-target-not-live': () => 'The project to merge into does not exist or is closed.',
    'step-not-due': () => 'The step is not due.',
    'not-on-this-agenda': () => "It is not on this meeting's agenda.",
    'not-a-member': () => 'Only members of the meeting can do this.',
    'excluded-from-vote': () => 'The member is excluded from this item and cannot vote.',
    'left-to-assembly': () =>
      'Too few of the members of the meeting may vote on this. So the general assembly decides it.',
    'item-closed': () => 'The item is closed.',
    'comment-required': () => 'Write a comment.',
    'proxy-not-allowed': () => "There is no voting on this member's behalf.",
    'quorum-missing': () => 'Too few votes were cast for the board to decide.',
    'outcome-not-the-vote': (facts) => {
      const outcome = labelled(facts, 'outcome', labels.en.outcomes, String)
      return outcome === ''
        ? 'The outcome does not follow from the votes.'
        : `The outcome does not follow from the votes, which say "${outcome}".`
    },
    'no-chair': () => 'The meeting needs a chair.',
    'member-twice': () => 'The same person is among the members twice.',
    'not-held-yet': () => 'The meeting has not been held yet.',
    'date-in-future': () => 'The date must not lie in the future.',
    'no-such-change': (facts) => `There is no change request ${textOf(facts, 'number')}.`,
    'change-not-there': (facts) => `Change request ${textOf(facts, 'number')} cannot be handled so as it stands now.`,
    'onboarding-incomplete': (facts) =>
      `Before it can be a product, this is missing: ${labelled(facts, 'missing', labels.en.onboarding, allOf)}.`,
    'serves-too-few': () => 'The result is not live in any authority yet.',
    'serves-too-many': () => 'The result is live in several authorities: make it a product.',
    'chair-not-member': () => 'The chair must be a member of the coordination group.',
    'no-sla': () => 'No service level has been agreed.',
    'sla-result-incomplete': () => 'Give a result for each target that was agreed.',
    'period-upside-down': () => 'The period ends before it begins.',
    'nothing-to-dispute': () => 'No level has been fixed that could be brought before the board.',
    'changed-since': () => 'It was changed since you fetched it. Fetch it again, and see what is new.',
    'key-with-other-payload': () => 'The same Idempotency-Key was used with other content before.',
    'too-much-at-once': () => 'Many are working on the same thing right now. Try again in a moment.',
  },
  fields: {
    missing: lacking,
    unknown: () => 'This field is not known.',
    'wrong-type': ({ expected }) => `Has to be ${kinds[expected ?? ''] ?? 'of another type'}.`,
    'too-long': ({ limit = 0 }) => `May be ${numberIn('en', limit)} long at most.`,
    'too-short': ({ limit = 0, ...facts }) =>
      limit === 1 ? lacking(facts) : `Has to be at least ${numberIn('en', limit)} long.`,
    'too-large': ({ limit = 0 }) => `May be ${numberIn('en', limit)} at most.`,
    'too-small': ({ limit = 0 }) => `Has to be at least ${numberIn('en', limit)}.`,
    'not-a-choice': ({ choices }) => `Has to be ${anyOf(choices ?? [])}.`,
    'not-a-date': () => 'Has to be a date from 2000 to 2199, such as 2027-03-31.',
    'not-a-moment': () => 'Has to be a moment from 2000 to 2199 with its time zone, such as 2027-03-31T10:00:00+02:00.',
    'not-an-address': () => 'Has to be a mail address.',
    'not-a-link': () => 'Has to be a web address that begins with https://.',
    'not-allowed-characters': () => 'Has characters that cannot be used here.',
    'not-whole': () => 'Has to be a whole number.',
    'not-as-asked': () => 'Does not have the right form.',
  },
})

/** What is missing: a field is filled in, but of several answers one is chosen. */
const lacking = ({ expected, choices }: FieldFacts): string => {
  if (expected === 'array') return 'Give at least one.'
  return choices !== undefined || expected === 'boolean' ? 'Choose one of the options.' : 'Is required.'
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
}
