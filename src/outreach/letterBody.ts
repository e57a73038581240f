import { preparation, whereToGo } from './emailBody.ts'
import type { NoticeAppointment, NoticeKind } from './notice.ts'
import type { ToldOrigin } from './noticeOrigin.ts'

/** The body of a letter: the story, where to go, what to know before, how to change it. In paragraphs, for staff to print. */
export function letterBody(kind: NoticeKind, appointment: NoticeAppointment, story: string, { chat, phone, from }: ToldOrigin): string {
  const goes = kind !== 'cancellation' && kind !== 'asked'
  const how = `ring ${phone}${chat ? `, or write to us at ${chat}` : ''}.`
  return [
    story,
    kind === 'change' ? 'If you have an older letter or message with another time, this one counts.' : '',
    ...(goes ? [whereToGo(appointment), preparation(appointment)] : []),
    kind === 'cancellation' ? `To book another time, ${how}` : `To change or cancel it, ${how}`,
    `From ${from}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}
