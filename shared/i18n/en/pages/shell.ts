import { numberIn } from '../../numbers.ts'
import type { PageWords } from '../../page-words.ts'

/** What stands on every page. */
export const shell = (): PageWords['shell'] => ({
  name: 'Trin',
  tagline: 'From idea to shared open source',
  skip: 'Skip to content',
  mainMenu: 'Main menu',
  submit: 'Hand in an idea',
  portfolio: 'Portfolio',
  desk: 'Secretariat’s desk',
  board: 'Board’s table',
  signIn: 'Sign in',
  signOut: 'Sign out',
  stale: {
    title: 'This page has been open for a long time',
    text: 'So nothing has been sent yet. All that you wrote is still here. Look it through, and send it again.',
  },
  visitorChanged: {
    title: 'You came in or left while the page was open',
    text: 'So nothing has been sent yet. All that you wrote is still here. Look it through, and send it again.',
  },
  enter: 'Send',
  opensTab: 'opens in a new tab',
  byLink: 'You are here by your personal link',
  forgetLink: 'Forget my link on this computer',
  signedInAs: (name) => `Signed in as ${name}`,
  otherLanguage: 'På dansk',
  otherLanguageCode: 'da',
  accessibility: 'Accessibility',
  breadcrumbs: 'Breadcrumbs',
  association: 'OS2, the Danish public sector’s open source community',
  errorPrefix: 'Error: ',
  errorSummary: 'Something has to be corrected',
  optional: 'optional',
  charactersLeft: (left) => `You have ${left} characters left`,
  charactersOver: (over) => `You have ${over} characters too many`,
  charactersAtMost: (most) => `At most ${numberIn('en', most)} characters`,
  kroner: 'DKK',
  notAnAmount: 'Write an amount in kroner, for instance 1,250,000.',
  choose: 'Choose',
  conflict: {
    title: 'Somebody changed this while you were writing',
    text: 'What you wrote is still here. See what is new, and send it again if it still fits.',
    overNow:
      'What you changed is still here. The other fields show what stands there now. See what is new, and send it again if it still fits.',
    both: (now) =>
      now === undefined
        ? 'Both of you have changed this. Yours stands here.'
        : `Both of you have changed this. Yours stands here; the other wrote: “${now}”`,
    now: (state) => `It is now: ${state}.`,
  },
  trouble: {
    internal: 'Something went wrong on our side. Try again in a moment. If it happens again, write to us.',
    unavailable: 'Something that the system depends on does not answer right now. Try again in a moment.',
    reference: (id) => `Tell this number if you write to us: ${id}`,
    toFront: 'Go to the front page',
  },
})
