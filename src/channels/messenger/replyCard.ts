import type { Attachment, HeroCard } from 'botbuilder'
import { type ReplyAction, readAction } from './replyAction.ts'
import { replyLimits } from './replyLimits.ts'

export const heroCardType = 'application/vnd.microsoft.card.hero'

/** A card as far as Messenger can show it: words and things to tap. */
export type ReplyCard = { text: string; actions: ReplyAction[] }

/** Reads a hero card, or any card with the same fields; undefined for other attachments. Pictures become their addresses. */
export function readCard({ contentType, content }: Attachment): ReplyCard | undefined {
  if (!contentType.startsWith('application/vnd.microsoft.card.') || typeof content !== 'object' || content === null) return undefined
  const { title, subtitle, text, images, buttons, tap } = content as Partial<HeroCard>
  const actions = (buttons ?? []).map(readAction).filter((action) => action !== undefined)
  const whole = tap ? readAction(tap) : undefined
  if (whole && !actions.some(({ value }) => value === whole.value)) actions.push(whole)
  return { text: [title, subtitle, text, ...(images ?? []).map(({ url }) => url)].filter((line) => line?.trim()).join('\n'), actions }
}

/** Whether Meta's button template can show the whole card. */
export function fitsButtonTemplate({ text, actions }: ReplyCard): boolean {
  const { buttons, buttonText } = replyLimits
  return text !== '' && text.length <= buttonText && actions.length > 0 && actions.length <= buttons && actions.every(fitsButton)
}

/** The attachment of a presented message: a hero card that `toSendRequest` sends as a button template. */
export function toAttachment({ text, actions }: ReplyCard): Attachment {
  return { contentType: heroCardType, content: { text, buttons: actions.map(({ type, title, value }) => ({ type, title, value })) } }
}

function fitsButton({ kind, title, value }: ReplyAction): boolean {
  if (title.length > replyLimits.title) return false
  return kind === 'link' ? isWebAddress(value) : value.length <= replyLimits.payload
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
