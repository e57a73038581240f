import { createComposer } from './composer.ts'
import { createConversation } from './conversation.ts'
import { directLine } from './directLine.ts'
import { byId } from './element.ts'
import { createEndChat } from './endChat.ts'
import { endPauses } from './pause.ts'

const hour = 60 * 60 * 1000

byId('chat-starting').remove()
byId('chat').hidden = false

const conversation = createConversation()
createComposer(conversation.say)
createEndChat(conversation.end)

byId('chat-print').addEventListener('click', () => window.print())
window.addEventListener('online', endPauses)
window.addEventListener('offline', conversation.reconnect)
window.addEventListener('pageshow', endPauses)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) endPauses()
})
setInterval(() => void directLine.refresh(24 * hour).catch(() => undefined), hour)
