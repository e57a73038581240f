import { randomUUID } from 'node:crypto'
import type { Claim } from '../../src/conversation/claim.ts'
import { answer, type conversationStores, said } from './conversationStores.ts'

/** A turn that was answered with these texts, which wait in the outbox under the claim. */
export async function answeredTurn(stores: ReturnType<typeof conversationStores>, texts: string[], person: string = randomUUID()) {
  const [accepted] = await stores.accept([said(person, 'hello')])
  const claim = await stores.leases.claim(accepted?.conversationId ?? '')
  const waiting = claim && (await stores.turns.next(claim))
  if (!claim || !waiting?.event) throw new Error('nothing there')
  const { event, ownership, arrivals } = waiting
  await stores.turns.commit(claim, {
    event,
    outcome: 'answered',
    said: { author: 'patient', activity: event.activity },
    replies: texts.map(answer),
    seen: ownership,
  })
  return { claim, arrivals, person }
}

/** Another worker's claim on the same conversation, as after a crash. */
export async function claimedAgain(stores: ReturnType<typeof conversationStores>, claim: Claim): Promise<Claim> {
  await stores.leases.abandon(claim)
  const next = await stores.leases.claim(claim.conversationId)
  if (!next) throw new Error('somebody has it')
  return next
}
