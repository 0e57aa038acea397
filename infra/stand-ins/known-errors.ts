/**
 * Exceptions of AWS that a function tells by their class. Any other comes as the service's base exception, with the name,
 * message and metadata that it would have had.
 */
export const knownErrors: readonly string[] = ['ConditionalCheckFailedException']

const registration = /^\w+\.registerError\((?<name>\w+)\$, \k<name>\);$/gm

/**
 * The schemas of a client without the registrations that keep all its exceptions in a bundle: about thirty classes, each
 * made when it is loaded.
 * @throws when there is nothing to take out.
 */
export const withKnownErrors = (schemas: string): string => {
  const kept = schemas.replace(registration, (line, name: string) =>
    knownErrors.includes(name) || name.endsWith('ServiceException') ? line : '',
  )
  if (kept === schemas) throw new Error('the schemas register no exceptions')
  return kept
}
