import type { Concept } from '../../../shared/domain/concept.ts'
import type { Reader } from '../reader.ts'

/** One field of a concept as people read it; empty where nothing was filled in. */
export const fieldSaid = (concept: Concept, field: keyof Concept, reader: Reader): string => {
  const words = reader.words.concept
  switch (field) {
    case 'otherAuthorities':
      return concept.otherAuthorities.join(', ')
    case 'potentialAuthorities':
      return concept.potentialAuthorities === undefined ? '' : String(concept.potentialAuthorities)
    case 'backedByManagement':
      return concept.backedByManagement ? words.yes : words.no
    case 'businessCritical':
      return words.critical[concept.businessCritical]
    case 'jointCost':
      return concept.jointCost === undefined ? '' : reader.kroner(concept.jointCost.amount)
    case 'theme':
      return concept.theme === undefined ? '' : reader.labels.themes[concept.theme]
    case 'title':
    case 'purpose':
    case 'background':
    case 'value':
    case 'authority':
    case 'nationalStrategy':
    case 'licence':
    case 'repository':
    case 'procurement':
    case 'architecture':
      return concept[field] ?? ''
  }
}
