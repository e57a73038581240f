import { z } from 'zod'

const usageSchema = z.record(z.string(), z.array(z.object({ estimated_time_to_regain_access: z.number().optional() })))

/**
 * For how many milliseconds Meta asks us to stop: `Retry-After` (seconds), or the longest estimate (minutes) in
 * `X-Business-Use-Case-Usage`. Undefined when neither says so.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? 0)
  const longest = Math.max(Number.isFinite(seconds) ? seconds * 1000 : 0, usageMinutes(headers.get('x-business-use-case-usage')) * 60_000)
  return longest > 0 ? longest : undefined
}

function usageMinutes(header: string | null): number {
  if (header === null) return 0
  try {
    const usage = usageSchema.parse(JSON.parse(header))
    return Math.max(0, ...Object.values(usage).flatMap((uses) => uses.map((use) => use.estimated_time_to_regain_access ?? 0)))
  } catch {
    return 0
  }
}
