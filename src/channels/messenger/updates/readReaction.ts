import { z } from 'zod'
import { cleanText } from './cleanText.ts'
import { ifReadable } from './ifReadable.ts'
import { personEvent } from './personEvent.ts'
import { personId } from './personId.ts'
import { platformId } from './platformId.ts'
import type { Reading, Update } from './update.ts'

const itemSchema = z.object({
  reaction: z.object({
    mid: platformId,
    action: z.enum(['react', 'unreact']),
    reaction: ifReadable(z.string().transform(cleanText)),
    emoji: ifReadable(z.string().transform(cleanText)),
  }),
})

/** `message_reactions`: a reaction set or taken back. Setting one opens the window; both names of it may be absent on taking back. */
export function readReaction(update: Update): Reading {
  const { mid, action, reaction, emoji } = itemSchema.parse(update.item).reaction
  const reactions = [{ type: reaction ?? emoji ?? 'other' }]
  return personEvent(update, {
    key: `reaction:${mid}:${personId(update)}:${action}:${update.occurredAt.getTime()}`,
    activity: {
      type: 'messageReaction',
      replyToId: mid,
      ...(action === 'react' ? { reactionsAdded: reactions } : { reactionsRemoved: reactions }),
    },
    opensWindow: action === 'react',
  })
}
