import { asset } from './asset-names.ts'

/** An icon of the design system, by its name there; for the eye only, the words beside it say the same. */
export const Icon = ({ name }: { readonly name: string }) => (
  <svg class="icon-svg" focusable="false" aria-hidden="true">
    <use href={`${asset('icons.svg')}#${name}`} />
  </svg>
)
