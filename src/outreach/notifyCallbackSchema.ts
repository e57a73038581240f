import { z } from 'zod'

/** A delivery receipt. `reference` is null for what others sent with the same service. */
export const receiptSchema = z.object({
  id: z.string().min(1).max(100),
  reference: z.string().max(1000).nullish(),
  status: z.enum(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure']),
  notification_type: z.enum(['sms', 'email']),
})

/** A text message that somebody sent. */
export const inboundSchema = z.object({
  id: z.string().min(1).max(100),
  source_number: z.string().min(1).max(30),
  message: z.string().max(5000),
})
