import type { Reply } from '../conversation/activity.ts'

type Card = { lines: string[]; buttons: string[] }

/** What of an activity a colleague sees. */
export type ShownActivity = {
  text?: string
  /** What the patient may tap. */
  choices?: string[]
  cards?: Card[]
  /** In words: "a picture", "a voice message". */
  attachments?: string[]
  /** Numbers or a date of birth were in it, and were hidden before anything was kept. */
  isMasked?: true
  /** It takes the place of an earlier message. */
  isEdited?: true
  /** Something that was done, not said, by its name; `text` tells it. */
  event?: string
  /** An emoji or its name, set on an earlier message. */
  reaction?: string
}

const heroCard = 'application/vnd.microsoft.card.hero'

/** Pure. Whatever was kept may be incomplete. */
export function shownActivity(activity: Reply): ShownActivity {
  if (activity.type === 'messageReaction') return { reaction: reactionOf(activity) }
  if (activity.type === 'event') {
    const event = activity.name ?? 'unknown'
    const who = typeof activity.value === 'string' ? activity.value : 'A colleague'
    return { event, text: activity.text || eventWords(event, who) }
  }
  const attachments = activity.attachments ?? []
  const cards = attachments.filter(({ contentType }) => contentType === heroCard).map(({ content }) => toCard(content ?? {}))
  const others = attachments.filter(({ contentType }) => contentType !== heroCard).map(({ contentType }) => nameOf(contentType ?? ''))
  const choices = (activity.suggestedActions?.actions ?? []).flatMap(({ title }) => title || [])
  return {
    ...(activity.text ? { text: activity.text } : {}),
    ...(choices.length > 0 ? { choices } : {}),
    ...(cards.length > 0 ? { cards } : {}),
    ...(others.length > 0 ? { attachments: others } : {}),
    ...(activity.channelData?.masked ? { isMasked: true as const } : {}),
    ...(activity.type === 'messageUpdate' ? { isEdited: true as const } : {}),
  }
}

/** One line for a list. */
export function wordsOf({ text, cards, attachments, reaction }: ShownActivity): string {
  if (reaction) return `Reacted: ${reaction}`
  const line = text ?? cards?.[0]?.lines[0] ?? (attachments ? `Sent ${attachments.join(' and ')}` : undefined)
  return (line ?? '').replace(/\s+/g, ' ').slice(0, 160)
}

/** What happened without words; `who` is the colleague whom it concerns. */
function eventWords(name: string, who: string): string {
  switch (name) {
    case 'getStarted':
      return 'Pressed “Get started”'
    case 'referral':
      return 'Came by a link'
    case 'identityChecked':
      return 'Filled in “Check it’s you”: the identity is confirmed'
    case 'takenOver':
      return `${who} took the conversation`
    case 'passed':
      return `Passed to ${who}`
    case 'released':
      return `${who} put it back into the queue`
    case 'ownerGone':
      return `${who} had gone: back in the queue`
    case 'handedBack':
      return `${who} handed back to the assistant`
    case 'passedToInbox':
      return `${who} passed it to the page inbox`
    case 'threadControl':
      return 'Messenger passed the conversation on'
    default:
      return 'Something else happened'
  }
}

function toCard({ title, subtitle, text, buttons = [] }: CardContent): Card {
  return { lines: [title, subtitle, text].flatMap((line) => line || []), buttons: buttons.flatMap((button) => button.title || []) }
}

type CardContent = { title?: string; subtitle?: string; text?: string; buttons?: { title?: string }[] }

function reactionOf({ reactionsAdded = [], reactionsRemoved }: Reply): string {
  return reactionsRemoved ? 'took a reaction back' : (reactionsAdded[0]?.type ?? 'a reaction')
}

function nameOf(contentType: string): string {
  if (contentType === 'unreadable') return 'something that can no longer be read'
  if (contentType.includes('sticker')) return 'a sticker'
  if (contentType.startsWith('image')) return 'a picture'
  if (contentType.startsWith('audio')) return 'a voice message'
  if (contentType.startsWith('video')) return 'a video'
  if (contentType === 'text/calendar') return 'a calendar entry'
  return 'a file'
}
