import type { z } from 'zod'

/** A side field: when it is null, missing or of an unexpected shape it counts as absent and does not cost the event. */
export function ifReadable<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? undefined)
}
