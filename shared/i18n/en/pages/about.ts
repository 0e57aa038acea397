import type { PageWords } from '../../page-words.ts'

/** The accessibility statement, and what else there is to say of Trin itself. */
export const about = (): PageWords['about'] => ({
  accessibility: {
    title: 'Accessibility statement',
    intro: [
      'OS2, the Danish public sector’s open source community, wants Trin to be accessible to all, in accordance with the Danish act on the accessibility of the websites and mobile applications of public sector bodies.',
      'The statement is about all pages of Trin at this address.',
    ],
    status: {
      title: 'Compliance',
      text: [
        'Trin complies partially with the act and with the standard EN 301 549, which rests on WCAG 2.1 at level AA. We build to WCAG 2.2 at level AA.',
        'It says “partially” because the pages have not yet been tried by people who use a screen reader, nor by anybody from outside. What we know of stands below.',
      ],
    },
    shortcomings: {
      title: 'Content that is not accessible',
      text: 'We know that this does not meet the requirements:',
      items: [
        'What people write themselves (titles, purposes, comments, reasons) is shown as it was written. Where it is in another language than the page, it is not always marked as such, so that a screen reader may read it out wrongly (WCAG 3.1.2).',
        'A page that is saved as PDF by the browser gets the structure that the browser gives it. We have not tried whether that is good enough. All of it stands on the page as well.',
      ],
      outside:
        'Outside the act is what Trin links to on other sites: source code, documents and calendars that are not in our hands.',
      burden: 'We have left nothing out on the ground that it would be a disproportionate burden.',
    },
    made: {
      title: 'How this statement was made',
      text: (day) => `The statement was made on ${day}, on the ground of our own assessment.`,
      tested: 'This is tried at every change of the code:',
      items: [
        'axe-core on the pages in both languages',
        'the HTML of the pages against the standard',
        'that pages can be read 320 pixels wide without scrolling sideways',
        'that a project can get from an idea to a product without JavaScript, and by keyboard alone with the focus seen at each stop',
        'that the main pages can be used with colours of one’s own (high contrast), without motion, and enlarged to 400 %',
      ],
      untested:
        'This has not been tried yet: screen readers, voice control, and how people with disabilities find the pages.',
    },
    feedback: {
      title: 'Tell us when something does not work',
      text: 'Write to us if you cannot use a page, or need what is on it in another form:',
      answer: 'We answer within 10 working days.',
    },
    enforcement: {
      title: 'If the answer does not help',
      text: 'The Danish Agency for Digital Government supervises the act. You can turn to it if you get no answer in time, or one that is not good enough.',
      link: 'What the agency says about content that is not accessible (in Danish)',
    },
  },
})
