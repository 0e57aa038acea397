import { runningStack } from './running-stack.ts'

/**
 * Where a tool works: at `--endpoint` or `AWS_ENDPOINT_URL`, with the names and credentials that the environment has; with
 * `--aws` in the account and region that the environment names; else on the running local stack.
 */
export const stackEnvironment = ({
  endpoint,
  aws,
}: {
  readonly endpoint?: string | undefined
  readonly aws?: boolean | undefined
}): Readonly<Record<string, string | undefined>> => {
  if (endpoint !== undefined) return { ...process.env, AWS_ENDPOINT_URL: endpoint }
  if (aws === true || process.env.AWS_ENDPOINT_URL !== undefined) return process.env
  return runningStack().environment
}

/** A name that the tool needs. @throws when the environment lacks it. */
export const named = (environment: Readonly<Record<string, string | undefined>>, name: string): string => {
  const value = environment[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}
