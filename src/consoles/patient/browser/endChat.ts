import { byId } from './element.ts'

/** "End chat and clear this screen", which asks first; and the way to a new chat afterwards. */
export function createEndChat(onEnd: () => void): void {
  const dialog = byId<HTMLDialogElement>('chat-confirm')
  const ended = byId('chat-ended')

  byId('chat-end').addEventListener('click', () => {
    dialog.returnValue = ''
    dialog.showModal()
  })
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'end') return
    onEnd()
    byId<HTMLTextAreaElement>('chat-text').value = ''
    byId('chat').hidden = true
    ended.hidden = false
    byId('chat-ended-title').focus()
  })
  byId('chat-restart').addEventListener('click', () => location.reload())
}
