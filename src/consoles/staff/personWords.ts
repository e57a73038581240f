import type { AppointmentStatus, Author } from '../../booking/appointment.ts'
import type { AppointmentChange } from '../../booking/appointmentHistory.ts'
import type { Need } from '../../booking/need.ts'
import type { StaffOnly } from '../../booking/participant.ts'
import type { NoticeKind, NoticeStatus, Via } from '../../outreach/notice.ts'

/** Why somebody's record is looked at: as a colleague chooses it, and as a link from other work says it. */
export const readReasons = {
  phone: 'She is on the phone',
  conversation: 'In her conversation',
  clinicList: 'Clinic list',
  request: 'Her request',
  callBack: 'To call her back',
  letter: 'A letter to her',
  clinicCancelled: 'Her clinic was cancelled',
} as const

export const needWords: Record<Need, string> = {
  longer: 'More time',
  stepFree: 'No steps',
  implants: 'Breast implants',
  device: 'An implanted device',
  interpreter: 'An interpreter',
  hearing: 'Help with hearing',
  sight: 'Help with sight',
  support: 'Somebody with her',
  other: 'Something else',
}

/** In the order of the form; what is no need is left out. */
export const needsAmong = (some: readonly string[]): Need[] => (Object.keys(needWords) as Need[]).filter((need) => some.includes(need))

export const staffOnlyWords: Record<StaffOnly, string> = {
  veryHighRisk: 'She is at very high risk and has a programme of her own. Do not book her here unless her team has asked for it.',
  neverMammogram: 'She must never have a mammogram.',
  recentMammogram: 'She had a mammogram less than six months ago.',
  bothBreastsRemoved: 'Both breasts have been removed. Ask the team before anything is booked.',
  deceased: 'She has died. Nothing can be booked, and nothing is sent.',
  ceased: 'She has asked not to be invited any more.',
  notInvited: 'She has not been invited in this round. She may ask all the same.',
  other: 'The bot must not book for her. The office’s own system says why.',
}

export const statusWords: Record<AppointmentStatus, string> = {
  asked: 'Asked for',
  booked: 'Booked',
  confirmed: 'Confirmed',
  attended: 'Attended',
  attendedNotScreened: 'Attended, not screened',
  didNotAttend: 'Did not attend',
  cancelled: 'Cancelled',
}

/** Why staff end an appointment; `died`: nothing is sent. */
export const cancelReasons = {
  sheAsked: 'She asked for it',
  notThisTime: 'She does not want to come this time',
  siteProblem: 'It is not possible at this site',
  officeMistake: 'A mistake of ours',
  died: 'She has died: nothing is sent',
  other: 'Something else',
} as const

const changeReasons: Record<string, string> = {
  changed: 'another took its place',
  withdrawn: 'she asked for another',
  moved: 'it was moved',
  optOutForGood: 'she does not want to be invited any more',
  clinicCancelled: 'the clinic was cancelled',
  recorded: 'as the office recorded it',
  officeMoved: 'we had to move it',
  notThisTime: 'she does not want to come this time',
  sheAsked: 'she asked for it',
  siteProblem: 'not possible at the site',
  officeMistake: 'a mistake of ours',
  died: 'she has died',
  other: 'see the audit log',
}

const authors: Record<Author['kind'], string> = { patient: 'herself', staff: 'staff', office: 'the office’s system', system: 'the service' }

/** "Cancelled by Priya: the clinic was cancelled". */
export function changeWords({ status, author, reason }: AppointmentChange): string {
  const why = changeReasons[reason]
  return `${statusWords[status]} by ${author.name ?? authors[author.kind]}${why ? `: ${why}` : ''}`
}

export const noticeKindWords: Record<NoticeKind, string> = {
  asked: 'That it was asked for',
  confirmation: 'Confirmation',
  change: 'Change',
  cancellation: 'Cancellation',
  weekBefore: 'Reminder, a week before',
  daysBefore: 'Reminder, days before',
}

export const viaWords: Record<Via, string> = { sms: 'text message', email: 'email', letter: 'letter' }

/** What became of a notice. */
export function noticeStatusWords(status: NoticeStatus | string, via?: Via | string): string {
  if (via === 'letter' && status === 'due') return 'letter to be posted'
  const words: Record<string, string> = {
    due: 'planned',
    sending: 'being sent',
    sent: 'sent, not reported yet',
    delivered: 'delivered',
    failed: 'failed',
    withheld: 'not sent',
    done: 'letter posted',
  }
  return words[status] ?? status
}

const codes: Record<string, string> = {
  NO_CONTACT: 'there is no number or address',
  STOPPED: 'she wants no more messages there',
  CHANGED: 'it has changed since',
  PAST: 'it is over',
  TOO_LATE: 'it was too late',
  DECEASED: 'she has died',
  OFFICE_TOLD: 'the office’s own letter told it',
}

/** Why a notice went another way, or not at all. */
export const noticeCodeWords = (code: string | undefined): string | undefined => code && (codes[code] ?? code)

export const channelWords: Record<string, string> = { messenger: 'Messenger', directline: 'Web chat', botframework: 'Other channel' }
