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
