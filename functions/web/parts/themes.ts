import type { Theme } from '../../../shared/domain/criteria.ts'
import { projectThemes } from '../../../shared/domain/theme.ts'
import type { Choice } from '../form/fields.tsx'
import type { Reader } from '../reader.ts'

/** The themes of the criteria, in their order. */
export const criterionThemes = ['relevance', 'form', 'strategy', 'governance'] as const satisfies readonly Theme[]

/** The themes an idea may have, to choose from. */
export const themeChoices = ({ labels }: Reader): readonly Choice[] =>
  projectThemes.map((value) => ({ value, label: labels.themes[value] }))
