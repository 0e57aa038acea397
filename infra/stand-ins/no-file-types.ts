/** Stands in for Nodemailer's table of a thousand file types: our mails have texts, and no files. */
const noFileTypes = (): never => {
  throw new Error('a mail has a file attached; the table of file types is left out of the bundle')
}

export { noFileTypes as detectExtension, noFileTypes as detectMimeType }
