import { type CardAction, type ChatActivity, type HeroCard, speakerOf } from './activity.ts'
import { cardAction, type Tap } from './cardAction.ts'
import { element } from './element.ts'
import { linkedText } from './linkedText.ts'

const heroCard = 'application/vnd.microsoft.card.hero'

/** The bubble and the cards of one message. What a patient wrote is left as it is: only the service makes links. */
export function messageBody(activity: ChatActivity, onTap: (tap: Tap) => void): HTMLElement[] {
  const words = speakerOf(activity) === 'patient' ? [activity.text ?? ''] : linkedText(activity.text ?? '')
  const bubble = activity.text ? [element('div', 'chat-message__bubble', ...words)] : []
  const cards = (activity.attachments ?? []).flatMap(({ contentType, content }) =>
    contentType === heroCard && content ? [cardElement(content, onTap)] : [],
  )
  return [...bubble, ...cards]
}

function cardElement({ title, subtitle, text, buttons = [] }: HeroCard, onTap: (tap: Tap) => void): HTMLElement {
  const card = element('div', 'chat-card')
  if (title) card.append(element('p', 'chat-card__title', title))
  for (const line of [subtitle, text]) if (line) card.append(element('p', '', ...linkedText(line)))
  const actions = buttons.flatMap((button: CardAction) => cardAction(button, 'chat-choice', onTap) ?? [])
  if (actions.length > 0) card.append(element('div', 'chat-card__actions', ...actions))
  return card
}
