import { PERSON } from '../choices.ts'
import { say } from '../say.ts'
import type { Turn } from '../turn.ts'
import { endBooking } from './bookingTurn.ts'
import { sayWhenAndWhere } from './sayWhen.ts'

/** She leaves things as they are. */
export async function leaveBooking(turn: Turn): Promise<'said'> {
  const { deps, conversationId, context } = turn
  const person = await deps.appointments.personOf(conversationId)
  const live = person && (await deps.appointments.of(person)).live
  await endBooking(turn)
  const kept = live ? `You keep ${sayWhenAndWhere(live, deps.clock.now())}.` : 'Nothing has been booked.'
  await say(context, `All right. ${kept} You can come back to it here whenever you like.`, [PERSON])
  return 'said'
}
