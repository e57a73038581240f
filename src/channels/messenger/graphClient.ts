import { z } from 'zod'
import { jsonOrUndefined } from '../../kernel/jsonOrUndefined.ts'
import { neverConnected } from '../../kernel/neverConnected.ts'
import { appSecretProof } from './appSecretProof.ts'
import type { GraphResult } from './graphResult.ts'
import { retryAfterMs, usageOf } from './usageHeaders.ts'

type Deps = {
  /** `https://graph.facebook.com`, or a stand-in. */
  baseUrl: string
  version: string
  token: string
  appSecret: string
  fetch?: typeof globalThis.fetch
  timeoutMs?: number
}

export type GraphRequest = {
  method: 'GET' | 'POST' | 'DELETE'
  /** Below the version: `100/messages`. */
  path: string
  query?: Record<string, string>
  body?: unknown
  /** Counts until the whole answer is read. */
  timeoutMs?: number
}

export type GraphClient = {
  /** Asks the Graph API and reads its answer by `schema`; never throws. */
  call<Answer extends object>(request: GraphRequest, schema: z.ZodType<Answer>): Promise<GraphResult<Answer>>
}

const errorSchema = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().optional().catch(undefined),
    message: z.string().optional().catch(undefined),
    fbtrace_id: z.string().optional().catch(undefined),
  }),
})

/** Meta's Graph API for one page. The token travels in a header, never in an address; connections are kept open. */
export function createGraphClient({
  baseUrl,
  version,
  token,
  appSecret,
  fetch = globalThis.fetch,
  timeoutMs: usualTimeoutMs = 10_000,
}: Deps): GraphClient {
  const proof = appSecretProof(token, appSecret)

  function addressOf({ path, query = {} }: GraphRequest): URL {
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/${version}/${path}`)
    for (const [name, value] of Object.entries({ ...query, appsecret_proof: proof })) url.searchParams.set(name, value)
    return url
  }

  return {
    async call(request, schema) {
      const signal = AbortSignal.timeout(request.timeoutMs ?? usualTimeoutMs)
      try {
        const response = await fetch(addressOf(request), {
          method: request.method,
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
          signal,
          redirect: 'manual',
        })
        return readAnswer(response, await response.text(), schema)
      } catch (error) {
        if (signal.aborted) return { kind: 'transport', reason: 'timeout' }
        return { kind: 'transport', reason: neverConnected(error) ? 'noConnection' : 'brokenOff' }
      }
    },
  }
}

function readAnswer<Answer extends object>(response: Response, text: string, schema: z.ZodType<Answer>): GraphResult<Answer> {
  const body = jsonOrUndefined(text)
  const found = usageOf(response.headers)
  const usage = found ? { usage: found } : {}
  const refusal = errorSchema.safeParse(body)
  if (refusal.success || !response.ok) {
    const { code, error_subcode, message, fbtrace_id } = refusal.data?.error ?? {}
    const pause = retryAfterMs(response.headers)
    return {
      kind: 'graphError',
      httpStatus: response.status,
      ...(code === undefined ? {} : { code }),
      ...(error_subcode === undefined ? {} : { subcode: error_subcode }),
      ...(message === undefined ? {} : { message }),
      ...(fbtrace_id === undefined ? {} : { fbtraceId: fbtrace_id }),
      ...(pause === undefined ? {} : { retryAfterMs: pause }),
      ...usage,
    }
  }
  const success = schema.safeParse(body)
  if (!success.success) return { kind: 'transport', reason: 'unreadable' }
  return { kind: 'ok', ...usage, ...success.data }
}
