interface Asked {
  readonly Endpoint?: string
  readonly Region?: string
}

/**
 * Stands in for the SDK's rules of endpoints, with their tables of partitions: the endpoint that the settings name, else the
 * service's in the region. Only regions of the partition `aws` are known: those of others have other names.
 * @param host what the service's name begins with, where its endpoint is
 */
export const regionalEndpoint = (host: string) => {
  const known = new Map<string, { readonly url: URL; readonly properties: object; readonly headers: object }>()
  return ({ Endpoint, Region }: Asked) => {
    const address = Endpoint ?? addressIn(host, Region)
    const found = known.get(address) ?? { url: new URL(address), properties: {}, headers: {} }
    known.set(address, found)
    return found
  }
}

const addressIn = (host: string, region: string | undefined): string => {
  if (region === undefined || !/^(?:af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-\d$/.test(region) || region.startsWith('us-gov'))
    throw new Error(`no endpoint is known in the region ${region}`)
  return `https://${host}.${region}.amazonaws.com`
}
