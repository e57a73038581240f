import { randomUUID } from 'node:crypto'
import { createMaskPersonal } from '../../src/content/maskPersonal.ts'
import { createPostgresLearningInbox, type LearningDeps } from '../../src/content/postgresLearningInbox.ts'
import type { Reading, Vote } from '../../src/conversation/heard.ts'
import { draftContext, transcriptContext } from '../../src/conversation/sealContext.ts'
import { maskNumbers } from '../../src/identity/maskNumbers.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { stemsOf } from '../../src/nlu/naturalStems.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { answer, conversationStores, noon, said } from './conversationStores.ts'
import { testSecrets } from './messengerSettings.ts'

export const mask = createMaskPersonal(maskNumbers)

export const notUnderstood: Reading = { kind: 'notUnderstood', intents: [], likely: [{ intent: 'parking', confidence: 0.1 }] }
export const unsure: Reading = {
  kind: 'unsure',
  intents: ['parking', 'directions'],
  likely: [
    { intent: 'parking', confidence: 0.4 },
    { intent: 'directions', confidence: 0.35 },
  ],
}
export const answered = (confidence: number, intent = 'parking'): Reading => ({
  kind: 'answered',
  intents: [intent],
  likely: [{ intent, confidence }],
})

type How = { person?: string; at?: number; vote?: Vote; held?: string }

/** Patients who write, what the bot makes of it, and what colleagues do about it: as the service leaves it in a database. */
export function learningMessages(database: Database) {
  const { db } = database
  const sealer = createSealer([testSecrets.secretKey])
  const stores = conversationStores(database)

  async function say(text: string, reading?: Reading, { person = randomUUID(), at = 0, vote, held }: How = {}) {
    const [accepted] = await stores.accept([said(person, text, { at })])
    const claim = await stores.leases.claim(accepted?.conversationId ?? '')
    const waiting = claim && (await stores.turns.next(claim))
    if (!claim || !waiting?.event) throw new Error('nothing there')
    const { event, ownership, arrivals } = waiting
    await stores.turns.commit(claim, {
      event,
      outcome: 'answered',
      said: { author: 'patient', activity: event.activity },
      replies: held ? [] : [answer('an answer')],
      ...(held && { held: [answer(held)] }),
      seen: ownership,
      heard: { ...(reading && { reading }), ...(vote && { vote }) },
    })
    await stores.leases.release(claim, arrivals)
    return { person, eventId: event.id, key: event.key, conversationId: claim.conversationId }
  }

  return {
    ...stores,
    sealer,
    say,
    /** A colleague answers in the conversation. */
    async staffSay(conversationId: string, text: string): Promise<void> {
      const at = noon.toJSDate()
      const { id: event_id } = await db
        .insertInto('inbox')
        .values({
          event_key: `staff:${randomUUID()}`,
          conversation_id: conversationId,
          kind: 'staffReplied',
          occurred_at: at,
          received_at: at,
          done_at: at,
          outcome: 'noted',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const { last_seq: seq } = await db
        .updateTable('conversations')
        .set((row) => ({ last_seq: row('last_seq', '+', 1) }))
        .where('id', '=', conversationId)
        .returning('last_seq')
        .executeTakeFirstOrThrow()
      const body = sealer.seal(JSON.stringify(answer(text)), transcriptContext(conversationId))
      await db
        .insertInto('transcript')
        .values({ id: randomUUID(), conversation_id: conversationId, seq, event_id, position: 1, author: 'staff', at, body })
        .execute()
    },
    /** A colleague settles the draft that answers an event. */
    async settleDraft(eventId: number, by: string, outcome: 'sent' | 'changed' | 'discarded', changed?: string): Promise<void> {
      const { conversation_id } = await db
        .selectFrom('drafts')
        .where('event_id', '=', eventId)
        .select('conversation_id')
        .executeTakeFirstOrThrow()
      await db
        .updateTable('drafts')
        .set({
          settled_at: noon.toJSDate(),
          settled_by: by,
          outcome,
          changed: changed ? sealer.seal(changed, draftContext(conversation_id)) : null,
        })
        .where('event_id', '=', eventId)
        .execute()
    },
    async colleague(firstName: string) {
      const { id } = await db
        .insertInto('accounts')
        .values({ email: `${randomUUID()}@example.org`, first_name: firstName, roles: ['admin'], created_at: noon.toJSDate() })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { id, firstName }
    },
    /** The inbox over these messages. */
    inbox: (deps: Partial<LearningDeps> = {}) =>
      createPostgresLearningInbox({
        db,
        sealer,
        clock: { now: () => noon.plus({ hours: 1 }) },
        transcriptContext,
        draftContext,
        mask,
        stems: stemsOf,
        examples: async () => [],
        ...deps,
      }),
    clear: async () => {
      await db.deleteFrom('message_readings').execute()
      await db.deleteFrom('learning_settled').execute()
    },
  }
}
