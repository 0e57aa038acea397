/** How much governance a project needs: the level it is placed in. */
export type Level = 1 | 2 | 3

/** The level a project is assessed at; `sandbox` is the floor under level 1 and occurs only here. */
export type AssessedLevel = 'sandbox' | Level
