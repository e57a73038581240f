import { z } from 'zod'
import { cleanText } from './cleanText.ts'
import { personEvent } from './personEvent.ts'
import { platformId } from './platformId.ts'
import type { Reading, Update } from './update.ts'

const itemSchema = z.object({
  message_edit: z.object({ mid: platformId, text: z.string().transform(cleanText), num_edit: platformId.nullish() }),
})

/** `message_edits`: the whole new text of a message. It opens no window. */
export function readMessageEdit(update: Update): Reading {
  const { mid, text, num_edit } = itemSchema.parse(update.item).message_edit
  const key = `${mid}:edit:${num_edit ?? update.occurredAt.getTime()}`
  return personEvent(update, { key, activity: { type: 'messageUpdate', id: mid, text }, opensWindow: false })
}
