import { z } from 'zod'
import type { Observation } from '../observation.ts'
import { ifReadable } from './ifReadable.ts'

const code = z.string().regex(/^[\w.-]{1,200}$/)
const changeSchema = z.object({ field: code, value: z.unknown().optional() })
const templateSchema = z.object({
  event: ifReadable(code),
  status: ifReadable(code),
  message_template_name: ifReadable(code),
  name: ifReadable(code),
})
const templateFields = new Set(['message_template_status_update', 'messenger_template_status_update'])

/** One item of `changes`, which is about the page and never about a person: a template's review, or something we do not use. */
export function readChange(change: unknown, at: Date): Observation {
  const { field, value } = changeSchema.parse(change)
  if (!templateFields.has(field)) return { kind: 'other', code: field, at }
  const { data } = templateSchema.safeParse(value)
  const status = data?.event ?? data?.status
  const template = data?.message_template_name ?? data?.name
  return { kind: 'templateStatus', at, ...(status ? { status } : {}), ...(template ? { template } : {}) }
}
