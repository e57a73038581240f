import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { DateTime } from 'luxon'
import { whenPutOff } from '../../dialogs/whenAnswered.ts'
import { transcriptContext } from '../../src/conversation/sealContext.ts'
import type { EscalationReason } from '../../src/handoff/escalation.ts'
import { createPostgresAgeing } from '../../src/handoff/postgresAgeing.ts'
import { createPostgresEscalations } from '../../src/handoff/postgresEscalations.ts'
import { createPostgresTell } from '../../src/handoff/postgresTell.ts'
import type { Log } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { conversationStores, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'

const times = {
  timeZone: 'Europe/London',
  opening: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  closedOn: [],
  answerWithin: { now: 10, today: 60, soon: 120 },
}

describe.each(databases)('what waits for staff, on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let time: DateTime = noon
  const clock = { now: () => time }
  const sealer = createSealer([testSecrets.secretKey])
  const logged: { event: string; facts: unknown }[] = []
  const note = (event: string, facts?: unknown) => void logged.push({ event, facts })
  const log: Log = { debug() {}, info: note, warn: note, error: note }
  const woken: string[] = []
  beforeAll(async () => {
    ;({ database, close } = await open())
  })
  afterAll(() => close())

  const tellOf = () =>
    createPostgresTell({ db: database.db, sealer, clock, transcriptContext, wake: (ids: string[]) => woken.push(...ids) })
  const sweepOf = (tell = tellOf().tell) =>
    createPostgresAgeing({
      db: database.db,
      clock,
      log,
      times: async () => times,
      tell,
      words: async (promise, zone, now) => whenPutOff(promise, zone, now, { phone: '01632 960 001', hours: '9 to 5' }),
    })

  /** A conversation in which a person is called for at noon, and was promised for two where it can wait its turn. */
  async function called(...reasons: EscalationReason[]) {
    time = noon
    const person: string = randomUUID()
    const stores = conversationStores(database)
    const [accepted] = await stores.accept([said(person, 'hello')])
    const conversationId = accepted?.conversationId ?? ''
    const event = await database.db.selectFrom('inbox').where('conversation_id', '=', conversationId).select('id').executeTakeFirstOrThrow()
    const escalations = createPostgresEscalations({ db: database.db, sealer, clock, log, openingHours: async () => times })
    for (const reason of reasons) await escalations.escalate({ conversationId, eventId: event.id, reason })
    logged.splice(0)
    woken.splice(0)
    return { conversationId, person, stores, escalations }
  }

  const lookAt = async (at: DateTime) => {
    time = at
    await sweepOf()()
  }
  const rowsOf = (conversationId: string) =>
    database.db
      .selectFrom('escalations')
      .where('conversation_id', '=', conversationId)
      .orderBy('reason')
      .select(['reason', 'promised_for', 'renewals', 'alerted_at'])
      .execute()
  const toldIn = async ({ stores, person }: Awaited<ReturnType<typeof called>>) =>
    (await stores.transcript.read('messenger', person, 0, 100)).map(({ author, activity }) => `${author}: ${activity.text}`)
  const outboxOf = (conversationId: string) =>
    database.db.selectFrom('outbox').where('conversation_id', '=', conversationId).select(['speaker', 'status']).execute()
  const hand = (conversationId: string, owner: string) =>
    database.db.updateTable('conversations').set({ owner }).where('id', '=', conversationId).execute()

  test('is alerted anew in the last quarter, which consoles and the log hear of, once', async () => {
    const { conversationId, person } = await called('asked')
    const heard: string[] = []
    const end = database.live.subscribe(person, (event) => void heard.push(event))
    await lookAt(noon.plus({ minutes: 89 }))
    expect((await rowsOf(conversationId))[0]?.alerted_at).toBeNull()
    time = noon.plus({ minutes: 91 })
    await Promise.all([sweepOf()(), sweepOf()()])
    expect((await rowsOf(conversationId))[0]?.alerted_at).toEqual(time.toJSDate())
    expect(logged).toEqual([
      {
        event: 'escalation.ageing',
        facts: { escalation: expect.any(String), conversation: conversationId, reason: 'asked', urgency: 'soon', overdue: false },
      },
    ])
    await until(() => heard.length > 0)
    end()
    await sql`update escalations set closed_at = now() where conversation_id = ${conversationId}`.execute(database.db)
  })

  test('is put off before the promise is broken: once, by whichever of two processes comes first', async () => {
    const one = await called('asked')
    const { conversationId, person, stores } = one
    time = noon.plus({ minutes: 118 })
    await Promise.all([sweepOf()(), sweepOf()(), sweepOf()()])
    await sweepOf()()
    expect(await toldIn(one)).toEqual([
      'bot: I am sorry: nobody has been able to answer you yet. A person will answer you here by 4pm today. If you need someone sooner, please ring 01632 960 001 (9 to 5).',
    ])
    expect(await rowsOf(conversationId)).toMatchObject([{ promised_for: new Date('2026-11-23T16:00:00Z'), renewals: 1 }])
    expect(await outboxOf(conversationId)).toEqual([{ speaker: 'service', status: 'pending' }])
    expect(woken).toEqual([conversationId])
    expect(logged.filter(({ event }) => event === 'promise.putOff')).toHaveLength(1)
    const [entry] = await stores.transcript.read('messenger', person, 0, 100)
    expect(entry?.seq).toBe(1)
    const conversation = await database.db
      .selectFrom('conversations')
      .where('id', '=', conversationId)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(conversation).toMatchObject({ last_seq: 1, arrivals: 2 })
  })

  test('is put off three times over the days, then she is told to ring, and no more', async () => {
    const one = await called('asked')
    await sql`update conversations set reply_window_until = null where id = ${one.conversationId}`.execute(database.db)
    for (let look = 0; look < 6; look += 1) {
      const [row] = await rowsOf(one.conversationId)
      const promised = DateTime.fromJSDate(row?.promised_for ?? noon.toJSDate())
      await lookAt(promised.minus({ minutes: 2 }))
      await lookAt(promised.plus({ minutes: 1 }))
    }
    const told = await toldIn(one)
    expect(told).toHaveLength(4)
    expect(told.slice(0, 3).every((text) => text.includes('A person will answer you here by'))).toBe(true)
    expect(told[3]).toContain('I do not want to promise you a time again')
    expect(await rowsOf(one.conversationId)).toMatchObject([{ renewals: 4 }])
    await sql`update escalations set closed_at = now() where conversation_id = ${one.conversationId}`.execute(database.db)
  })

  test.each([
    ['a colleague has the conversation', (id: string) => hand(id, 'staff')],
    [
      'the reply window is about to close',
      (id: string) =>
        database.db
          .updateTable('conversations')
          .set({ reply_window_until: noon.plus({ minutes: 121 }).toJSDate() })
          .where('id', '=', id)
          .execute(),
    ],
    [
      'she cannot be reached',
      (id: string) => database.db.updateTable('conversations').set({ unreachable_code: '551' }).where('id', '=', id).execute(),
    ],
    [
      'it is closed',
      (id: string) =>
        database.db.updateTable('escalations').set({ closed_at: noon.toJSDate() }).where('conversation_id', '=', id).execute(),
    ],
  ])('is not put off when %s', async (_, change) => {
    const one = await called('asked')
    await change(one.conversationId)
    await lookAt(noon.plus({ minutes: 118 }))
    expect(await toldIn(one)).toEqual([])
    expect(await rowsOf(one.conversationId)).toMatchObject([{ renewals: 0 }])
    expect(woken).toEqual([])
  })

  test('that is in the queue, with nobody, is put off', async () => {
    const one = await called('asked')
    await hand(one.conversationId, 'nobody')
    await lookAt(noon.plus({ minutes: 118 }))
    expect(await toldIn(one)).toHaveLength(1)
  })

  test.each(['crisis', 'abuse'] as const)('says nothing after %s, though that is closed, and alerts staff', async (reason) => {
    const one = await called(reason, 'asked')
    await database.db
      .updateTable('escalations')
      .set({ closed_at: noon.toJSDate() })
      .where('conversation_id', '=', one.conversationId)
      .where('reason', '=', reason)
      .execute()
    await lookAt(noon.plus({ minutes: 121 }))
    expect(await toldIn(one)).toEqual([])
    expect((await rowsOf(one.conversationId)).find((row) => row.reason === 'asked')?.alerted_at).toEqual(time.toJSDate())
  })

  test('is told of by the time that was promised, also where it was called for again', async () => {
    const one = await called('asked', 'complaint')
    await lookAt(noon.plus({ minutes: 118 }))
    expect(await toldIn(one)).toHaveLength(1)
    expect(await rowsOf(one.conversationId)).toMatchObject([{ renewals: 1 }, { renewals: 1 }])
  })

  test('that cannot be put off stops nothing else, and is told of by its id', async () => {
    const [one, other] = [await called('asked'), await called('asked')]
    time = noon.plus({ minutes: 118 })
    const { tell } = tellOf()
    const some = [one, other]
    let bad: string | undefined
    await sweepOf(async (id, ...more) => {
      if (some.some(({ conversationId }) => conversationId === id)) bad ??= id
      if (id === bad) throw new Error('her words')
      return tell(id, ...more)
    })()
    expect((await Promise.all(some.map(toldIn))).map(({ length }) => length).sort()).toEqual([0, 1])
    const failed = logged.filter(({ event }) => event === 'promise.notPutOff')
    expect(failed).toEqual([{ event: 'promise.notPutOff', facts: { conversation: bad, cause: 'Error', at: expect.any(String) } }])
  })

  describe('something told by the service', () => {
    test('is said once for its key, with its choices', async () => {
      const one = await called()
      const { tellInChat } = tellOf()
      const message = { key: `test:${one.conversationId}`, text: 'Your clinic is cancelled.', choices: ['Another time'] }
      const results = await Promise.all([tellInChat(one.conversationId, message), tellInChat(one.conversationId, message)])
      expect(results.map(({ kind }) => kind).sort()).toEqual(['notNow', 'queued'])
      const entries = await one.stores.transcript.read('messenger', one.person, 0, 100)
      expect(entries.map(({ activity }) => activity.suggestedActions?.actions.map(({ title }) => title))).toEqual([['Another time']])
    })

    test('is not said while a person has the conversation', async () => {
      const one = await called()
      await hand(one.conversationId, 'staff')
      expect(await tellOf().tellInChat(one.conversationId, { key: `test:${one.conversationId}`, text: 'x', choices: [] })).toEqual({
        kind: 'notNow',
      })
      expect(await outboxOf(one.conversationId)).toEqual([])
    })
  })
})

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo() && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
  if (!isSo()) throw new Error('It did not come.')
}
