import type { PatientActivity } from '../../src/conversation/activity.ts'
import { plainWords } from '../plainWords.ts'
import { sayAtOnce } from '../say.ts'
import type { Turn } from '../turn.ts'

/** Words around a number or a date of birth that ask for nothing by themselves. */
const AROUND =
  /\b(?:my|the|a|nhs|sx|letter|number|numbers|no|nr|is|its|are|and|d o b|dob|date|of|birth|birthday|born|on|im|i|am|was|here|this|it|hi|hello|ok|yes|please|thanks)\b/g

/** Somebody wrote a number or a date of birth: it was hidden before anybody read it. She is shown where it belongs. True when that was all. */
export async function showPageForNumbers(turn: Turn, { channelData, text = '' }: PatientActivity): Promise<boolean> {
  if (!channelData?.masked) return false
  const { context, deps, conversationId } = turn
  const isAll = plainWords(text).replace(AROUND, '').trim() === ''
  const page =
    isAll && (await deps.appointments.isOpen())
      ? ` If it is about your appointment, please give it on our own page instead:\n\n${await deps.appointments.checkLink(conversationId)}`
      : ''
  await sayAtOnce(context, `To keep your details safe I have not kept the number or date that you wrote.${page}`)
  return isAll
}
