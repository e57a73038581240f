import type { HeldCall, QueueCalls } from '../../handoff/queue.ts'

/** What is new since the last look: for everybody, and for who has the conversation. */
export type News = { forAll: number; forOwner: (accountId: string) => number }

/** Compares each look with the one before it. The first finds nothing new. */
export function createArrivals(): (calls: QueueCalls) => News {
  let before: QueueCalls | undefined

  return (now) => {
    const was = before
    before = now
    if (!was) return { forAll: 0, forOwner: () => 0 }
    // As many may have left as have come.
    const hasNewer = (now.newest?.getTime() ?? 0) > (was.newest?.getTime() ?? 0)
    const knew = new Map(was.held.map((held) => [keyOf(held), held]))
    const news = now.held.filter((held) => isNews(held, knew.get(keyOf(held))))
    return {
      forAll: Math.max(now.waiting - was.waiting, hasNewer ? 1 : 0),
      forOwner: (id) => news.filter(({ accountId }) => accountId === id).length,
    }
  }
}

const keyOf = ({ accountId, conversationId }: HeldCall): string => `${accountId} ${conversationId}`

/** Of what she has taken herself she knows. */
function isNews({ saidSeq, alertedAt, passedAt }: HeldCall, before: HeldCall | undefined): boolean {
  if (passedAt > (before?.passedAt ?? 0)) return true
  return before !== undefined && (saidSeq > before.saidSeq || alertedAt > before.alertedAt)
}
