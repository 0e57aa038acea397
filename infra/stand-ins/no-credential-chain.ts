/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles: on Lambda credentials are in the environment, and the
 * clients are told so (`shared/aws/sdk-client-options.ts`). The chain of other providers is a third of a client's size.
 */
export const defaultProvider = () => async (): Promise<never> => {
  throw new Error('credentials come from the environment; no other provider is in the bundle')
}
