/**
 * What an idea is about: areas of municipal work as whoever works there would name them. Ten of our own, coarse enough to
 * choose from at a glance. They gather the main groups of KL's subject classification (KL Emnesystematik, www.kle-online.dk),
 * by which Danish municipalities file their cases, and the main areas of the common public reference model (FORM) beside it.
 * `across` is for what serves every area, or none of them. Not to be taken for the four themes of the criteria.
 */
export const projectThemes = [
  'children-and-schools',
  'social-services',
  'health-and-care',
  'employment-and-business',
  'culture-and-leisure',
  'planning-and-traffic',
  'climate-and-environment',
  'citizen-service',
  'administration',
  'across',
] as const

export type ProjectTheme = (typeof projectThemes)[number]
