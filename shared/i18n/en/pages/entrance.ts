import type { PageWords } from '../../page-words.ts'

/** The ways in: personal links and signing in. */
export const entrance = (): PageWords['entrance'] => ({
  signIn: {
    stale: {
      title: 'You are not signed in yet',
      text: 'Signing in was not finished in time, or the page was loaded twice. Try again.',
    },
    cancelled: { title: 'Signing in was cancelled', text: 'You are not signed in. You can try again when you like.' },
    again: 'Sign in',
    toFront: 'Go to the front page',
  },
  signedIn: {
    title: 'You are signed in',
    text: 'Go back to the tab with your form, and send it again. You can close this tab.',
  },
  kept: {
    session: {
      title: 'You have been signed out',
      lead: 'So the form has not been sent yet.',
      comeIn: 'Sign in in a new tab',
    },
    link: {
      title: 'Come in again before you send',
      lead: 'Your personal link is no longer open in this browser. So the form has not been sent yet.',
      comeIn: 'Open the link in your mail again.',
      otherwise: 'Get a new link, or sign in (opens in a new tab)',
    },
    another: {
      title: 'Somebody else opened this form',
      lead: 'It was opened before you came in, and only whoever opened it can send it. So it has not been sent.',
      comeIn:
        'Let whoever opened the form come in again, in another tab: open the link in the mail again, or sign out and in.',
    },
    gone: {
      title: 'This form can no longer be sent',
      lead: 'The page you wrote on is no longer there for you. While it was open, your part may have been passed on to somebody else, or the task may have been done. So the form has not been sent.',
      next: 'Copy what you want to keep, and give it to whoever has the task now. If this is a mistake, write to the secretariat.',
    },
    nothingLost: 'Nothing is lost: all that was written stands here, as long as this page is open.',
    comeBack: 'Come back to this tab.',
    send: 'Send again',
    written: 'What stands in the form',
    text: (place, of) => (of === 1 ? 'Text' : `Text ${place} of ${of}`),
    rest: (besides) =>
      besides ? 'Numbers, dates and choices of the form go along.' : 'All choices of the form go along.',
  },
  signedOut: {
    title: 'You are signed out',
    text: 'This browser can do nothing in your name here any more.',
    atProvider: 'Sign out at your sign-in provider as well',
  },
  linkForgotten: {
    title: 'The link is forgotten here',
    text: 'This browser can no longer open the pages of the project. The link in your mail opens them again.',
    newLink: 'Get a new link',
  },
  link: {
    none: {
      title: 'Use your personal link',
      text: 'This page is opened by the link in a mail from Trin. The address alone lets nobody in.',
    },
    expired: {
      title: 'The link has expired',
      text: 'The link was good for a time only. Ask for a new one, and it comes by mail.',
    },
    bad: {
      title: 'The link does not work',
      text: 'Perhaps a part of it was lost. Open it from the mail again, or ask for a new one.',
    },
    ended: {
      title: 'The link no longer opens the case',
      text: 'Perhaps somebody else has taken over what you had on the case, or what we knew about you was erased because somebody asked for it. If you have another part on the case, you can get a new link.',
    },
    portfolio: 'See in the portfolio what everybody may read of the projects',
    askTitle: 'Get a new link',
    ask: 'Write the mail address that you gave us, and the number of the case. Then we send your link again.',
    email: 'Your mail address',
    project: 'Number of the case',
    projectHint: 'It stands in mails from Trin and begins with prj_',
    send: 'Send the link',
    orSignIn: 'Do you have an account? Sign in',
    asked: {
      title: 'Look into your mail',
      text: 'If the mail address belongs to the case, a mail with a new link is on its way. It is there in a few minutes.',
      nothing:
        'It does not come? Look among the unwanted mail, or try another address of yours. At most one mail goes out in ten minutes.',
    },
  },
})
