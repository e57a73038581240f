import type { Attachment } from 'botbuilder'
import type { PatientActivity } from '../../conversation/activity.ts'
import { cleanText } from '../directline/cleanText.ts'
import type { ReceivedActivity } from './receivedActivitySchema.ts'

const mostAttachments = 20

/**
 * A message in the words of our own activities. Of attachments only the kind is kept. One that holds nothing we can show
 * gets an attachment `unsupported`, so that the person is told instead of ignored.
 */
export function messageActivity(received: ReceivedActivity, id: string): PatientActivity {
  const { text, value } = wordsOf(received)
  const attachments = attachmentsOf(received, text)
  const isEmpty = !text && value === undefined && attachments.length === 0
  const shown = isEmpty ? [{ contentType: 'unsupported' }] : attachments
  return {
    type: 'message',
    id,
    text,
    ...(value === undefined ? {} : { value }),
    ...(shown.length > 0 ? { attachments: shown } : {}),
  }
}

/** Web Chat, which is in the Emulator, sends the payload of a tapped button as text and says so in `channelData.postBack`. */
function wordsOf({ text, value, channelData }: ReceivedActivity): { text: string; value?: unknown } {
  const payload = channelData?.postBack ? (value ?? text) : value
  return {
    text: text ?? cleanText(channelData?.messageBack?.displayText ?? ''),
    ...(payload == null || payload === '' ? {} : { value: typeof payload === 'string' ? cleanText(payload) : payload }),
  }
}

/** Teams sends each message a second time as an attachment in HTML. */
function attachmentsOf({ attachments }: ReceivedActivity, text: string): Attachment[] {
  const kinds = (attachments ?? []).slice(0, mostAttachments).map(({ contentType }) => contentType.toLowerCase())
  return kinds
    .filter((kind) => !(text && kind === 'text/html'))
    .map((kind) => ({ contentType: /^[a-z0-9.+*/-]{1,100}$/.test(kind) ? kind : 'unknown' }))
}
