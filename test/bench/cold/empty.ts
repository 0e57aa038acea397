/** Nothing: what a process and its measuring cost by themselves. */
export const handler = async (): Promise<void> => {}
