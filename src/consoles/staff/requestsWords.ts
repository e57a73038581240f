import type { BookOutcome } from '../../booking/diary.ts'
import type { RequestKind } from '../../booking/request.ts'
import type { RequestStatus, ToldWay } from '../../booking/requestDesk.ts'

export const requestKindWords: Record<RequestKind, string> = {
  bookedByOffice: 'Book her an appointment',
  confirmAppointment: 'Confirm an appointment she chose',
  optOutOnce: 'Not this time',
  optOutForGood: 'No more invitations',
  selfReferral: 'She asks to be screened without an invitation',
  checkInvitation: 'Look up her invitation',
  runningLate: 'She will be late',
  moved: 'She has moved',
  otherPerson: 'About another person',
  need: 'Something that would help her',
}

/** What has to be done in the office's own system. */
export const requestToDo: Record<RequestKind, string> = {
  bookedByOffice: 'Find her a place, in this diary or in the office’s own system.',
  confirmAppointment: 'Put the appointment into the office’s own system, then say here that it is done: that confirms it to her.',
  optOutOnce: 'Record in the office’s own system that she does not come this time.',
  optOutForGood: 'Send her the form, and record it once she has signed it.',
  selfReferral: 'Look whether she may be screened, and book her.',
  checkInvitation: 'Look up when she is due, and tell her.',
  runningLate: 'Tell the clinic.',
  moved: 'Ask her to tell her GP practice, and record the new address where you may.',
  otherPerson: 'See what is asked. Tell nothing from anybody’s record.',
  need: 'Put it on her appointment, so that the clinic knows.',
}

export const requestStatusWords: Record<RequestStatus, string> = {
  asked: 'To do',
  done: 'Done, she is to be told',
  confirmed: 'Done, and told',
  withdrawn: 'Withdrawn',
}

export const toldWords: Record<ToldWay, string> = {
  chat: 'in the chat',
  phone: 'by phone',
  letter: 'by letter',
  notice: 'by the message that goes out by itself',
}

/** Why an appointment could not be confirmed; undefined: it was. */
export function confirmTrouble(outcome: BookOutcome): string | undefined {
  switch (outcome.kind) {
    case 'booked':
      return undefined
    case 'placeTaken':
      return 'The appointment is no longer asked for: she has changed or cancelled it meanwhile, or its clinic was cancelled. Nothing was confirmed.'
    case 'hasAppointment':
      return 'She has another appointment by now. Nothing was confirmed: look at her appointments first.'
  }
}

/** "3 days ago". */
export function ageWords(since: Date, now: Date): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / 3_600_000)
  if (hours < 1) return 'less than an hour ago'
  const [count, unit] = hours < 48 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}
