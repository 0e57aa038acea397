import { asset } from './asset-names.ts'

/** An icon of the design system, by its name there; for the eye only, the words beside it say the same. @param alert at the head of an alert */
export const Icon = ({ name, alert = false }: { readonly name: string; readonly alert?: boolean }) => (
  <svg class={alert ? 'icon-svg alert-icon' : 'icon-svg'} focusable="false" aria-hidden="true">
    <use href={`${asset('icons.svg')}#${name}`} />
  </svg>
)
