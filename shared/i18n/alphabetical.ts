/** After `z`, in this order; `aa` counts as `å`, and the letters of the neighbours as ours. */
const last: Readonly<Record<string, string>> = { æ: '{1', ä: '{1', ø: '{2', ö: '{2', å: '{3', aa: '{3' }

const key = (name: string): string => name.toLowerCase().replaceAll(/aa|[æäøöå]/g, (letter) => last[letter] ?? letter)

/**
 * Names in the order of the Danish alphabet (Retskrivningsordbogen, § 4-5), each once. Not by `Intl`: its tables of all
 * languages cost a cold start as much as a query does. A test holds it to them, by the names of all municipalities.
 */
export const alphabetical = (names: Iterable<string>): readonly string[] =>
  [...new Set(names)]
    .map((name) => [key(name), name] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, name]) => name)
