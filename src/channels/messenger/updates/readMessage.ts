import { z } from 'zod'
import { messageActivity } from './messageActivity.ts'
import { messageSchema } from './messageSchema.ts'
import { personEvent } from './personEvent.ts'
import { readEcho } from './readEcho.ts'
import type { Reading, Update } from './update.ts'

const itemSchema = z.object({ message: messageSchema })

/** `messages` and `message_echoes`: what a person wrote, sent or deleted, or what the page said to them. */
export function readMessage(update: Update): Reading {
  const { message } = itemSchema.parse(update.item)
  if (message.is_echo) return readEcho(update, message)
  const { mid } = message
  if (message.is_deleted)
    return personEvent(update, { key: `${mid}:deleted`, activity: { type: 'messageDelete', id: mid }, opensWindow: false })
  return personEvent(update, { key: mid, activity: messageActivity(message), opensWindow: true, ref: message.referral })
}
