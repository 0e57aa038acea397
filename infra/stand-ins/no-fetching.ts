/** Stands in for Nodemailer's own client: a mail is written from what it is given, and nothing is fetched for it. */
export function noFetching(): never {
  throw new Error('a mail refers to something that would have to be fetched; that is left out of the bundle')
}
