import type { BookingTalk } from '../../src/conversation/bookingTalk.ts'

/** What an intent begins, in place of its answer; `before` is said first. */
export const bookingGoals: Record<string, { goal: BookingTalk['goal']; before?: string }> = {
  book_appointment: { goal: 'book' },
  change_appointment: { goal: 'change' },
  change_location: { goal: 'change' },
  cancel_appointment: { goal: 'cancel' },
  confirm_my_appointment: { goal: 'where' },
  missed_appointment: { goal: 'book', before: 'That happens, and nobody keeps score. You can still come.' },
  evening_weekend_slots: { goal: 'book' },
}

/** Intents about an appointment that is being booked: words like these are an answer, not a digression. */
export const isAboutBooking = (intent: string): boolean => intent in bookingGoals
