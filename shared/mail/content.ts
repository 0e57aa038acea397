/** What one mail says, before it is laid out as HTML and as text: both have the same facts because both are made from this. */
export interface MailContent {
  /** What happened, in few words: the heading, and the first part of the subject. */
  readonly what: string
  readonly paragraphs: readonly string[]
  readonly facts?: readonly { readonly label: string; readonly value: string }[]
  readonly lists?: readonly { readonly title: string; readonly items: readonly string[] }[]
  /** Words of people, in full. */
  readonly quotes?: readonly { readonly label: string; readonly text: string }[]
  /** Instead of the move that follows from the state of the case. */
  readonly next?: string
  /** Instead of the label that follows from the move. */
  readonly action?: string
}

/** A mail as it is laid out: everything in it is plain text. */
export interface LaidOut extends Omit<MailContent, 'next' | 'action'> {
  readonly language: 'da' | 'en'
  readonly subject: string
  readonly greeting: string
  /** What it is about: its title, and its number under a label. */
  readonly about?: { readonly title: string; readonly label: string; readonly number: string }
  readonly next?: { readonly title: string; readonly text: string }
  /** Absent in a digest, where each case has its own. */
  readonly action?: { readonly label: string; readonly url: string }
  readonly cases?: readonly {
    readonly title: string
    readonly label: string
    readonly number: string
    readonly lines: readonly string[]
    readonly action: { readonly label: string; readonly url: string }
  }[]
  readonly footer: readonly string[]
  readonly unsubscribe?: { readonly label: string; readonly url: string; readonly note: string }
}
