import { z } from 'zod'
import { ifReadable } from './ifReadable.ts'
import { personId } from './personId.ts'
import { platformId } from './platformId.ts'
import { readTime } from './readTime.ts'
import type { Reading, Update } from './update.ts'

const deliverySchema = z.object({ delivery: z.object({ mids: ifReadable(z.array(platformId)), watermark: z.unknown().optional() }) })
const readSchema = z.object({ read: z.object({ watermark: z.unknown().optional() }) })

/** `message_deliveries`: everything before the watermark has arrived; `mids` may be missing. */
export function readDelivery(update: Update): Reading {
  const { mids = [], watermark } = deliverySchema.parse(update.item).delivery
  return { observation: { kind: 'delivery', at: update.occurredAt, address: personId(update), mids, ...until(watermark) } }
}

/** `message_reads`: everything before the watermark has been seen. */
export function readRead(update: Update): Reading {
  const { watermark } = readSchema.parse(update.item).read
  return { observation: { kind: 'read', at: update.occurredAt, address: personId(update), ...until(watermark) } }
}

function until(told: unknown): { watermark?: Date } {
  const watermark = readTime(told)
  return watermark ? { watermark } : {}
}
