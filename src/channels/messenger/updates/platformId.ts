import { z } from 'zod'

/**
 * An id that Meta made (page, person, message, app), always a string here. Old payloads carry numbers; a number past
 * 2^53 was already changed by JSON.parse and would name somebody else, so it is the fault UNSAFE_ID.
 */
export const platformId = z.unknown().transform((value, context): string => {
  if (typeof value === 'string' && /^[\x21-\x7e]{1,400}$/.test(value)) return value
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value)
  context.addIssue({ code: 'custom', message: typeof value === 'number' ? 'UNSAFE_ID' : 'MALFORMED' })
  return z.NEVER
})
