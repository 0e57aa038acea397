import * as z from 'zod/mini'
import { getJson } from './get-json.ts'

/** What of it we use; named as OpenID Connect Discovery 1.0 names it. */
const metadata = z.lazy(() => {
  const address = z.exactOptional(z.url())
  const names = z.exactOptional(z.array(z.string()))
  return z.object({
    issuer: z.string(),
    jwks_uri: z.url(),
    authorization_endpoint: address,
    token_endpoint: address,
    end_session_endpoint: address,
    token_endpoint_auth_methods_supported: names,
    id_token_signing_alg_values_supported: names,
    authorization_response_iss_parameter_supported: z.exactOptional(z.boolean()),
  })
})
export type IssuerMetadata = z.output<typeof metadata>

/**
 * What an OpenID Connect issuer says of itself.
 * @returns undefined when it says nothing
 * @throws when it cannot be had, is not what it should be, or is another's
 */
export const issuerMetadata = async (issuer: string): Promise<IssuerMetadata | undefined> => {
  const base = issuer.replace(/\/$/, '')
  const { status, json } = await getJson(new URL(`${base}/.well-known/openid-configuration`))
  if (status === 404) return undefined
  if (status !== 200) throw new Error(`the issuer answered ${status}`)
  const found = z.parse(metadata, json)
  if (found.issuer !== issuer) throw new Error('the issuer calls itself by another name')
  return found
}
