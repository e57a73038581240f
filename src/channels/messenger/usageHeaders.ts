import { z } from 'zod'
import { jsonOrUndefined } from '../../kernel/jsonOrUndefined.ts'
import type { GraphUsage } from './graphResult.ts'

const percent = z.number().nonnegative().catch(0).default(0)
const useSchema = z.object({
  call_count: percent,
  total_cputime: percent,
  total_time: percent,
  estimated_time_to_regain_access: z.number().nonnegative().catch(0).default(0),
})
type Use = z.infer<typeof useSchema>

/**
 * For how many milliseconds Meta asks us to stop: `Retry-After` (seconds), or the longest estimate (minutes) in
 * `X-Business-Use-Case-Usage`. Undefined when neither says so.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? 0)
  const minutes = Math.max(0, ...usesIn(headers).map((use) => use.estimated_time_to_regain_access))
  const longest = Math.max(Number.isFinite(seconds) ? seconds * 1000 : 0, minutes * 60_000)
  return longest > 0 ? longest : undefined
}

/** The highest use of a limit that the headers name, in percent; undefined when there is none, as before the first calls. */
export function usageOf(headers: Headers): GraphUsage | undefined {
  const uses = usesIn(headers)
  if (uses.length === 0) return undefined
  return { percent: Math.max(...uses.flatMap((use) => [use.call_count, use.total_cputime, use.total_time])) }
}

/** Business limits stand in lists by object id, the app's limit by itself. What cannot be read is left out. */
function usesIn(headers: Headers): Use[] {
  const business = z.record(z.string(), z.array(useSchema)).safeParse(jsonOrUndefined(headers.get('x-business-use-case-usage') ?? ''))
  const app = useSchema.safeParse(jsonOrUndefined(headers.get('x-app-usage') ?? ''))
  return [...Object.values(business.data ?? {}).flat(), ...(app.data ? [app.data] : [])]
}
