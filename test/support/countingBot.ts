import { ActivityTypes } from 'botbuilder'
import type { Bot } from '../../src/conversation/answerTurn.ts'
import type { Session } from '../../src/conversation/session.ts'

/** Answers each message twice, with the number of the message in this conversation: state lost or counted twice shows. */
export const countingBot: Bot = async (context, session) => {
  const counted = session as Session & { count?: number }
  counted.count = (counted.count ?? 0) + 1
  for (const part of ['a', 'b'])
    await context.sendActivity({ type: ActivityTypes.Message, text: `${context.activity.text} is ${counted.count}${part}` })
}
