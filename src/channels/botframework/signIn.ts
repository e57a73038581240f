import { z } from 'zod'
import { ConnectorFailure } from './connectorFailure.ts'

type Deps = {
  /** With the tenant: `https://login.microsoftonline.com/botframework.com`. */
  loginUrl: string
  appId: string
  appPassword: string
  fetch?: typeof globalThis.fetch
  timeoutMs?: number
}

export type SignIn = {
  /** A token, good for some minutes at least. `scope` is what it is for. Throws `ConnectorFailure`. */
  token(scope: string): Promise<string>
  /** What is kept was refused: the next token is a new one. */
  forget(): void
}

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })
const refusalSchema = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) })

/** A token is not used in its last minutes: it must last until the connector has looked at it. */
const MARGIN_MS = 5 * 60_000

/**
 * Signs the app in with its password (OAuth 2.0 client credentials). A token is kept until shortly before it expires, and
 * is asked for once however many wait for it.
 */
export function createSignIn({ loginUrl, appId, appPassword, fetch = globalThis.fetch, timeoutMs = 10_000 }: Deps): SignIn {
  const kept = new Map<string, { token: Promise<string>; goodUntil: number }>()

  return {
    token(scope) {
      const known = kept.get(scope)
      if (known && performance.now() < known.goodUntil) return known.token
      const entry = { token: ask(), goodUntil: Number.POSITIVE_INFINITY }
      kept.set(scope, entry)
      return entry.token

      async function ask(): Promise<string> {
        const asked = performance.now()
        try {
          const { access_token, expires_in } = await exchange(scope)
          entry.goodUntil = asked + expires_in * 1000 - MARGIN_MS
          return access_token
        } catch (error) {
          entry.goodUntil = 0
          throw error
        }
      }
    },
    forget: () => kept.clear(),
  }

  async function exchange(scope: string): Promise<z.infer<typeof answerSchema>> {
    const response = await post(scope)
    const body = await response.json().catch(() => undefined)
    if (response.ok) {
      const answer = answerSchema.safeParse(body)
      if (answer.success) return answer.data
      throw new ConnectorFailure({ kind: 'notSignedIn', code: 'LOGIN_UNREADABLE' })
    }
    const refusal = refusalSchema.safeParse(body).data?.error
    const isRefused = response.status === 400 || response.status === 401 || response.status === 403
    if (isRefused && refusal) throw new ConnectorFailure({ kind: 'signInRefused', code: `LOGIN_${refusal}` })
    throw new ConnectorFailure({ kind: 'notSignedIn', code: `LOGIN_HTTP_${response.status}` })
  }

  async function post(scope: string): Promise<Response> {
    const form = { grant_type: 'client_credentials', client_id: appId, client_secret: appPassword, scope: `${scope}/.default` }
    try {
      return await fetch(`${loginUrl.replace(/\/+$/, '')}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams(form),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'manual',
      })
    } catch (error) {
      throw new ConnectorFailure({ kind: 'notSignedIn', code: 'LOGIN_UNREACHABLE' }, { cause: error })
    }
  }
}
