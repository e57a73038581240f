/** What the page reads of a Direct Line activity. Whatever arrives is treated as possibly incomplete. */
export type ChatActivity = {
  type: string
  id?: string
  timestamp?: string
  from?: { id?: string; role?: string; name?: string }
  text?: string
  attachments?: { contentType?: string; content?: HeroCard }[]
  suggestedActions?: { actions?: CardAction[] }
  channelData?: { clientActivityID?: string }
}

export type CardAction = { type?: string; title?: string; value?: unknown; text?: string; displayText?: string }

export type HeroCard = { title?: string; subtitle?: string; text?: string; buttons?: CardAction[] }

export type ActivitySet = { activities?: ChatActivity[]; watermark?: string }

export type Speaker = 'patient' | 'bot' | 'staff'

export function speakerOf({ from }: ChatActivity): Speaker {
  if (from?.role === 'user') return 'patient'
  return from?.id === 'bot' ? 'bot' : 'staff'
}
