import type { CardAction } from './activity.ts'
import { cardAction, type Tap } from './cardAction.ts'
import { byId } from './element.ts'

/**
 * The suggested answers below the last message: there for as long as it is the last. They are outside of what is read
 * out as it comes, so those who hear the page are told that there are some.
 */
export function createChoices(onTap: (tap: Tap) => void) {
  const group = byId('chat-choices')
  const said = byId('chat-choices-said')
  return {
    show(actions: CardAction[]): void {
      group.replaceChildren(...actions.flatMap((action) => cardAction(action, 'chat-choice', onTap) ?? []))
      const count = group.childElementCount
      group.hidden = count === 0
      said.textContent = count > 0 ? `${count} suggested ${count === 1 ? 'answer' : 'answers'} below.` : ''
    },
    hide(): void {
      group.hidden = true
      group.replaceChildren()
      said.textContent = ''
    },
  }
}
