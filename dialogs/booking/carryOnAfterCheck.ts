import { PERSON } from '../choices.ts'
import { say } from '../say.ts'
import type { Turn } from '../turn.ts'
import { goOn } from './bookingDialog.ts'

/** She has been to our page: what waited for it goes on by itself. */
export async function carryOnAfterCheck(turn: Turn): Promise<void> {
  const { context, session, deps, conversationId } = turn
  if (!(await deps.appointments.personOf(conversationId))) return
  if (session.booking) return goOn(turn, 'Thank you, I know now that it is you.')
  await say(context, 'Thank you, I know now that it is you. What would you like to do? If that was somebody else, write “that’s not me”.', [
    { title: 'Book', value: 'booking:begin_book' },
    { title: 'Change', value: 'booking:begin_change' },
    { title: 'Cancel', value: 'booking:begin_cancel' },
    { title: 'When and where', value: 'booking:begin_where' },
    PERSON,
  ])
}
