import * as client from 'openid-client'
import type { Organisation } from './organisation.ts'

type Provider = { issuer: string; clientId: string; clientSecret: string }

const SECONDS_TO_ANSWER = 10
const SECONDS_OF_CLOCKS_APART = 30

/** An OpenID provider: authorization code with PKCE, state and nonce. */
export function createOpenidOrganisation({ issuer, clientId, clientSecret }: Provider): Organisation {
  let found: Promise<client.Configuration> | undefined

  /** Asked when first needed, for the service works without it; and asked again after it did not answer. */
  function provider(): Promise<client.Configuration> {
    found ??= client
      .discovery(
        new URL(issuer),
        clientId,
        { client_secret: clientSecret, [client.clockTolerance]: SECONDS_OF_CLOCKS_APART },
        authenticate(clientSecret),
        // The settings take such an issuer on this machine only.
        { timeout: SECONDS_TO_ANSWER, execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [] },
      )
      .catch((error) => {
        found = undefined
        throw error
      })
    return found
  }

  return {
    async begin(returnTo) {
      const visit = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
      const address = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: returnTo,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(visit.verifier),
        code_challenge_method: 'S256',
        state: visit.state,
        nonce: visit.nonce,
      })
      return { address: address.href, visit }
    },

    async finish(cameBackTo, { state, nonce, verifier }) {
      const known = await provider()
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const tokens = await client.authorizationCodeGrant(known, new URL(cameBackTo), checks)
      const claims = tokens.claims()
      if (!claims) throw new Error('The provider gave no id token.')
      const more =
        claims.email === undefined && known.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(known, tokens.access_token, claims.sub)
          : claims
      return {
        issuer: claims.iss,
        subject: claims.sub,
        ...(typeof more.email === 'string' && { email: more.email }),
        emailVerified: more.email_verified === true,
      }
    },
  }
}

/** In the header, as is usual; in the body where the provider says that it takes nothing else. */
function authenticate(secret: string): client.ClientAuth {
  const [inHeader, inBody] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (taken.includes('client_secret_basic') ? inHeader : inBody)(server, ...rest)
  }
}
