import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js'

export type Person = { subject: string; email?: string; emailVerified?: boolean }

const client = { id: 'screening-messenger', secret: 'a secret of the tests & more +%' }

/** The provider's own; a subclass, for it complains of the class itself. */
class InMemory extends MemoryAdapter {}

/** A real OpenID provider on 127.0.0.1, at which whoever comes is signed in as `person` without being asked. */
export async function startOrganisation(returnTo: () => string) {
  let person: Person | undefined
  const asked: URL[] = []
  const answer = { handle: (_req: IncomingMessage, res: ServerResponse): unknown => res.end() }
  const server: Server = createServer((req, res) => void answer.handle(req, res))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function provider(): Promise<Provider> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const made = new Provider(issuer, {
      adapter: InMemory,
      jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [returnTo()] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      cookies: { keys: ['tests'] },
      findAccount: async (_ctx: unknown, sub: string) => ({
        accountId: sub,
        claims: async () => ({
          sub,
          ...(person?.email !== undefined && { email: person.email, email_verified: person.emailVerified ?? true }),
        }),
      }),
    })
    made.use(async (context, next) => {
      if (context.path === '/auth') asked.push(new URL(context.req.url ?? '', issuer))
      if (!context.path.startsWith('/interaction/')) return next()
      context.respond = false
      await signIn(made, context.req, context.res)
    })
    return made
  }

  async function signIn(made: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { prompt, params, session } = await made.interactionDetails(req, res)
    if (!person)
      return made.interactionFinished(req, res, { error: 'access_denied', error_description: 'no' }, { mergeWithLastSubmission: false })
    if (prompt.name === 'login') return made.interactionFinished(req, res, { login: { accountId: person.subject } })
    const grant = new made.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) })
    grant.addOIDCScope('openid email')
    await made.interactionFinished(req, res, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true })
  }

  let ready: Promise<Provider> | undefined
  answer.handle = async (req, res) => {
    ready ??= provider()
    ;(await ready).callback()(req, res)
  }

  return {
    settings: { issuer, clientId: client.id, clientSecret: client.secret, name: 'NHSmail' },
    /** What the provider was asked. */
    asked,
    /** Who signs in there next; nobody: she thinks better of it. */
    setPerson(next: Person | undefined): void {
      person = next
    },
    /** Goes there as a browser does, and gives back the address that it is sent back to. */
    async visit(there: string): Promise<string> {
      const cookies = new Map<string, string>()
      let next = there
      for (let step = 0; step < 10 && next.startsWith(issuer); step++) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const gave = await fetch(next, { redirect: 'manual', headers: { ...(cookie && { Cookie: cookie }) } })
        for (const line of gave.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (value === '') cookies.delete(name)
          else cookies.set(name, value)
        }
        const location = gave.headers.get('Location')
        if (!location) throw new Error(`The provider answered ${gave.status}: ${(await gave.text()).slice(0, 500)}`)
        next = new URL(location, issuer).href
      }
      return next
    },
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        ;(server as unknown as { closeAllConnections(): void }).closeAllConnections()
      }),
  }
}
