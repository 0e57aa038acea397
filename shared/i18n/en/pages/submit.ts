import type { PageWords } from '../../page-words.ts'

/** The form by which an idea comes in. */
export const submit = (): PageWords['submit'] => ({
  title: 'Hand in an idea',
  lead: [
    'In OS2, Danish public authorities join forces on open source: one builds it, all can use it, and nobody pays twice.',
    'Tell us about your idea here. Half a page is enough to begin with, and the secretariat helps you on.',
  ],
  facts: (days) => [
    'You need not be sure of anything yet. “Don’t know” is a good answer.',
    `The secretariat answers within ${days} days.`,
    'Nothing is sent until you press “Send the idea”.',
  ],
  stepOf: (step, of) => `Step ${step} of ${of}`,
  steps: {
    idea: 'The idea',
    reach: 'Whom it is for',
    solution: 'The solution',
    criteria: 'The criteria',
    more: 'More criteria',
    send: 'Check and send',
  },
  stepsMenu: 'Steps of the form',
  next: 'Continue',
  back: 'Back',
  send: 'Send the idea',
  recalculate: 'Work out the level again',
  change: (step) => `Change “${step}”`,
  notFilled: 'Not filled in',
  youWrote: 'What you wrote',
  fields: {
    kind: { label: 'What is it about?', hint: 'Both begin here.' },
    kinds: {
      new: { label: 'A new idea', hint: 'Something to be built or explored.' },
      takeover: { label: 'A finished solution that wants to join OS2', hint: 'Something that exists and is in use.' },
    },
    title: { label: 'Title', hint: 'A name that others can remember. You can change it later.' },
    purpose: {
      label: 'Purpose',
      hint: 'Which problem is to be solved, and for whom? Write as you would tell a colleague in another municipality.',
    },
    background: { label: 'Background', hint: 'What led to the idea? Is there anything like it already?' },
    theme: {
      label: 'Subject area',
      hint: 'The area of municipal work the idea is mostly about, so that others find it in the portfolio.',
    },
    value: {
      label: 'Value',
      hint: 'What do citizens, employees or the authority gain (R1)? An example is welcome.',
    },
    authority: { label: 'Your authority', hint: 'For example Skovby Kommune.' },
    otherAuthorities: {
      label: 'Other authorities that take part',
      hint: 'One on each line. Only those that have said yes.',
    },
    potentialAuthorities: {
      label: 'How many authorities could use it?',
      hint: 'An estimate in whole numbers. If all Danish municipalities have the task, write 98.',
    },
    backedByManagement: {
      label: 'Our management backs it',
      hint: 'Management knows of the idea and will spend time or money on it (R2).',
    },
    businessCritical: { label: 'How much will operation depend on it?' },
    businessCriticals: {
      no: 'Operation can do without',
      own: 'Operation in our authority depends on it',
      many: 'Operation in many authorities depends on it',
    },
    nationalStrategy: {
      label: 'National strategy',
      hint: 'If the idea is tied to a national strategy or agreement, say which (R4).',
    },
    jointCost: {
      label: 'Joint economy',
      hint: 'What will the whole project cost all authorities together, in Danish kroner? A rough estimate, such as 1,250,000.',
    },
    licence: { label: 'Licence', hint: 'OS2 usually uses MPL-2.0 (F2). Write another one if you have chosen it.' },
    repository: { label: 'Source code', hint: 'The web address, if the code is public (F1).' },
    procurement: {
      label: 'Procurement and law',
      hint: 'How is the work bought or to be bought, and what is the legal basis (F3)?',
    },
    architecture: {
      label: 'Architecture',
      hint: 'Which systems, data and standards does the solution have to work with (F18)?',
    },
    name: { label: 'Your name' },
    email: {
      label: 'Your mail address',
      hint: 'The receipt and your personal link go there. Afterwards you follow the case by the link.',
    },
    language: { label: 'Write to me in' },
    languages: { da: 'Danish', en: 'English' },
    consentToPublish: {
      label: 'It may be published if the idea is returned, rejected or withdrawn',
      hint: 'So that others can learn from it. Without your yes only approved projects are shown.',
    },
  },
  criteria: {
    intro:
      'OS2 looks at projects by the same criteria from idea to product. Answer what you know now, and skip the rest.',
    moreIntro: (level) =>
      `Your answers point to level ${level}, where these criteria apply, too. You can skip them now and answer later.`,
    explain: 'If the answer is no, planned or not relevant, explain why. A good explanation counts as much as a yes.',
    cannotExplain: 'Law and licence have to be kept once the project starts. An explanation is not enough here.',
    recommendation: 'recommendation',
    themes: { relevance: 'Relevance', form: 'Form', strategy: 'Strategic coherence', governance: 'Governance' },
    answers: {
      yes: 'Yes',
      no: 'No',
      planned: 'Planned',
      'not-relevant': 'Not relevant',
      'dont-know': 'Don’t know',
    },
    text: (id) => `Explanation or reference for ${id}`,
    answered: (count, of) => `${count} of ${of} criteria are answered.`,
    notYet: 'Has to be in place before the project starts',
  },
  draft: {
    found: 'You have a draft in this browser:',
    untitled: 'without a title',
    continue: 'Go on with the draft',
    forget: 'Delete the draft',
    forgotten: 'The draft is deleted from this browser.',
    note: 'What you write is kept in this browser for up to 30 days, so that you can go on later. Delete it if others use this computer.',
  },
  byLink: {
    title: 'Go on at another computer',
    label: 'Mail address',
    hint: 'We keep what you wrote for 30 days and send a link to it. Whoever has the link can go on with the draft.',
    save: 'Save, and send the link',
    saveAgain: 'Save the draft with us',
    forget: 'Delete the draft with us',
    saved: (address, day) => `The draft is saved. The link is on its way to ${address}, and good until ${day}.`,
    savedAgain: (day) => `The draft is saved. The link in the mail is now good until ${day}.`,
  },
  mailMissing: {
    title: 'A mail address is missing',
    text: 'Write the address that the link to the draft should go to, at the bottom of the page. All that you wrote is still here.',
  },
  tooManyDrafts: {
    title: 'Many links have been sent within the last hour',
    text: 'The draft is not saved with us. All that you wrote is still here. Try again in an hour.',
  },
  draftGone: {
    title: 'The draft is no longer there',
    text: 'It was deleted, sent, or is more than 30 days old. You can begin a new one here.',
  },
  privacy:
    'Your name and mail address are never published. They are used for the case only, and you can ask for them to be erased at any time.',
  trap: 'Leave this field empty',
  tooFast: {
    title: 'That was very fast',
    text: 'To keep spam out we wait a moment before an idea can be sent. All that you wrote is still here. Press “Send the idea” again.',
  },
  trapped: {
    title: 'We could not see whether you are a person',
    text: 'A field that should be empty was filled in, perhaps by your browser. We have emptied it. All else is still here. Press “Send the idea” again.',
  },
  sentBefore: {
    title: 'The idea has been sent already',
    text: 'The receipt is on its way to you by mail. If you want to hand in one more idea, press “Send the idea” again.',
  },
  tooOften: {
    title: 'Many ideas have been sent from here within the last hour',
    text: 'To keep spam out we take in only a few an hour. All that you wrote is still here. Wait for an hour, then press “Send the idea” again.',
  },
  unproven: {
    title: 'We take in only a few ideas this way right now',
    text: 'Your browser has not shown that it is a person who sends. It does so by itself where scripts are on; without that, to keep spam out, we take in only a few ideas an hour. All that you wrote is still here. Press “Send the idea” again in a moment, or have a link to a draft sent to you and send it later.',
  },
  proof: {
    waiting: 'One moment. Your browser is showing that no machine is sending this. Then the idea is sent.',
    withoutScripts:
      'Without scripts in the browser we take in only a few ideas an hour. If yours is not taken at once, you lose nothing.',
  },
  receipt: {
    title: 'Thank you for your idea',
    takeoverTitle: 'Thank you, we have received your solution',
    caseNumber: 'Case number',
    next: 'What happens now?',
    mail: (address) => `We send a receipt to ${address} with your personal link to the case.`,
    steps: (day) => [
      `The secretariat reads what you wrote and answers by ${day}.`,
      'You get a level, and help with making the idea a concept. If something has to be clarified first, you hear what.',
      'You need not do anything until you hear from us.',
    ],
    noMail: 'If the mail does not come within a quarter of an hour, look in spam, or',
    newLink: 'ask for a new link',
    another: 'Hand in another idea',
    gone: 'The receipt is no longer shown',
    goneText: 'You find the case number and your personal link in the mail that we sent.',
  },
})
