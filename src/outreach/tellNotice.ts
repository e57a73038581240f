import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Contacts } from './notice.ts'
import type { MessageWay, NoticeSender } from './noticeSender.ts'
import type { NoticeStops } from './noticeStops.ts'
import type { DueNotice, Notices } from './notices.ts'
import { DENIED_MINUTES, retryAt } from './retryTimes.ts'
import { type Way, waysFor, waysFrom } from './waysFor.ts'
import type { WordNotice } from './wordNotice.ts'

export type TellDeps = {
  notices: Pick<Notices, 'begin' | 'settle' | 'putOff'>
  stops: Pick<NoticeStops, 'hasStopped'>
  /** Where she can be reached: what she gave us, before what is on record. */
  contactsOf: (participantId: string) => Promise<Contacts>
  sender: NoticeSender
  words: WordNotice
  clock: Clock
  log: Log
}

/** tried: what came of it stands in the notice. denied: nobody can be told anything at the moment. */
export type TellOutcome = 'tried' | 'denied'

type Tried = { kind: 'settled' } | { kind: 'denied' } | { kind: 'next'; code: string; notice: DueNotice }

/** Tells a claimed notice the first way that goes; where none does, it becomes a letter for staff, or is over. */
export async function tellNotice(deps: TellDeps, due: DueNotice): Promise<TellOutcome> {
  const { ways, stopped } = await openWays(deps, due)
  const rest = waysFrom(ways, due.via ?? 'sms')
  let notice = due
  let refusal: string | undefined
  for (const way of rest) {
    if (way.via === 'letter') break
    const tried = await tryWay(deps, notice, way, ways)
    if (tried.kind !== 'next') return tried.kind === 'denied' ? 'denied' : 'tried'
    notice = tried.notice
    refusal = tried.code
  }
  const code = refusal ?? (stopped ? 'STOPPED' : 'NO_CONTACT')
  await giveUp(deps, notice, rest, code, refusal ? 'failed' : 'withheld')
  return 'tried'
}

/** Without those of which somebody has said that they want no more messages there. */
async function openWays(deps: TellDeps, { kind, appointment }: DueNotice): Promise<{ ways: Way[]; stopped: boolean }> {
  const contacts = await deps.contactsOf(appointment.participantId)
  const all = waysFor({ kind, startsAt: appointment.startsAt }, contacts, deps.clock.now().toJSDate())
  const ways: Way[] = []
  for (const way of all) if (way.via === 'letter' || !(await deps.stops.hasStopped(way.to))) ways.push(way)
  return { ways, stopped: ways.length < all.length }
}

async function tryWay(deps: TellDeps, due: DueNotice, way: MessageWay, ways: Way[]): Promise<Tried> {
  const { notices, sender, words, clock, log } = deps
  const text = await words(due.kind, due.appointment)
  const now = clock.now().toJSDate()
  const notice = await notices.begin(due, way.via, now)
  if (!notice) return { kind: 'settled' }
  const known = due.mayHaveGone && due.via === way.via ? await sender.find(way.via, notice.id) : ({ kind: 'none' } as const)
  const outcome = known.kind === 'none' ? await sender.send(way, text, notice.id) : known
  switch (outcome.kind) {
    case 'found':
    case 'sent':
      await notices.settle(notice, { kind: 'sent', providerId: outcome.providerId }, clock.now().toJSDate())
      log.info('notice.sent', { notice: notice.id, kind: notice.kind, via: way.via })
      return { kind: 'settled' }
    case 'refused':
      log.warn('notice.refused', { notice: notice.id, kind: notice.kind, via: way.via, code: outcome.code })
      return { kind: 'next', code: outcome.code, notice }
    case 'denied':
      await notices.putOff(notice, new Date(now.getTime() + DENIED_MINUTES * 60_000))
      log.error('notices.denied', { code: outcome.code, advice: 'look at NOTIFY_API_KEY, and at the clock' })
      return { kind: 'denied' }
    case 'later':
      await tryLater(deps, notice, ways, outcome)
      return { kind: 'settled' }
  }
}

async function tryLater(
  deps: TellDeps,
  notice: DueNotice,
  ways: Way[],
  { code, unknown }: { code: string; unknown: boolean },
): Promise<void> {
  const until = retryAt(deps.clock.now().toJSDate(), notice.attempts, unknown)
  if (!until) return giveUp(deps, notice, ways, code, 'failed')
  await deps.notices.putOff(notice, until, { code, attempted: true })
  deps.log.warn('notice.putOff', { notice: notice.id, kind: notice.kind, attempts: notice.attempts + 1, code })
}

/** Leaves it to staff, where a letter can still come in time. */
async function giveUp({ notices, clock, log }: TellDeps, notice: DueNotice, ways: Way[], code: string, kind: 'failed' | 'withheld') {
  const asLetter = ways.some(({ via }) => via === 'letter')
  await notices.settle(notice, asLetter ? { kind: 'letter', code } : { kind, code }, clock.now().toJSDate())
  log.info(asLetter ? 'notice.letter' : 'notice.notSent', { notice: notice.id, kind: notice.kind, code })
}
