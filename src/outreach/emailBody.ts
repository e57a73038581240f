import { discreetSentences } from './discreet.ts'
import type { NoticeAppointment, NoticeKind } from './notice.ts'
import type { ToldOrigin } from './noticeOrigin.ts'

/** The body of an email: the story, where to go, what to know before, how to change it. In paragraphs, for Notify's template. */
export function emailBody(
  kind: NoticeKind,
  appointment: NoticeAppointment,
  story: string,
  { chat, phone, calendar, from }: ToldOrigin,
): string {
  const goes = kind !== 'cancellation' && kind !== 'asked'
  const how = `${chat ? `go to ${chat} or ` : ''}ring ${phone}.`
  return [
    story,
    kind === 'change' ? 'If you have an older letter or message with another time, this one counts.' : '',
    ...(goes ? [whereToGo(appointment), preparation(appointment)] : []),
    kind === 'cancellation' ? `To book another time, ${how}` : `To change or cancel it, ${how}`,
    calendar && kind !== 'asked' ? `For your calendar: ${calendar}` : '',
    'We will never ask you for payment or bank details.',
    `To get no more of these emails, ring ${phone}.`,
    `From ${from}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** The site's door, address, access and parking, in sentences that tell nothing. */
export function whereToGo({ site: { practicals } }: NoticeAppointment): string {
  const { door, address, access, parking, blueBadge, bus } = practicals
  return [door, address, access, parking, blueBadge, bus]
    .map((text) => discreetSentences(text ?? ''))
    .filter(Boolean)
    .join('\n\n')
}

/** Below the fold, and needed: it shows on the pictures. */
export function preparation({ programme }: NoticeAppointment): string {
  return programme === 'breast' ? 'Allow about half an hour. Please wear no deodorant or talc that day.' : ''
}
