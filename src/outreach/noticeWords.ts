import { isDiscreet } from './discreet.ts'
import { emailBody } from './emailBody.ts'
import { letterBody } from './letterBody.ts'
import type { NoticeAppointment, NoticeKind } from './notice.ts'
import type { NoticeOrigin, ToldOrigin } from './noticeOrigin.ts'
import { noticeStory } from './noticeStory.ts'
import { smsSegments, withoutTypography } from './smsSegments.ts'
import { spokenTime } from './spokenTime.ts'

/** A letter is in paragraphs, without address and greeting. */
export type NoticeWords = { sms: string; email: { subject: string; body: string }; letter: { subject: string; body: string } }

/** More are paid for one by one, and may arrive in the wrong order. */
const SEGMENTS = 2

/**
 * A notice in words, as a text message, an email and a letter. Phones show the first two on their lock screens, and others open letters: none
 * tells what the appointment is for, not even by the service's name or address.
 */
export function noticeWords(kind: NoticeKind, appointment: NoticeAppointment, origin: NoticeOrigin): NoticeWords {
  const told = { ...withoutTellingLinks(origin), from: senderPhrase(origin.name) }
  const story = noticeStory(kind, appointment)
  return {
    sms: smsText(kind, story, told),
    email: { subject: subject(kind, appointment), body: emailBody(kind, appointment, story, told) },
    letter: { subject: subject(kind, appointment), body: letterBody(kind, appointment, story, told) },
  }
}

/** Who it is from: the service's name, unless that tells what the appointment is for. */
export function senderPhrase(name: string): string {
  return isDiscreet(name) ? name : 'the appointments team'
}

function withoutTellingLinks({ chat, calendar, ...origin }: NoticeOrigin): NoticeOrigin {
  return { ...origin, ...(chat && isDiscreet(chat) ? { chat } : {}), ...(calendar && isDiscreet(calendar) ? { calendar } : {}) }
}

/** Where it would be too long, the calendar's address is left to the email. */
function smsText(kind: NoticeKind, story: string, { chat, phone, calendar, from }: ToldOrigin): string {
  const how = `${kind === 'cancellation' ? 'To book again' : 'To change it'}: ${chat ? `${chat} or ` : ''}${phone}`
  const end = `From ${from}. Reply STOP to stop these messages.`
  const text = (...lines: string[]) => withoutTypography([story, how, ...lines, end].join('\n'))
  const whole = kind === 'asked' || !calendar ? text() : text(`Calendar: ${calendar}`)
  return smsSegments(whole).segments <= SEGMENTS ? whole : text()
}

function subject(kind: NoticeKind, appointment: NoticeAppointment): string {
  const time = spokenTime(appointment)
  switch (kind) {
    case 'asked':
      return `You asked for an appointment on ${time}`
    case 'confirmation':
      return `Your appointment on ${time}`
    case 'change':
      return `Your appointment is now on ${time}`
    case 'cancellation':
      return `Your appointment on ${time} is cancelled`
    case 'weekBefore':
    case 'daysBefore':
      return `Reminder: your appointment on ${time}`
  }
}
