/** Stands in for `@aws-sdk/middleware-endpoint-discovery` in the bundles: DynamoDB is asked at the endpoint of its region. */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {}

export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config
