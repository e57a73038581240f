import { z } from 'zod'
import { jsonOrUndefined } from '../../kernel/jsonOrUndefined.ts'
import type { GraphClient } from './graphClient.ts'
import type { GraphResult } from './graphResult.ts'

const factsSchema = z
  .object({
    app_id: z.coerce.string().catch(''),
    is_valid: z.boolean(),
    scopes: z.array(z.string()).catch([]).default([]),
    expires_at: z.number().catch(0).default(0),
    data_access_expires_at: z.number().catch(0).default(0),
  })
  .transform((data) => ({
    appId: data.app_id,
    isValid: data.is_valid,
    scopes: data.scopes,
    expiresAt: data.expires_at,
    dataAccessExpiresAt: data.data_access_expires_at,
  }))

/** A batch answers a list of answers, each with its body as a text of JSON; one that was not done is null. */
const batchSchema = z.tuple([z.object({ code: z.number(), body: z.string() })]).transform(([{ code, body }]) => ({ code, body }))
const bodySchema = z.object({ data: factsSchema })
const refusalSchema = z.object({ error: z.object({ code: z.number() }) })

export type InspectedToken = z.infer<typeof factsSchema>

/**
 * What Meta knows of `token`. `asApp` carries the app's own token. Meta's `debug_token` wants the token in its address, and
 * addresses end in logs: so it is asked in a batch, whose addresses travel in the body.
 */
export async function inspectToken(asApp: GraphClient, token: string): Promise<GraphResult<{ token: InspectedToken }>> {
  const batch = [{ method: 'GET', relative_url: `debug_token?input_token=${encodeURIComponent(token)}` }]
  const result = await asApp.call({ method: 'POST', path: '', body: { batch, include_headers: false } }, batchSchema)
  if (result.kind !== 'ok') return result
  const answer = jsonOrUndefined(result.body)
  const refusal = refusalSchema.safeParse(answer)
  if (refusal.success) return { kind: 'graphError', httpStatus: result.code, code: refusal.data.error.code }
  const read = bodySchema.safeParse(answer)
  return read.success ? { kind: 'ok', token: read.data.data } : { kind: 'transport', reason: 'unreadable' }
}
