import { fixedText } from './fixedText.ts'
import type { Command } from './heardAlways.ts'
import { sayAtOnce } from './say.ts'
import type { Turn } from './turn.ts'
import { endWalk } from './walkThrough.ts'

/** What the bot does for somebody who asks for it in so many words, however quiet it keeps. */
const STILL_HEARD: (Command | undefined)[] = ['person', 'stop', 'forgetMe']

/** From now on the conversation is left to people. */
export function keepQuiet(turn: Turn): void {
  const { session, deps } = turn
  endWalk(turn)
  session.quiet ??= { since: deps.clock.now().toISO() ?? '', said: false }
}

/** Staff have answered, or the patient begins again: the bot may speak. */
export function speakAgain({ session }: Turn): void {
  delete session.quiet
}

/**
 * After abuse or a crisis nothing automatic follows: no answers, no offers. Once it says, in words that anybody may read, that people
 * have it now, and how to begin again. True while it keeps quiet.
 */
export async function staysQuiet(turn: Turn, command: Command | undefined): Promise<boolean> {
  const { context, session } = turn
  if (session.afterStaff || command === 'startAgain') speakAgain(turn)
  if (!session.quiet || STILL_HEARD.includes(command)) return false
  if (!session.quiet.said) {
    session.quiet.said = true
    await sayAtOnce(context, fixedText(turn, 'quiet'))
  }
  return true
}
