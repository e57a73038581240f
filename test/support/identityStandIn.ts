import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

export type IdentityStandIn = Awaited<ReturnType<typeof startIdentityStandIn>>

/** Whose token it is: a channel's key vouches for the channels that it is endorsed for; the stranger's is not published. */
export type Signer = 'channels' | 'teamsOnly' | 'emulator' | 'stranger'

/** The issuer of the Emulator's tokens, one of those that the SDK has built in. */
const emulatorIssuer = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/'
const channelIssuer = 'https://api.botframework.test'
const scope = 'https://api.botframework.test'

const endorsements: Partial<Record<Signer, string[]>> = {
  channels: ['emulator', 'webchat', 'directline', 'msteams'],
  teamsOnly: ['msteams'],
}

/** Stands in for Microsoft's identity services on 127.0.0.1: the channels' keys, the Emulator's, and the app's sign-in. */
export async function startIdentityStandIn() {
  const appId = randomUUID()
  const appPassword = randomUUID()
  const signers = Object.fromEntries(
    await Promise.all(
      (['channels', 'teamsOnly', 'emulator', 'stranger'] as const).map(async (name) => [name, await generateKeyPair('RS256')] as const),
    ),
  ) as Record<Signer, Awaited<ReturnType<typeof generateKeyPair>>>
  const signIns: Record<string, string>[] = []
  const issued = new Set<string>()
  let signInFault: { status: number; body: unknown } | undefined
  let keysAreGone = false

  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = req.url ?? ''
    if (req.method === 'POST' && path === '/tenant/oauth2/v2.0/token') return signIn(req, res)
    if (keysAreGone) return json(res, 503, {})
    const [, family, file] = /^\/(channels|emulator)\/(configuration|keys)$/.exec(path) ?? []
    if (file === 'configuration') return json(res, 200, { jwks_uri: `${url}/${family}/keys` })
    if (file === 'keys') return json(res, 200, { keys: await keysOf(family === 'channels' ? ['channels', 'teamsOnly'] : ['emulator']) })
    json(res, 404, {})
  }

  function keysOf(names: Signer[]) {
    return Promise.all(
      names.map(async (name) => ({
        ...(await exportJWK(signers[name].publicKey)),
        kid: name,
        use: 'sig',
        ...(endorsements[name] ? { endorsements: endorsements[name] } : {}),
      })),
    )
  }

  async function signIn(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const form = Object.fromEntries(new URLSearchParams(await readAll(req)))
    signIns.push(form)
    if (signInFault) return json(res, signInFault.status, signInFault.body)
    const isRight = form.grant_type === 'client_credentials' && form.client_id === appId && form.client_secret === appPassword
    if (!isRight) return json(res, 401, { error: 'invalid_client' })
    if (form.scope !== `${scope}/.default`) return json(res, 400, { error: 'invalid_scope' })
    const token = `token-${randomUUID()}`
    issued.add(token)
    json(res, 200, { token_type: 'Bearer', expires_in: 3600, access_token: token })
  }

  return {
    appId,
    /** The settings of a service that trusts this stand-in. */
    settings: {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppType: 'MultiTenant',
      ToChannelFromBotLoginUrl: `${url}/tenant`,
      ToChannelFromBotOAuthScope: scope,
      ToBotFromChannelTokenIssuer: channelIssuer,
      ToBotFromChannelOpenIdMetadataUrl: `${url}/channels/configuration`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/emulator/configuration`,
    },
    /** What the app's sign-ins said, oldest first. */
    signIns,
    /** Whether this is the app's token, as a connector sees it. */
    hasIssued: (authorization: string | undefined) => issued.has(authorization?.replace(/^Bearer /, '') ?? ''),
    /** Sign-ins are answered so from now on. */
    failSignIns(fault: { status: number; body: unknown } | undefined) {
      signInFault = fault
    },
    /** The keys cannot be had from now on. */
    loseKeys() {
      keysAreGone = true
    },
    /** A channel's token for this app and serviceUrl, good for five minutes, unless `claims` and `how` say otherwise. */
    channelToken: (serviceUrl: string, claims: JWTPayload = {}, how: { signer?: Signer; kid?: string } = {}) =>
      sign({ iss: channelIssuer, aud: appId, serviceurl: serviceUrl, ...claims }, how),
    /** The Emulator's token, which names no serviceUrl. */
    emulatorToken: (claims: JWTPayload = {}) =>
      sign({ iss: emulatorIssuer, aud: appId, appid: appId, ver: '1.0', ...claims }, { signer: 'emulator' }),
    /** A right token's claims, without a signature. */
    unsignedToken: (serviceUrl: string) =>
      `${part({ alg: 'none', typ: 'JWT', kid: 'channels' })}.${part(inTime({ iss: channelIssuer, aud: appId, serviceurl: serviceUrl }))}.`,
    /** A right token's claims, signed with the public key as if it were a shared secret. */
    async confusedToken(serviceUrl: string) {
      const signed = `${part({ alg: 'HS256', typ: 'JWT', kid: 'channels' })}.${part(inTime({ iss: channelIssuer, aud: appId, serviceurl: serviceUrl }))}`
      const secret = await exportSPKI(signers.channels.publicKey)
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
    },
    async close() {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }

  function sign(claims: JWTPayload, { signer = 'channels', kid = signer }: { signer?: Signer; kid?: string }): Promise<string> {
    return new SignJWT(inTime(claims)).setProtectedHeader({ alg: 'RS256', kid }).sign(signers[signer].privateKey)
  }
}

function inTime(claims: JWTPayload): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  return { nbf: now, exp: now + 300, ...claims }
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function json(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' })
  res.end(JSON.stringify(body))
}

async function readAll(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
