import { z } from 'zod'
import { appSecretProof } from './appSecretProof.ts'
import type { GraphResult } from './graphResult.ts'
import { retryAfterMs } from './retryAfter.ts'
import type { SendRequest } from './sendRequest.ts'

type Deps = {
  /** `https://graph.facebook.com`, or a stand-in. */
  baseUrl: string
  version: string
  pageId: string
  token: string
  appSecret: string
  fetch?: typeof globalThis.fetch
  timeoutMs?: number
}

const successSchema = z.object({ message_id: z.string().optional(), recipient_id: z.string().optional() })
const errorSchema = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().optional().catch(undefined),
    fbtrace_id: z.string().optional().catch(undefined),
  }),
})

export type GraphClient = {
  /** Sends one request; never throws. `timeoutMs` counts until the whole answer is read. */
  send(request: SendRequest, options?: { timeoutMs?: number }): Promise<GraphResult>
}

/** Meta's Send API for one page. The token travels in a header, never in an address; connections are kept open. */
export function createGraphClient({
  baseUrl,
  version,
  pageId,
  token,
  appSecret,
  fetch = globalThis.fetch,
  timeoutMs = 10_000,
}: Deps): GraphClient {
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/${version}/${encodeURIComponent(pageId)}/messages`)
  url.searchParams.set('appsecret_proof', appSecretProof(token, appSecret))
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }

  async function send(request: SendRequest, options: { timeoutMs?: number } = {}): Promise<GraphResult> {
    const signal = AbortSignal.timeout(options.timeoutMs ?? timeoutMs)
    try {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(request), signal, redirect: 'manual' })
      return readAnswer(response, await response.text())
    } catch {
      return { kind: 'transport', reason: signal.aborted ? 'timeout' : 'network' }
    }
  }

  return { send }
}

function readAnswer(response: Response, text: string): GraphResult {
  const body = jsonOrUndefined(text)
  const refusal = errorSchema.safeParse(body)
  if (refusal.success || !response.ok) {
    const { code, error_subcode, fbtrace_id } = refusal.data?.error ?? {}
    const pause = retryAfterMs(response.headers)
    return {
      kind: 'graphError',
      httpStatus: response.status,
      ...(code === undefined ? {} : { code }),
      ...(error_subcode === undefined ? {} : { subcode: error_subcode }),
      ...(fbtrace_id === undefined ? {} : { fbtraceId: fbtrace_id }),
      ...(pause === undefined ? {} : { retryAfterMs: pause }),
    }
  }
  const success = successSchema.safeParse(body)
  if (!success.success) return { kind: 'transport', reason: 'unreadable' }
  return { kind: 'ok', ...(success.data.message_id ? { messageId: success.data.message_id } : {}) }
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
