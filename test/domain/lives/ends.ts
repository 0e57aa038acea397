/** Where a project can be taken other than by withdrawing it; from running on, the next issue goes to product. */
export const ends = ['merged', 'rejected', 'stopped', 'implementation'] as const
export type End = (typeof ends)[number]
