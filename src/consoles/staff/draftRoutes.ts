import type { Audit } from '../../audit/audit.ts'
import type { DraftOutcome, DraftSettled, Drafts } from '../../handoff/drafts.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { ownerWords, timeWords } from './deskWords.ts'
import { idIn } from './personFields.ts'
import { LONGEST_REPLY, talkPath } from './talkView.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = { routes: ConsoleRoutes; drafts: Drafts; audit: Audit; timeZone: () => Promise<string>; clock: Clock }

type Refused = { fault: string; conversationId?: string; words?: string }

/**
 * POSTs under `/staff/drafts/:id` that settle what the bot has prepared. Each is noted when it was done. The pages' script asks for JSON:
 * `{ kind: 'done' }`, or what is wrong in `fault`.
 */
export function draftRoutes({ routes, drafts, audit, timeZone, clock }: Deps) {
  async function send(visit: Visit): Promise<void> {
    await answer(visit, 'sent', await drafts.send(idIn(visit), visit.account))
  }

  async function change(visit: Visit): Promise<void> {
    const words = (visit.form.get('text') ?? '').replaceAll('\r\n', '\n').trim()
    const fault = faultOf(words)
    if (fault) return refuse(visit, 400, { fault, words })
    await answer(visit, 'changed', await drafts.change(idIn(visit), visit.account, words), words)
  }

  async function discard(visit: Visit): Promise<void> {
    await answer(visit, 'discarded', await drafts.discard(idIn(visit), visit.account))
  }

  async function answer(visit: Visit, did: DraftOutcome, settled: DraftSettled, words?: string): Promise<void> {
    if (settled.kind === 'unknown') throw new AppError('NOT_FOUND')
    const { conversationId } = settled
    if (settled.kind !== 'done')
      return refuse(visit, 409, { fault: await whyNot(settled), conversationId, ...(words === undefined ? {} : { words }) })
    const subject = { kind: 'conversation' as const, id: conversationId }
    await audit.note({ account: visit.account, action: `draft.${did}`, subject, details: { draft: idIn(visit) } })
    if (wantsJson(visit)) visit.res.sendRaw(200, JSON.stringify({ kind: 'done' }), json)
    else visit.seeOther(talkPath(conversationId))
  }

  async function whyNot(settled: Exclude<DraftSettled, { kind: 'done' | 'unknown' }>): Promise<string> {
    switch (settled.kind) {
      case 'settled':
        return `${settled.by ?? 'Somebody'} was faster: it is ${DONE[settled.outcome]}.`
      case 'notMine':
        return `You cannot answer here now: ${ownerWords(settled.owner)}. What was prepared still waits.`
      case 'ownWordsOnly':
        return 'The 24 hours are over, and Messenger takes a person’s own words only. Change it to say it yourself.'
      case 'closed': {
        const since = settled.since ? ` since ${timeWords(settled.since, clock.now().toJSDate(), await timeZone())}` : ''
        return `On this channel nothing can be sent${since}. Ring, text or write instead.`
      }
    }
  }

  async function refuse(visit: Visit, status: number, { fault, conversationId, words }: Refused): Promise<void> {
    if (wantsJson(visit)) return void visit.res.sendRaw(status, JSON.stringify({ kind: 'refused', fault }), json)
    const path = conversationId ? talkPath(conversationId) : '/staff'
    await visit.page('draftNotSentPage.njk', { fault, path, ...(words ? { words } : {}) }, status)
  }

  return [
    routes.post('/staff/drafts/:id/send', 'staff', send),
    routes.post('/staff/drafts/:id/change', 'staff', change),
    routes.post('/staff/drafts/:id/discard', 'staff', discard),
  ]
}

const DONE: Record<DraftOutcome, string> = { sent: 'sent', changed: 'sent in other words', discarded: 'discarded', stale: 'discarded' }

const json = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }

const wantsJson = ({ req }: Visit): boolean => (req.headers.accept ?? '').includes('application/json')

function faultOf(words: string): string | undefined {
  if (words === '') return 'Write something first, or discard it.'
  return words.length > LONGEST_REPLY ? `That is ${words.length - LONGEST_REPLY} characters too long. Shorten it.` : undefined
}
