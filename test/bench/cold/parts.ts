/** A package, or a folder of ours, and how many bytes of a bundle are from it. */
export interface Part {
  readonly name: string
  readonly bytes: number
}

/** What bundles are made of, the largest first: inputs as esbuild's metafile has them, summed by package or folder. */
export const partsOf = (
  bundles: readonly Readonly<Record<string, { readonly bytesInOutput: number }>>[],
): readonly Part[] => {
  const bytes = new Map<string, number>()
  for (const [input, { bytesInOutput }] of bundles.flatMap((inputs) => Object.entries(inputs))) {
    const name = partOf(input)
    bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput)
  }
  return [...bytes].map(([name, sum]) => ({ name, bytes: sum })).sort((a, b) => b.bytes - a.bytes)
}

/** The innermost package where there is one; else the first two folders of the path. */
const partOf = (input: string): string => {
  const inside = input.split('node_modules/').at(-1) ?? input
  const [first = '', second = ''] = inside.split('/')
  const isPackage = inside !== input
  return isPackage && !first.startsWith('@') ? first : `${first}/${second}`
}
