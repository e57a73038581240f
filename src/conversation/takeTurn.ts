import type { Clock } from '../kernel/clock.ts'
import { errorFacts } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Measures } from '../kernel/measures.ts'
import { isStoreFailure } from '../kernel/storeFailure.ts'
import type { Reply } from './activity.ts'
import { answerTurn, type Bot, BotFailure } from './answerTurn.ts'
import type { Assist } from './assist.ts'
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
  /** Checks for danger what the patient wrote while the bot is silent. */
  watchOver: (claim: Claim, event: InboxEvent) => Promise<void>
  /** A person has answered in Meta's own inbox: what they were called for is with them. */
  staffAnswered: (claim: Claim, answeredAt: Date) => Promise<void>
  /** Hands the conversation to staff because the bot could not answer, and says so. */
  giveUp: (claim: Claim, event: InboxEvent) => Promise<Reply[]>
  assist: Assist
  clock: Clock
  log: Log
  measures: Measures
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
  const { turns, clock, log, measures } = deps
  const started = performance.now()
  const begun = clock.now().toMillis()
  const ownership = ownershipAfter({ ...event, by: event.activity.from?.name }, waiting.ownership, clock.now())
  const base = { event, seen: waiting.ownership, ...(ownership ? { ownership } : {}) }
  const isAnswered = event.kind === 'said' && isForBot(event) && botOwns(waiting.ownership, clock.now())
  const answered = isAnswered
    ? await answer(deps, channel, claim, event, await markUnseen(deps, markAfterStaff(markLost(session, waiting), waiting)))
    : await keepSilent(deps, claim, event)
  const { outcome, replies, held } = answered
  const record: TurnRecord = { ...base, ...transcriptOf(event), ...answered }
  const result = await turns.commit(claim, record)
  log.info(result === 'committed' ? 'turn.done' : 'turn.stale', {
    correlationId: event.correlationId,
    conversation: claim.conversationId,
    inboxEvent: event.id,
    outcome,
    replies: replies.length,
    ...(held && { held: held.length }),
    ms: Math.round(performance.now() - started),
  })
  if (result === 'committed' && event.receivedAt) measures.stage('wait', claim.channel, (begun - event.receivedAt.getTime()) / 1000)
  return result === 'committed'
}

/** The bot has answered before, and the session knows nothing of it. */
function markLost(session: Session, { answeredBefore }: Waiting): Session {
  return answeredBefore && !session.lastSeenAt ? { ...session, lost: true } : session
}

/** A person had the conversation since the bot last answered. */
function markAfterStaff(session: Session, { ownership: { owner, botSince } }: Waiting): Session {
  const isSince = botSince !== undefined && (!session.lastSeenAt || new Date(session.lastSeenAt) < botSince)
  return owner === 'staff' || isSince ? { ...session, afterStaff: true } : session
}

/** What was prepared for the patient before, and asks her something, has not been sent to her. */
async function markUnseen({ assist }: TurnDeps, session: Session): Promise<Session> {
  const { leftToStaff, ...rest } = session
  if (leftToStaff === undefined) return session
  return (await assist.wasSent(leftToStaff)) ? rest : { ...session, unseen: true }
}

type Answer = Pick<TurnRecord, 'outcome' | 'replies' | 'held' | 'heard'>

/** Somebody else answers, or nothing is to be answered. */
async function keepSilent(deps: TurnDeps, claim: Claim, event: InboxEvent): Promise<Answer> {
  const { kind } = event
  try {
    if (kind === 'staffSaid') await deps.staffAnswered(claim, event.occurredAt)
    else await deps.watchOver(claim, event)
  } catch (error) {
    if (isStoreFailure(error) || !(await isGivenUp(deps, claim, event, error))) throw error
  }
  return { outcome: kind === 'said' && isForBot(event) ? 'staffOwns' : 'noted', replies: [] }
}

async function answer(deps: TurnDeps, channel: Channel, claim: Claim, event: InboxEvent, session: Session): Promise<Answer> {
  try {
    const { replies, held, heard } = await answerTurn(deps, claim, event, session, await deps.assist.isOn())
    const answered = { outcome: 'answered', ...(heard && { heard }) } as const
    if (!held) return { ...answered, replies: presented(replies, channel) }
    const told = [...replies, ...(await deps.assist.acknowledge(claim, event))]
    return { ...answered, replies: presented(told, channel), held: presented(held, channel) }
  } catch (error) {
    if (!(error instanceof BotFailure) || !(await isGivenUp(deps, claim, event, error.cause))) throw error
    return { outcome: 'gaveUp', replies: await deps.giveUp(claim, event) }
  }
}

/** Counts a failure that is no store's; after some of them the event no longer stands in the way of the next. */
async function isGivenUp({ turns, log }: TurnDeps, claim: Claim, event: InboxEvent, error: unknown): Promise<boolean> {
  const failures = await turns.countFailure(event.id)
  log.error('turn.botFailed', {
    correlationId: event.correlationId,
    conversation: claim.conversationId,
    inboxEvent: event.id,
    failures,
    ...errorFacts(error),
  })
  return failures >= MAX_FAILURES
}

/** A reply that the channel cannot show is the bot's fault, as one that it cannot make. */
function presented(replies: Reply[], channel: Channel): Reply[] {
  try {
    return replies.flatMap(channel.present)
  } catch (error) {
    throw new BotFailure('The reply cannot be shown.', { cause: error })
  }
}

/** A reaction or a deletion asks for no answer. */
function isForBot({ activity }: InboxEvent): boolean {
  return activity.type !== 'messageReaction' && activity.type !== 'messageDelete'
}

/** A colleague has handed the conversation back, and noted it in the transcript herself. */
const isHandedBack = ({ type, name }: InboxEvent['activity']): boolean => type === 'event' && name === 'handedBack'

function transcriptOf({ kind, activity }: InboxEvent): Pick<TurnRecord, 'said' | 'takenBack'> {
  if (activity.type === 'messageDelete') return activity.id ? { takenBack: activity.id } : {}
  if (isHandedBack(activity)) return {}
  if (kind === 'handedToBot' || kind === 'handedToStaff') return { said: { author: 'system', activity } }
  return { said: { author: kind === 'staffSaid' ? 'staff' : 'patient', activity } }
}
