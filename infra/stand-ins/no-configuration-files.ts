/**
 * Stands in for the SDK's look into the environment and into files for what a client was not told: the clients are told all
 * (`shared/aws/sdk-client-options.ts`), and the reader of files brings along `fs/promises` and `readline`.
 */
export const loadConfig =
  ({ environmentVariableSelector }: { readonly environmentVariableSelector?: unknown }) =>
  async (): Promise<never> => {
    throw new Error(`a client was not told what it would look for by ${String(environmentVariableSelector)}`)
  }
