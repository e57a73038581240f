import { z } from 'zod'
import { cleanText } from './cleanText.ts'
import { ifReadable } from './ifReadable.ts'
import { platformId } from './platformId.ts'
import { referralRef } from './referral.ts'

const words = z.string().transform(cleanText)

/** `message` of an update, from a person or echoed. Only the `mid` must be right; without it we could not tell it from its repetition. */
export const messageSchema = z.object({
  mid: platformId,
  text: ifReadable(words),
  quick_reply: ifReadable(z.object({ payload: words })),
  reply_to: ifReadable(z.object({ mid: platformId })),
  attachments: ifReadable(z.array(z.unknown())),
  sticker_id: ifReadable(platformId),
  commands: ifReadable(z.array(z.object({ name: words }))),
  referral: ifReadable(referralRef),
  is_deleted: ifReadable(z.boolean()),
  is_unsupported: ifReadable(z.boolean()),
  is_echo: ifReadable(z.boolean()),
  app_id: ifReadable(platformId),
  metadata: ifReadable(z.string()),
})

export type Message = z.infer<typeof messageSchema>
