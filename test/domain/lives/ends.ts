/** Where a project can be taken other than by withdrawing it. */
export const ends = ['merged', 'rejected', 'stopped', 'implementation', 'product', 'completed', 'retired'] as const
export type End = (typeof ends)[number]
