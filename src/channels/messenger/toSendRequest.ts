import type { OutgoingMessage } from '../../conversation/channel.ts'
import { outboxMarker } from './outboxMarker.ts'
import { type ReplyAction, readAction } from './replyAction.ts'
import { readCard } from './replyCard.ts'
import type { GraphButton, QuickReply, SendRequest } from './sendRequest.ts'

/**
 * The Send API request for one presented message (`presentReply`), which keeps Meta's limits already. The outbox id
 * travels as metadata, so that the echo tells which message arrived.
 */
export function toSendRequest({ id, address, reply, afterWindow }: OutgoingMessage): SendRequest {
  const card = reply.attachments?.[0] ? readCard(reply.attachments[0]) : undefined
  const quickReplies = (reply.suggestedActions?.actions ?? []).map(readAction).filter((action) => action !== undefined)
  return {
    recipient: { id: address },
    ...(afterWindow ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' }),
    message: {
      ...(card
        ? { attachment: { type: 'template', payload: { template_type: 'button', text: card.text, buttons: card.actions.map(button) } } }
        : { text: reply.text ?? '' }),
      ...(quickReplies.length > 0 ? { quick_replies: quickReplies.map(quickReply) } : {}),
      metadata: outboxMarker(id),
    },
  }
}

function button({ kind, title, value }: ReplyAction): GraphButton {
  return kind === 'link' ? { type: 'web_url', title, url: value } : { type: 'postback', title, payload: value }
}

function quickReply({ title, value }: ReplyAction): QuickReply {
  return { content_type: 'text', title, payload: value }
}
