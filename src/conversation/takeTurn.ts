import type { Clock } from '../kernel/clock.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Reply } from './activity.ts'
import { answerTurn, type Bot, BotFailure } from './answerTurn.ts'
import type { Channel } from './channel.ts'
import type { Claim } from './claim.ts'
import type { InboxEvent } from './inboxEvent.ts'
import { botOwns, ownershipAfter } from './ownership.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'
import type { TurnRecord, Turns, Waiting } from './turns.ts'

/** After this many failures of the bot on one event a person gets it. */
const MAX_FAILURES = 3

export type TurnDeps = {
  turns: Turns
  sessions: Sessions
  bot: Bot
  /** Hands the conversation to staff because the bot could not answer, and says so. */
  giveUp: (claim: Claim, event: InboxEvent) => Promise<Reply[]>
  clock: Clock
  log: Log
}

/**
 * Takes the next event of a conversation from the inbox to its commit; nothing is sent here. False when the conversation
 * changed hands in the meantime: nothing was written, and the caller asks for the next event again.
 */
export async function takeTurn(
  deps: TurnDeps,
  channel: Channel,
  claim: Claim,
  waiting: Waiting,
  event: InboxEvent,
  session: Session,
): Promise<boolean> {
  const { turns, clock, log } = deps
  const started = performance.now()
  const ownership = ownershipAfter(event.kind, waiting.ownership, clock.now())
  const base = { event, seen: waiting.ownership, ...(ownership ? { ownership } : {}) }
  const record: TurnRecord =
    event.kind === 'said' && isForBot(event) && botOwns(waiting.ownership, clock.now())
      ? { ...base, ...(await answer(deps, claim, event, markLost(session, waiting))), ...transcriptOf(event) }
      : { ...base, outcome: event.kind === 'said' && isForBot(event) ? 'staffOwns' : 'noted', replies: [], ...transcriptOf(event) }
  const replies = record.replies.flatMap(channel.present)
  const result = await turns.commit(claim, { ...record, replies })
  log.info(result === 'committed' ? 'turn.done' : 'turn.stale', {
    conversation: claim.conversationId,
    inboxEvent: event.id,
    outcome: record.outcome,
    replies: replies.length,
    ms: Math.round(performance.now() - started),
  })
  return result === 'committed'
}

/** Something was said before, and the session knows nothing of it. */
function markLost(session: Session, { spokenBefore }: Waiting): Session {
  return spokenBefore && !session.lastSeenAt ? { ...session, lost: true } : session
}

async function answer(deps: TurnDeps, claim: Claim, event: InboxEvent, session: Session): Promise<Pick<TurnRecord, 'outcome' | 'replies'>> {
  try {
    return { outcome: 'answered', replies: await answerTurn(deps, claim, event, session) }
  } catch (error) {
    if (!(error instanceof BotFailure)) throw error
    const failures = await deps.turns.countFailure(event.id)
    deps.log.error('turn.botFailed', { conversation: claim.conversationId, inboxEvent: event.id, failures, ...errorFacts(error.cause) })
    if (failures < MAX_FAILURES) throw error
    return { outcome: 'gaveUp', replies: await deps.giveUp(claim, event) }
  }
}

/** A reaction or a deletion asks for no answer. */
function isForBot({ activity }: InboxEvent): boolean {
  return activity.type !== 'messageReaction' && activity.type !== 'messageDelete'
}

function transcriptOf({ kind, activity }: InboxEvent): Pick<TurnRecord, 'said' | 'takenBack'> {
  if (activity.type === 'messageDelete') return activity.id ? { takenBack: activity.id } : {}
  if (kind === 'handedToBot' || kind === 'handedToStaff') return { said: { author: 'system', activity } }
  return { said: { author: kind === 'staffSaid' ? 'staff' : 'patient', activity } }
}
