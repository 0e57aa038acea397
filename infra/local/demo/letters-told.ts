/** Words before the number of a case or a meeting, in both languages: what stands above is its title. */
const numbered = /(?:^|\n)(.+)\n(?:Sagsnummer|Mødenummer|Case number|Meeting number) \S+\n((?:- .*\n)*)/g
const digests = /^(?:Samlet besked om|News about) /

/** One letter that a mail tells: a mail is one letter, or the digest of several. */
export interface LetterTold {
  readonly about: string
  /** What happened, as far as its first full stop. */
  readonly what: string
}

/** A number, as in `no. 3`, ends none. */
const firstSentence = (text: string): string => text.split(/\.(?: (?!\d)|$)/)[0] ?? text

/** The letters that a mail tells, in order. */
export const lettersTold = ({
  subject,
  text,
}: {
  readonly subject: string
  readonly text: string
}): readonly LetterTold[] => {
  const cases = [...text.replace(/\r\n/g, '\n').matchAll(numbered)].map(([, about = '', lines = '']) => ({
    about,
    lines,
  }))
  if (!digests.test(subject)) {
    const about = cases[0]?.about ?? ''
    return [{ about, what: firstSentence(subject.slice(0, Math.max(0, subject.lastIndexOf(`: ${about}`)))) }]
  }
  return cases.flatMap(({ about, lines }) =>
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ about, what: firstSentence(line.slice(2)) })),
  )
}
