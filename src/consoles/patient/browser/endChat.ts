import { byId, element } from './element.ts'

/** "End chat and clear this screen", which asks first; and the way to a new chat afterwards. */
export function createEndChat(onEnd: () => void): void {
  const dialog = confirmDialog()
  const chat = byId('chat')
  chat.append(dialog)

  byId('chat-end').addEventListener('click', () => {
    dialog.returnValue = ''
    dialog.showModal()
  })
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'end') return
    onEnd()
    byId<HTMLTextAreaElement>('chat-text').value = ''
    chat.hidden = true
    chat.after(endedPanel())
    byId('chat-ended-title').focus()
  })
}

function confirmDialog(): HTMLDialogElement {
  const title = element('h2', 'nhsuk-heading-s', 'End this chat?')
  title.id = 'chat-confirm-title'
  const form = element(
    'form',
    'chat-confirm__buttons',
    answer('End chat and clear', 'end', 'warning'),
    answer('Go on chatting', 'stay', 'secondary'),
  )
  form.method = 'dialog'
  const text = element('p', '', 'Your messages will be cleared from this screen. You cannot come back to this chat.')
  const dialog = element('dialog', 'chat-confirm', title, text, form)
  dialog.setAttribute('aria-labelledby', title.id)
  return dialog
}

/** The careful answer has the focus. */
function answer(text: string, value: 'end' | 'stay', kind: string): HTMLButtonElement {
  const button = element('button', `nhsuk-button nhsuk-button--small nhsuk-button--${kind}`, text)
  button.value = value
  button.autofocus = value === 'stay'
  return button
}

function endedPanel(): HTMLElement {
  const title = element('h2', 'nhsuk-heading-m', 'This chat has ended')
  title.id = 'chat-ended-title'
  title.tabIndex = -1
  const again = element('button', 'nhsuk-button', 'Start a new chat')
  again.type = 'button'
  again.addEventListener('click', () => location.reload())
  const cleared = element('p', '', 'Your messages have been cleared from this screen.')
  const shared = element('p', '', 'On a shared computer, close this tab too.')
  return element('div', 'chat-ended', title, cleared, shared, again)
}
