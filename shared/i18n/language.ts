export const languages = ['da', 'en'] as const
export type Language = (typeof languages)[number]

/** The reader's language by an `Accept-Language` header: the one of ours with the highest weight, Danish where none is asked for. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  let best: { readonly language: Language; readonly weight: number } = { language: 'da', weight: 0 }
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = Number(
      parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((q) => q !== undefined) ?? 1,
    )
    const language = languages.find((one) => range === one || range.startsWith(`${one}-`))
    if (language !== undefined && weight > best.weight) best = { language, weight }
  }
  return best.language
}
