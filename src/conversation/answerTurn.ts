import { ActivityTypes, type TurnContext } from 'botbuilder'
import { isStoreFailure } from '../kernel/storeFailure.ts'
import type { BotReply, Reply } from './activity.ts'
import type { Claim } from './claim.ts'
import { CollectingAdapter } from './collectingAdapter.ts'
import type { Heard } from './heard.ts'
import type { InboxEvent } from './inboxEvent.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'

/** The bot: reads the context's activity, changes the session, and says what it has to say through the context. */
export type Bot = (context: TurnContext, session: Session, event: InboxEvent) => Promise<void>

/** The bot itself failed, not a store: trying again may not help. */
export class BotFailure extends Error {}

type Deps = { sessions: Sessions; bot: Bot }

/**
 * Runs the bot for one event and saves the session together with the replies and what is learnt from it, so that running it again for the same
 * event (after a crash, or because the commit was refused) gives the same replies and changes nothing. Throws
 * `StorageConflict` when another process saved first (the caller starts over) and `BotFailure` when the bot throws.
 * `isAssist`: what may wait is held for staff.
 */
export async function answerTurn(
  { sessions, bot }: Deps,
  claim: Claim,
  event: InboxEvent,
  session: Session,
  isAssist = false,
): Promise<Said> {
  if (session.turn?.eventKey === event.key) return session.turn
  const said = divided(await runBot(bot, claim, event, session), isAssist)
  const { heard } = session
  delete session.heard
  session.turn = { eventKey: event.key, ...said, ...(heard && { heard }) }
  if (said.held) session.leftToStaff = event.key
  else if (!isAssist && said.replies.length > 0) delete session.leftToStaff
  await sessions.save(claim.conversationId, session)
  return session.turn
}

/** `held`: what staff look at before the patient sees it. */
type Said = { replies: Reply[]; held?: Reply[]; heard?: Heard }

function divided(said: BotReply[], isAssist: boolean): Said {
  const plain = (replies: BotReply[]): Reply[] => replies.map(({ atOnce: _, ...reply }) => reply)
  const waits = ({ type, atOnce }: BotReply) => isAssist && type === ActivityTypes.Message && !atOnce
  const held = said.filter(waits)
  if (held.length === 0) return { replies: plain(said) }
  return { replies: plain(said.filter((reply) => !waits(reply))), held }
}

async function runBot(bot: Bot, claim: Claim, event: InboxEvent, session: Session): Promise<BotReply[]> {
  try {
    return await new CollectingAdapter().run(claim, event.activity, (context) => bot(context, session, event))
  } catch (error) {
    if (isStoreFailure(error)) throw error
    throw new BotFailure('The bot failed.', { cause: error })
  }
}
