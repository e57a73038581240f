import type { CardAction } from './activity.ts'
import { element } from './element.ts'
import { safeLink } from './safeLink.ts'

/** What tapping sends: the words that the patient is seen to say, and the payload that the bot understands. */
export type Tap = { text: string; value?: string }

/** A button for what answers, a link for what leads elsewhere; nothing for what cannot be shown. */
export function cardAction(action: CardAction, className: string, onTap: (tap: Tap) => void): HTMLElement | undefined {
  const value = typeof action.value === 'string' ? action.value : undefined
  const title = action.title || value
  if (!title) return undefined
  if (action.type === 'openUrl' || action.type === 'call') {
    return safeLink(action.type === 'call' && value && !value.startsWith('tel:') ? `tel:${value.replace(/\s/g, '')}` : (value ?? ''), title)
  }
  const button = element('button', className, title)
  button.type = 'button'
  button.addEventListener('click', () => onTap(value === undefined ? { text: title } : { text: title, value }))
  return button
}
