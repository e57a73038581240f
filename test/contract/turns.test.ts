import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Claim } from '../../src/conversation/claim.ts'
import type { InboxEvent } from '../../src/conversation/inboxEvent.ts'
import type { TurnRecord, Waiting } from '../../src/conversation/turns.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { answer, conversationStores, noMessage, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('turns on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let stores: ReturnType<typeof conversationStores>
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    stores = conversationStores(database)
  })
  afterAll(() => close())

  async function begin(
    text = 'hello',
    person: string = randomUUID(),
  ): Promise<{ claim: Claim; waiting: Waiting; event: InboxEvent; person: string }> {
    const [accepted] = await stores.accept([said(person, text)])
    const claim = await stores.leases.claim(accepted?.conversationId ?? '')
    const waiting = claim && (await stores.turns.next(claim))
    if (!claim || !waiting?.event) throw new Error('nothing there')
    return { claim, waiting, event: waiting.event, person }
  }

  const answered = ({ event, waiting }: { event: InboxEvent; waiting: Waiting }, ...texts: string[]): TurnRecord => ({
    event,
    outcome: 'answered',
    said: { author: 'patient', activity: event.activity },
    replies: texts.map(answer),
    seen: waiting.ownership,
  })

  const transcriptOf = async (person: string) =>
    (await stores.transcript.read('messenger', person, 0, 100)).map(({ seq, author, activity }) => `${seq} ${author}: ${activity.text}`)

  test('write what was said, what was answered and what is to be sent at once', async () => {
    const turn = await begin('will it hurt?')
    expect(await stores.turns.commit(turn.claim, answered(turn, 'one', 'two'))).toBe('committed')
    expect(await transcriptOf(turn.person)).toEqual(['1 patient: will it hurt?', '2 bot: one', '3 bot: two'])
    expect((await stores.outbox.pending(turn.claim)).messages.map(({ reply }) => reply.text)).toEqual(['one', 'two'])
    expect(await stores.outbox.permission(turn.claim, noMessage)).toEqual({
      holder: { kind: 'bot' },
      heardAt: noon.toJSDate(),
      staffWait: false,
      isPending: false,
      channelPausedMs: 0,
      replyWindowUntil: noon.plus({ hours: 24 }).toJSDate(),
    })
  })

  test('are committed once', async () => {
    const turn = await begin()
    const results = await Promise.all(Array.from({ length: 10 }, () => stores.turns.commit(turn.claim, answered(turn, 'hi'))))
    expect(results.filter((result) => result === 'committed')).toHaveLength(1)
    expect(await transcriptOf(turn.person)).toHaveLength(2)
  })

  test('write nothing when a person took the conversation in the meantime', async () => {
    const turn = await begin()
    await database.db
      .updateTable('conversations')
      .set({ owner: 'staff', owner_name: 'Ann' })
      .where('id', '=', turn.claim.conversationId)
      .execute()
    expect(await stores.turns.commit(turn.claim, answered(turn, 'over her'))).toBe('stale')
    expect(await transcriptOf(turn.person)).toEqual([])
    const again = await stores.turns.next(turn.claim)
    expect(again).toMatchObject({ ownership: { owner: 'staff', name: 'Ann' }, event: { id: turn.event.id } })
  })

  test('change who owns the conversation', async () => {
    const turn = await begin()
    const until = noon.plus({ hours: 24 }).toJSDate()
    await stores.turns.commit(turn.claim, { ...answered(turn), outcome: 'noted', ownership: { owner: 'staff', name: 'page inbox', until } })
    expect((await stores.turns.next(turn.claim))?.ownership).toEqual({ owner: 'staff', name: 'page inbox', since: noon.toJSDate(), until })
  })

  test('forget the words that the patient took back', async () => {
    const turn = await begin('please forget this')
    await stores.turns.commit(turn.claim, answered(turn, 'hi'))
    await stores.leases.release(turn.claim, turn.waiting.arrivals)
    const next = await begin('hello again', turn.person)
    await stores.turns.commit(next.claim, { ...answered(next), takenBack: turn.event.activity.id ?? '' })
    expect(await transcriptOf(turn.person)).toEqual(['2 bot: hi', '3 patient: hello again'])
    const inbox = await database.db.selectFrom('inbox').where('conversation_id', '=', turn.claim.conversationId).select('body').execute()
    expect(inbox.map(({ body }) => body)).toEqual([null, null])
  })

  test('count the failures of the bot on an event', async () => {
    const turn = await begin()
    expect(await stores.turns.countFailure(turn.event.id)).toBe(1)
    expect(await stores.turns.countFailure(turn.event.id)).toBe(2)
  })

  test('tell whether anything was said before, and how much waits behind', async () => {
    const person = randomUUID()
    const first = await begin('one', person)
    await stores.accept([said(person, 'two', { at: 1 }), said(person, 'three', { at: 2 })])
    const now = await stores.turns.next(first.claim)
    expect(now).toMatchObject({ behind: 2, answeredBefore: false })
    await stores.turns.commit(first.claim, answered(first, 'hi'))
    expect(await stores.turns.next(first.claim)).toMatchObject({ behind: 1, answeredBefore: true })
  })

  test('wake whoever listens to the conversation', async () => {
    const turn = await begin()
    const heard = new Promise((resolve) => database.live.subscribe(turn.person, resolve))
    await stores.turns.commit(turn.claim, answered(turn, 'hi'))
    expect(await heard).toBe('changed')
  })

  test('keep no word readable at rest', async () => {
    const turn = await begin('marmalade')
    await stores.turns.commit(turn.claim, answered(turn, 'marmalade too'))
    const kept = JSON.stringify(await database.db.selectFrom('transcript').selectAll().execute())
    expect(kept).not.toContain('marmalade')
  })

  test('go on after an event whose words no key opens', async () => {
    const turn = await begin('lost words')
    await database.db.updateTable('inbox').set({ body: 'damaged' }).where('id', '=', turn.event.id).execute()
    expect((await stores.turns.next(turn.claim))?.event?.activity).toEqual({
      type: 'message',
      attachments: [{ contentType: 'unreadable' }],
    })
  })

  test("do not open another person's words", async () => {
    const [one, other] = [await begin('from one'), await begin('from another')]
    const { body } = await database.db.selectFrom('inbox').where('id', '=', one.event.id).select('body').executeTakeFirstOrThrow()
    await database.db.updateTable('inbox').set({ body }).where('id', '=', other.event.id).execute()
    expect((await stores.turns.next(other.claim))?.event?.activity.text).toBeUndefined()
  })

  test('settle a message once, and put the others off together', async () => {
    const turn = await begin()
    await stores.turns.commit(turn.claim, answered(turn, 'one', 'two', 'three'))
    const [one, two] = (await stores.outbox.pending(turn.claim)).messages
    await stores.outbox.settle(one?.id ?? '', { status: 'sent', providerMessageId: 'm_1' })
    await stores.outbox.settle(one?.id ?? '', { status: 'failed', code: 'LATE' })
    expect((await stores.outbox.pending(turn.claim)).messages.map(({ reply }) => reply.text)).toEqual(['two', 'three'])
    await stores.outbox.putOff(turn.claim, 60_000, { attempted: two?.id ?? '' })
    expect((await stores.outbox.pending(turn.claim)).messages).toEqual([])
    const rows = await database.db
      .selectFrom('outbox')
      .where('conversation_id', '=', turn.claim.conversationId)
      .orderBy('seq')
      .selectAll()
      .execute()
    expect(rows.map(({ status, attempts, provider_message_id }) => [status, attempts, provider_message_id])).toEqual([
      ['sent', 0, 'm_1'],
      ['pending', 1, null],
      ['pending', 0, null],
    ])
  })
})
