import { type ChatActivity, type Speaker, speakerOf } from './activity.ts'
import type { Tap } from './cardAction.ts'
import { byId, element } from './element.ts'
import { messageBody } from './messageBody.ts'
import type { Unsent } from './outbox.ts'
import { timeElement } from './timeElement.ts'

const names: Record<Speaker, string> = { patient: 'You', bot: 'Automated assistant', staff: 'Staff' }
/** Messages of one speaker this close together, in milliseconds, share their line of name and time. */
const together = 5 * 60_000

/**
 * The conversation on the screen: what the server has shown, in its order, and below it what is still on its way.
 * A message that comes back stays where it is when its turn has come, so that it is not read out twice.
 */
export function createMessageList(onTap: (tap: Tap) => void) {
  const list = byId('chat-messages')
  const log = byId('chat-log')
  const onTheWay = new Map<string, HTMLElement>()

  function item(activity: ChatActivity): HTMLElement {
    const speaker = speakerOf(activity)
    const at = activity.timestamp ?? new Date().toISOString()
    const name = (speaker === 'staff' && activity.from?.name) || names[speaker]
    const made = element('li', `chat-message chat-message--${speaker}`)
    made.dataset.name = name
    made.dataset.at = at
    made.append(element('p', 'chat-message__by', name, ', ', timeElement(at)), ...messageBody(activity, onTap))
    made.append(element('p', 'chat-message__state'))
    return made
  }

  function firstOnTheWay(): HTMLElement | null {
    return onTheWay.values().next().value ?? null
  }

  function place(made: HTMLElement): void {
    if (made !== firstOnTheWay()) list.insertBefore(made, firstOnTheWay())
    markFollowing(made)
    markFollowing(made.nextElementSibling)
  }

  return {
    /** A message that the server shows; `clientId` when it is one of ours. */
    show(activity: ChatActivity, clientId?: string): HTMLElement {
      const known = clientId ? onTheWay.get(clientId) : undefined
      const made = known ?? item(activity)
      if (known) showAsKept(known, activity.text)
      setState(made, '')
      place(made)
      if (clientId) onTheWay.delete(clientId)
      return made
    },
    showUnsent({ clientId, text, at }: Unsent): HTMLElement {
      const made = item({ type: 'message', text, timestamp: at, from: { role: 'user' } })
      list.append(made)
      onTheWay.set(clientId, made)
      setState(made, 'sending')
      markFollowing(made)
      return made
    },
    markSent(clientId: string): void {
      const made = onTheWay.get(clientId)
      if (made) setState(made, '')
    },
    markRefused(clientId: string): void {
      const made = onTheWay.get(clientId)
      if (made) setState(made, 'refused')
      onTheWay.delete(clientId)
    },
    notice(text: string): void {
      list.insertBefore(element('li', 'chat-notice', text), firstOnTheWay())
    },
    /** Messages that an earlier conversation took stay as they are. */
    forgetTaken(clientIds: string[]): void {
      for (const clientId of clientIds) onTheWay.delete(clientId)
    },
    /** What comes now was there before: it is not read out. */
    quieten(): void {
      log.setAttribute('aria-live', 'off')
      setTimeout(() => log.setAttribute('aria-live', 'polite'), 1000)
    },
    clear: () => list.replaceChildren(),
  }
}

/** What the service has hidden in a message is hidden on the screen too. */
function showAsKept(made: HTMLElement, text: string | undefined): void {
  const bubble = made.querySelector('.chat-message__bubble')
  if (bubble && text && bubble.textContent !== text) bubble.textContent = text
}

function setState(made: HTMLElement, state: '' | 'sending' | 'refused'): void {
  made.classList.toggle('chat-message--pending', state === 'sending')
  const line = made.querySelector('.chat-message__state')
  if (!line) return
  line.classList.toggle('chat-message__state--failed', state === 'refused')
  line.textContent = { '': '', sending: 'Sending…', refused: 'Not sent. Please write it again in a different way.' }[state]
}

function markFollowing(made: Element | null): void {
  const before = made?.previousElementSibling
  if (!(made instanceof HTMLElement) || !made.dataset.at) return
  const follows =
    before instanceof HTMLElement &&
    before.dataset.name === made.dataset.name &&
    Date.parse(made.dataset.at) - Date.parse(before.dataset.at ?? '') < together
  made.classList.toggle('chat-message--follows', follows)
}
