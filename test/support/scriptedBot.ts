import type { Bot } from '../../src/conversation/answerTurn.ts'
import { scriptedReplies } from './scriptedReplies.ts'

/** A bot that says what the script says of the bot: for tests of what every kind of message looks like at its reader's. */
export const scriptedBot: Bot = async (context) => {
  for (const { author, reply } of scriptedReplies(context.activity)) if (author === 'bot') await context.sendActivity(reply)
}
