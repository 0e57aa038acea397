/** Words by area (or by language), each made when it is first asked for: a cold start makes none but those that it says. */
export const onDemand = <Areas extends Readonly<Record<string, () => object>>>(
  areas: Areas,
): { readonly [Area in keyof Areas]: ReturnType<Areas[Area]> } => {
  const words = {}
  for (const [area, make] of Object.entries(areas)) {
    const get = (): object => {
      const value = make()
      Object.defineProperty(words, area, { value, enumerable: true })
      return value
    }
    Object.defineProperty(words, area, { get, enumerable: true, configurable: true })
  }
  return words as { readonly [Area in keyof Areas]: ReturnType<Areas[Area]> }
}
