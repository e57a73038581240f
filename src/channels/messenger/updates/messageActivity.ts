import type { PatientActivity } from '../../../conversation/activity.ts'
import type { Message } from './messageSchema.ts'
import { readAttachments } from './readAttachments.ts'

/**
 * A message in the Bot Framework's shape. What has nothing we can show (Meta calls it unsupported, or it is empty) gets
 * an attachment `unsupported`, so that the person is told instead of ignored.
 */
export function messageActivity(message: Message): PatientActivity {
  const text = message.text ?? commandText(message)
  const attachments = readAttachments(message.attachments ?? [], message.sticker_id)
  const unsupported = message.is_unsupported === true || (!text && attachments.length === 0)
  const shown = unsupported ? [...attachments, { contentType: 'unsupported' }] : attachments
  const channelData = { replyTo: message.reply_to?.mid, ref: message.referral }
  return {
    type: 'message',
    id: message.mid,
    ...(text === undefined ? {} : { text }),
    ...(message.quick_reply ? { value: message.quick_reply.payload } : {}),
    ...(shown.length > 0 ? { attachments: shown } : {}),
    ...(channelData.replyTo || channelData.ref ? { channelData: withoutAbsent(channelData) } : {}),
  }
}

function commandText({ commands }: Message): string | undefined {
  return commands && commands.length > 0 ? commands.map(({ name }) => `/${name}`).join(' ') : undefined
}

function withoutAbsent(facts: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
