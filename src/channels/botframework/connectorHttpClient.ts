import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { z } from 'zod'
import { jsonOrUndefined } from '../../kernel/jsonOrUndefined.ts'
import { neverConnected } from '../../kernel/neverConnected.ts'
import { ConnectorFailure } from './connectorFailure.ts'

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>
export type ConnectorHttpClient = NonNullable<ConnectorOptions['httpClient']>
type Answer = Awaited<ReturnType<ConnectorHttpClient['sendRequest']>>

const refusalSchema = z.object({ error: z.object({ code: z.string().regex(/^[A-Za-z]{1,60}$/) }) })
/** Teams' own form: the code stands in a text within. */
const blockedInside = /"subCode\\?"\s*:\s*\\?"([A-Za-z]{1,60})\\?"/

/**
 * How the SDK's connector client talks HTTP: each request once, to where it was addressed, with an end to waiting. The
 * SDK's own way tries again three times after a broken connection or a server error, which can say a thing twice, waits
 * as long as it is told to, and follows redirects. Throws `ConnectorFailure` for whatever is not a success.
 */
export function createConnectorHttpClient({ timeoutMs = 15_000 } = {}): ConnectorHttpClient {
  return {
    async sendRequest(request) {
      const signal = AbortSignal.timeout(timeoutMs)
      const { status, headers, text } = await ask()
      if (status >= 200 && status < 300) return { request, status, headers: compatHeaders(headers), bodyAsText: text } as Answer
      throw new ConnectorFailure({ kind: 'answered', status, ...codeIn(text), ...pauseIn(headers) })

      async function ask() {
        try {
          const response = await fetch(request.url, {
            method: request.method,
            headers: expressible(request.headers.toJson({ preserveCase: true })),
            body: request.body as string,
            signal,
            redirect: 'manual',
          })
          return { status: response.status, headers: response.headers, text: await response.text() }
        } catch (error) {
          if (signal.aborted) throw new ConnectorFailure({ kind: 'timeout' })
          throw new ConnectorFailure({ kind: neverConnected(error) ? 'noConnection' : 'brokenOff' })
        }
      }
    },
  }
}

/** The SDK repeats the conversation's id in a header, which cannot hold every id; the path has it too. */
function expressible(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\t\x20-\x7e]*$/.test(value)))
}

const compatHeaders = (headers: Headers) => ({ toJson: () => Object.fromEntries(headers) })

function codeIn(text: string): { code?: string } {
  const code = refusalSchema.safeParse(jsonOrUndefined(text)).data?.error.code ?? blockedInside.exec(text)?.[1]
  return code ? { code } : {}
}

function pauseIn(headers: Headers): { retryAfterMs?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return seconds > 0 && seconds < 86_400 ? { retryAfterMs: seconds * 1000 } : {}
}
