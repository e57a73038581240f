import type { TranscriptEntry } from '../../conversation/transcriptEntry.ts'

/** An activity as a Direct Line client sees it. */
export type DirectLineActivity = {
  type: string
  id?: string
  timestamp: string
  channelId: 'directline'
  from: { id: string; role: 'user' | 'bot'; name?: string }
  conversation: { id: string }
} & Record<string, unknown>

/** What of an activity goes out; everything else stays here. */
const shown = ['name', 'text', 'textFormat', 'suggestedActions', 'attachments', 'attachmentLayout', 'inputHint', 'replyToId'] as const

/** Nothing for `system` entries: nobody said them. */
export function toDirectLineActivity(conversationId: string, entry: TranscriptEntry): DirectLineActivity | undefined {
  if (entry.author === 'system') return undefined
  const { activity } = entry
  return {
    type: activity.type,
    id: (entry.author === 'patient' && activity.id) || entry.id,
    timestamp: entry.at.toISOString(),
    channelId: 'directline',
    from: speaker(entry),
    conversation: { id: conversationId },
    ...Object.fromEntries(shown.filter((member) => activity[member] != null).map((member) => [member, activity[member]])),
    ...(activity.channelData == null ? {} : { channelData: activity.channelData }),
  }
}

function speaker({ author, activity }: TranscriptEntry): DirectLineActivity['from'] {
  if (author === 'patient') return { id: activity.from?.id || 'patient', role: 'user' }
  if (author === 'staff') return { id: 'staff', role: 'bot', ...(activity.from?.name ? { name: activity.from.name } : {}) }
  return { id: 'bot', role: 'bot' }
}
