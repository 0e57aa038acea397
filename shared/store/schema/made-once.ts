/**
 * Makes a schema when it is first asked for, and keeps it. A stream holds a few of the many types of events there are, and
 * to make the schemas of all is a twentieth of a cold start (docs/adr/0012).
 */
export const madeOnce = <Name extends string, Schema>(make: (name: Name) => Schema): ((name: Name) => Schema) => {
  const made = new Map<Name, Schema>()
  return (name) => {
    const schema = made.get(name) ?? make(name)
    made.set(name, schema)
    return schema
  }
}

/** The same of one schema that several others are made of. */
export const once = <Schema>(make: () => Schema): (() => Schema) => {
  let made: Schema | undefined
  return () => {
    made ??= make()
    return made
  }
}
