import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { MemoryStorage } from 'botbuilder'
import { answerTurn, type Bot } from '../../src/conversation/answerTurn.ts'
import { createSessions } from '../../src/conversation/sessions.ts'
import type { TurnRecord } from '../../src/conversation/turns.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { answer, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { answered, learningMessages, unsure } from '../support/learningMessages.ts'

describe.each(databases)('what the bot made of a message, on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let messages: ReturnType<typeof learningMessages>
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    messages = learningMessages(database)
  })
  afterAll(() => close())

  const readingsOf = (conversationId: string) =>
    database.db
      .selectFrom('message_readings')
      .where('conversation_id', '=', conversationId)
      .orderBy('event_id')
      .select(['event_id', 'kind', 'intents', 'danger', 'confidence', 'likely', 'vote'])
      .execute()

  async function begin(person: string = randomUUID()) {
    const [accepted] = await messages.accept([said(person, 'where is the car park')])
    const claim = await messages.leases.claim(accepted?.conversationId ?? '')
    const waiting = claim && (await messages.turns.next(claim))
    if (!claim || !waiting?.event) throw new Error('nothing there')
    return { claim, waiting, event: waiting.event, conversationId: claim.conversationId }
  }
  type Begun = Awaited<ReturnType<typeof begin>>
  const recordOf = ({ event, waiting }: Begun, more: Partial<TurnRecord> = {}): TurnRecord => ({
    event,
    outcome: 'answered',
    said: { author: 'patient', activity: event.activity },
    replies: [answer('There.')],
    seen: waiting.ownership,
    ...more,
  })

  test('is kept with the turn, without a word of it', async () => {
    const { conversationId, eventId } = await messages.say('where is the marmalade', unsure)
    expect(await readingsOf(conversationId)).toEqual([
      {
        event_id: eventId,
        kind: 'unsure',
        intents: ['parking', 'directions'],
        danger: null,
        confidence: expect.closeTo(0.4),
        likely: unsure.likely,
        vote: null,
      },
    ])
    expect(JSON.stringify(await database.db.selectFrom('message_readings').selectAll().execute())).not.toContain('marmalade')
  })

  test('is kept once, however often the turn is committed', async () => {
    const turn = await begin()
    const record = recordOf(turn, { heard: { reading: answered(0.9) } })
    const results = await Promise.all(Array.from({ length: 10 }, () => messages.turns.commit(turn.claim, record)))
    expect(results.filter((result) => result === 'committed')).toHaveLength(1)
    expect(await readingsOf(turn.conversationId)).toHaveLength(1)
  })

  test('is not kept where a person took the conversation meanwhile', async () => {
    const turn = await begin()
    await database.db.updateTable('conversations').set({ owner: 'staff' }).where('id', '=', turn.conversationId).execute()
    expect(await messages.turns.commit(turn.claim, recordOf(turn, { heard: { reading: answered(0.9) } }))).toBe('stale')
    expect(await readingsOf(turn.conversationId)).toEqual([])
  })

  test('is not lost when the process dies between the session and the commit, and not read again', async () => {
    const turn = await begin()
    const sessions = createSessions(new MemoryStorage())
    const reads: Bot = async (context, session) => {
      session.heard = { reading: { ...answered(0.8), intents: ['parking', 'results'] } }
      await context.sendActivity('There.')
    }
    const { conversationId } = turn
    await answerTurn({ sessions, bot: reads }, turn.claim, turn.event, await sessions.load(conversationId))
    const never: Bot = () => Promise.reject(new Error('the bot ran again'))
    const session = await sessions.load(conversationId)
    expect(session.heard).toBeUndefined()
    const { replies, heard } = await answerTurn({ sessions, bot: never }, turn.claim, turn.event, session)
    await messages.turns.commit(turn.claim, recordOf(turn, { replies, ...(heard && { heard }) }))
    expect(await readingsOf(conversationId)).toMatchObject([{ kind: 'answered', intents: ['parking', 'results'] }])
  })

  test('has the patient’s own word whether it helped, of her own conversation only', async () => {
    const [one, other] = [await messages.say('does it hurt', answered(0.9)), await messages.say('does it hurt', answered(0.9))]
    await messages.say('no', undefined, { person: one.person, at: 5, vote: { eventKey: one.key, helped: false } })
    await messages.say('no', undefined, { person: one.person, at: 6, vote: { eventKey: other.key, helped: false } })
    expect(await readingsOf(one.conversationId)).toMatchObject([{ vote: 'notHelped' }])
    expect(await readingsOf(other.conversationId)).toMatchObject([{ vote: null }])
  })

  test('goes with its conversation', async () => {
    const { conversationId } = await messages.say('where is it', unsure)
    await database.db.deleteFrom('conversations').where('id', '=', conversationId).execute()
    expect(await readingsOf(conversationId)).toEqual([])
  })
})
