import type { Bot } from '../conversation/answerTurn.ts'
import type { Content } from './openContent.ts'

/** The bot, which begins and ends each turn with the same pack, whatever is published meanwhile. */
export const readingOnePack =
  (bot: Bot, during: Content['during']): Bot =>
  (context, session, event) =>
    during(() => bot(context, session, event))
