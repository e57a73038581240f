import type { StaffOnly } from '../../src/booking/participant.ts'
import type { EscalationReason } from '../../src/handoff/escalation.ts'
import { callPerson } from '../person.ts'
import { sayAtOnce } from '../say.ts'
import { type BookingTurn, endBooking } from './bookingTurn.ts'
import { sayWhenAndWhere } from './sayWhen.ts'

/** Why a person has to book, in words that guess nothing and frighten nobody. */
type Why = StaffOnly | 'symptom'

const WORDS: Record<Why, string> = {
  symptom:
    'You have told me of a change in your breast. That is for your GP soon, and not for screening. I will not book anything by myself now. The team will look at it with you.',
  veryHighRisk: 'Your screening is planned by a team of its own, who know which test is right for you and when. I will not book this here.',
  neverMammogram:
    'Your screening is planned by a team of its own, who know which test is right for you. I will not book a mammogram for you.',
  recentMammogram: 'There may have been a mammogram not long ago. It should not be repeated too soon, so the team will look first.',
  bothBreastsRemoved: 'I am sorry if we have written to you without need. The team will put this right with you.',
  deceased: 'This is for a person in our team.',
  ceased: 'Our list says that you asked for no more invitations. If you would like to be screened, the team will help you.',
  notInvited: 'I cannot book this by myself. The team will look at it.',
  other: 'Thank you for telling me. So that it is right for you, a person should look at this before anything is booked.',
}

const REASONS: Partial<Record<Why, EscalationReason>> = {
  deceased: 'bereavement',
  veryHighRisk: 'veryHighRisk',
  neverMammogram: 'veryHighRisk',
}

/** Leaves the booking to staff, who see why; a live appointment stays as it is. */
export async function handToStaff(b: BookingTurn, why: Why): Promise<'said'> {
  const { turn, talk, appointments, person, doing } = b
  const { live } = await appointments.of(person)
  await appointments.request(doing, 'bookedByOffice', `Goal: ${talk.goal}. Why not by the bot: ${why}.`)
  await endBooking(turn)
  const kept = live
    ? ` Your appointment stays as it is for now: ${sayWhenAndWhere(live, turn.deps.clock.now())}. Please wait for their answer before you come.`
    : ''
  await sayAtOnce(turn.context, `${WORDS[why]}${why === 'deceased' ? '' : kept}`)
  await callPerson(turn, REASONS[why] ?? 'asked', { note: `booking: ${why}`, withoutForm: true })
  return 'said'
}
