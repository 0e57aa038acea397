import { addressOf } from '../place.ts'
import type { SectionProps } from '../sections.tsx'

/** The pages of a product: what is to be changed in it, how it runs, how it is evaluated and governed. */
export const ProductPages = ({ reader, found }: SectionProps) => {
  const { product: words } = reader.words
  const pages = pagesOf(found)
  if (pages.length === 0) return null
  return (
    <section aria-labelledby="product">
      <h2 id="product">{words.title}</h2>
      <ul class="trin-links">
        {pages.map((name) => (
          <li key={name}>
            <a href={addressOf(found, name)}>{words.pages[name]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Of every product, in their order. */
export const productPages = ['changes', 'sla', 'evaluation', 'adaptations', 'governance'] as const

/** A project under way is evaluated, too. */
const pagesOf = ({ project }: SectionProps['found']): readonly (typeof productPages)[number][] => {
  if (project.graduatedAt !== undefined) return productPages
  return project.startedAt === undefined ? [] : ['evaluation']
}
