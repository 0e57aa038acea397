import { createRemoteJWKSet, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { accountRoles, developmentUsers } from '../../infra/local/engines/development-users.ts'
import { accessTokenReader } from '../../shared/identity/access-token.ts'
import { lambda } from './tiny-assembly.ts'
import { startTiny } from './tiny-stack.ts'

const parts = [
  lambda('Fn', 'exports.handler = async () => {}', { Environment: { Variables: { OIDC_AUDIENCE: 'tiny-audience' } } }),
]

describe('the OpenID provider of the local stack', () => {
  it('gives a token for every role, good by its own published keys', async () => {
    const { issuer, token } = await startTiny(parts)
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))
    for (const role of accountRoles) {
      const { payload } = await jwtVerify(await token(role), keys, { issuer, audience: 'tiny-audience' })
      expect(payload).toMatchObject({
        roles: [role],
        sub: developmentUsers[role].email,
        email: developmentUsers[role].email,
        authority: developmentUsers[role].authority,
      })
      expect(payload).not.toHaveProperty('project')
    }
  })

  it('says in a token what was asked for, as our functions read it', async () => {
    const { issuer, token } = await startTiny(parts)
    const read = accessTokenReader({ issuer, audience: 'tiny-audience', idOf: (email) => `con_${email}` })
    const wishes = { project: 'prj_1', authority: 'Ny Kommune', email: 'nina@ny.example' } as const
    expect(await read(await token('lead', wishes))).toEqual({
      kind: 'person',
      id: 'con_nina@ny.example',
      roles: ['lead'],
      authority: 'Ny Kommune',
      project: 'prj_1',
    })
  })

  it('keeps its keys, so that tokens outlive a restart', async () => {
    const first = await startTiny(parts)
    const old = await first.token('board')
    const port = Number(new URL(first.url).port)
    await first.stop()
    const again = await startTiny(parts, { dataFolder: first.dataFolder, port })
    const keys = createRemoteJWKSet(new URL(`${again.issuer}/jwks`))
    await expect(jwtVerify(old, keys, { issuer: again.issuer })).resolves.toBeDefined()
  })

  it('refuses a client without the secret', async () => {
    const { issuer } = await startTiny(parts)
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'development-board',
        client_secret: 'x',
      }),
    })
    expect(answer.status).toBe(401)
  })
})
