/** A Send API body, as far as the stand-in looks into it. Everything is optional: it comes from the code under test. */
export type SendBody = {
  recipient?: { id?: string }
  messaging_type?: string
  tag?: string
  sender_action?: string
  message?: {
    text?: string
    metadata?: string
    quick_replies?: { content_type?: string; title?: string; payload?: string }[]
    attachment?: { type?: string; payload?: { template_type?: string; text?: string; buttons?: Button[] } }
  }
}

type Button = { type: string; title: string; payload?: string; url?: string }

export type GraphFault = { httpStatus: number; code: number; subcode?: number; message: string }

/** What Meta would refuse in this body, by its published limits; undefined when it would take it. */
export function judgeSend(raw: unknown): GraphFault | undefined {
  if (typeof raw !== 'object' || raw === null) return bad('the body is not a JSON object')
  const { recipient, messaging_type, tag, sender_action, message } = raw as SendBody
  if (!recipient?.id) return bad('recipient.id is missing')
  if (message && sender_action) return { ...bad('message and sender_action together'), subcode: 2018014 }
  if (sender_action) return ['typing_on', 'typing_off', 'mark_seen'].includes(sender_action) ? undefined : bad('unknown sender_action')
  if (!message) return bad('message is missing')
  if (messaging_type === 'MESSAGE_TAG' ? tag !== 'HUMAN_AGENT' : messaging_type !== 'RESPONSE' && messaging_type !== 'UPDATE')
    return bad('messaging_type or tag is missing or was removed')
  return judgeMessage(message)
}

/** When a person last wrote, and whether the app was granted Human Agent. */
export type SendWindow = { lastSeen: Date | undefined; isClosed: boolean; now: Date; hasHumanAgent: boolean }

const HOUR_MS = 3_600_000

/** Meta's reply window: 24 hours for everybody, seven days for a person's own words, which need the tag. */
export function judgeWindow(
  { messaging_type, sender_action }: SendBody,
  { lastSeen, isClosed, now, hasHumanAgent }: SendWindow,
): GraphFault | undefined {
  if (sender_action) return undefined
  const age = lastSeen ? now.getTime() - lastSeen.getTime() : 0
  const isTagged = messaging_type === 'MESSAGE_TAG'
  if (isTagged && !hasHumanAgent) return { httpStatus: 400, code: 10, message: 'Application does not have permission for this action' }
  const isOver = isTagged ? age >= 7 * 24 * HOUR_MS : isClosed || age >= 24 * HOUR_MS
  return isOver ? { httpStatus: 400, code: 10, subcode: 2018278, message: 'Outside of allowed window' } : undefined
}

function judgeMessage({
  text,
  attachment,
  quick_replies: quickReplies,
  metadata,
}: NonNullable<SendBody['message']>): GraphFault | undefined {
  if (metadata !== undefined && metadata.length >= 1000) return bad('metadata is too long')
  if ((text === undefined) === (attachment === undefined)) return bad('text or attachment, and only one of them')
  if (text !== undefined && (text.trim() === '' || text.length > 2000)) return bad('text is empty or longer than 2000')
  if (attachment) {
    const fault = judgeTemplate(attachment)
    if (fault) return fault
  }
  if (quickReplies === undefined) return undefined
  if (quickReplies.length < 1 || quickReplies.length > 13) return bad('1 to 13 quick replies')
  const wrong = quickReplies.some(
    ({ content_type, title, payload }) => content_type !== 'text' || !within(title, 20) || !within(payload, 1000),
  )
  return wrong ? bad('a quick reply has a wrong type, title or payload') : undefined
}

function judgeTemplate({ type, payload }: { type?: string; payload?: { template_type?: string; text?: string; buttons?: Button[] } }) {
  if (type !== 'template' || payload?.template_type !== 'button') return bad('only the button template is known here')
  if (!within(payload.text, 640)) return bad('the template text is empty or longer than 640')
  const buttons = payload.buttons ?? []
  if (buttons.length < 1 || buttons.length > 3) return bad('1 to 3 buttons')
  const wrong = buttons.some((button) => {
    if (!within(button.title, 20)) return true
    return button.type === 'web_url' ? !URL.canParse(button.url ?? '') : button.type !== 'postback' || !within(button.payload, 1000)
  })
  return wrong ? bad('a button has a wrong type, title, payload or url') : undefined
}

function within(text: string | undefined, limit: number): boolean {
  return text !== undefined && text.length >= 1 && text.length <= limit
}

function bad(message: string): GraphFault {
  return { httpStatus: 400, code: 100, message }
}
