/** A stretch of text that stands in both, or in one only. */
export interface Stretch {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** More words than this times that are not compared word by word: the whole is gone, and the whole is new. */
const mostPairs = 600_000

/** Words with the space behind each. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*|\s+/g) ?? []

/** How a text became another, word by word: the longest common sequence stays, the rest is gone or new. */
export const textDifference = (before: string, after: string): readonly Stretch[] => {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  if (old.length * fresh.length > mostPairs)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ])
  const longest = commonLengths(old, fresh)
  const width = fresh.length + 1
  const lengthAt = (i: number, j: number): number => longest[i * width + j] ?? 0
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    const [was, is] = [old[i], fresh[j]]
    if (was !== undefined && is !== undefined && was.trim() === is.trim()) {
      found.push({ kind: 'same', text: is })
      i += 1
      j += 1
    } else if (was !== undefined && (is === undefined || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      found.push({ kind: 'gone', text: was })
      i += 1
    } else {
      found.push({ kind: 'new', text: is ?? '' })
      j += 1
    }
  }
  return joined(found)
}

/** By where to begin in each, how many words both still have in common, in order. */
const commonLengths = (old: readonly string[], fresh: readonly string[]): Uint16Array => {
  const width = fresh.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i]?.trim() === fresh[j]?.trim()
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  return lengths
}

/** Neighbours of one kind as one stretch. */
const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const all: Stretch[] = []
  for (const { kind, text } of stretches) {
    const last = all.at(-1)
    if (text === '') continue
    if (last?.kind === kind) all[all.length - 1] = { kind, text: last.text + text }
    else all.push({ kind, text })
  }
  return all
}
