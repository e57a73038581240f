import { PERSON } from '../choices.ts'
import { say } from '../say.ts'
import { CANCEL, CHANGE } from './bookingChoices.ts'
import { type BookingTurn, endBooking } from './bookingTurn.ts'
import { placeLines, visitLines } from './offerWords.ts'
import { sayWhenAndWhere } from './sayWhen.ts'

/** When and where her appointment is; and what she has asked for, as a different thing. */
export async function tellWhere(b: BookingTurn): Promise<void> {
  const { turn, appointments, person } = b
  const now = turn.deps.clock.now()
  const { live, asked } = await appointments.of(person)
  await endBooking(turn)
  if (!live && !asked)
    return say(turn.context, 'I can find no appointment for you that is still to come. I can look for one, if you like.', [
      { title: 'Find me a time', value: 'booking:begin_book' },
      PERSON,
    ])
  const own = live ? `Your appointment is:\n\n${placeLines(live, now)}\n\n${visitLines(live)}`.trim() : ''
  const waits = asked ? `You have asked for ${sayWhenAndWhere(asked, now)}. The office has not confirmed it yet.` : ''
  await say(turn.context, [own, waits].filter(Boolean).join('\n\n'), [
    { title: CHANGE.title, value: 'booking:begin_change' },
    { title: CANCEL.title, value: 'booking:begin_cancel' },
    PERSON,
  ])
}
