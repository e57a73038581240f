import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { recordEscalations } from '../../src/app/rehearsal/recordEscalations.ts'
import type { Escalations } from '../../src/handoff/escalation.ts'
import { createPostgresEscalations } from '../../src/handoff/postgresEscalations.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { conversationStores, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'

const hours = {
  timeZone: 'Europe/London',
  opening: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  closedOn: [],
  answerWithin: { now: 10, today: 120, soon: 240 },
}
let time = noon
const clock = { now: () => time }

type Opened = {
  escalations: Escalations
  /** Two events of a new conversation. */
  newConversation(): Promise<{ conversationId: string; events: [number, number] }>
  notes(conversationId: string): Promise<(string | undefined)[]>
  /** A colleague closes all of a conversation. */
  closeAll(conversationId: string): Promise<void>
  close(): Promise<void>
}

const implementations: [string, () => Promise<Opened>][] = [
  ...databases.map(([name, open]): [string, () => Promise<Opened>] => [
    name,
    async () => {
      const { database, close } = await open()
      const { db } = database
      const sealer = createSealer([testSecrets.secretKey])
      const stores = conversationStores(database)
      return {
        escalations: createPostgresEscalations({ db, sealer, clock, log: silentLog, openingHours: async () => hours }),
        async newConversation() {
          const person: string = randomUUID()
          const [accepted] = await stores.accept([said(person, 'one'), said(person, 'two')])
          const conversationId = accepted?.conversationId ?? ''
          const rows = await db.selectFrom('inbox').where('conversation_id', '=', conversationId).orderBy('id').select('id').execute()
          return { conversationId, events: [rows[0]?.id ?? 0, rows[1]?.id ?? 0] }
        },
        async notes(conversationId) {
          const rows = await db
            .selectFrom('escalations')
            .where('conversation_id', '=', conversationId)
            .orderBy('event_id')
            .select('note')
            .execute()
          return rows.map(({ note }) => (note ? sealer.open(note, 'escalation') : undefined))
        },
        async closeAll(conversationId) {
          await db.updateTable('escalations').set({ closed_at: noon.toJSDate() }).where('conversation_id', '=', conversationId).execute()
        },
        close,
      }
    },
  ]),
  [
    'the recorder of the tests',
    async () => {
      const { escalations, all, closeAll } = recordEscalations(hours, clock)
      let next = 1
      return {
        escalations,
        newConversation: async () => ({ conversationId: randomUUID(), events: [next++, next++] }),
        notes: async (conversationId) => all.filter((one) => one.conversationId === conversationId).map(({ note }) => note),
        closeAll: async () => closeAll(),
        close: async () => {},
      }
    },
  ],
]

describe.each(implementations)('escalations in %s', (_name, open) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  test('are made once for an event and a reason', async () => {
    const { conversationId, events } = await opened.newConversation()
    const request = { conversationId, eventId: events[0], reason: 'asked' as const, note: 'first' }
    const results = [await opened.escalations.escalate(request), await opened.escalations.escalate({ ...request, note: 'again' })]
    expect(results.map(({ alreadyOpen }) => alreadyOpen)).toEqual([false, false])
    expect(await opened.notes(conversationId)).toEqual(['first'])
  })

  test('know of an earlier one for the same reason, and only for the same', async () => {
    const { conversationId, events } = await opened.newConversation()
    await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'asked' })
    expect((await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'asked' })).alreadyOpen).toBe(true)
    expect((await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'symptom' })).alreadyOpen).toBe(false)
  })

  test('keep every note, with the escalation that it is about', async () => {
    const { conversationId, events } = await opened.newConversation()
    await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'asked' })
    await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'symptom', note: 'breast.lump' })
    expect(await opened.escalations.addNote(conversationId, 'asked', 'ring me at work')).toBe(true)
    expect(await opened.escalations.addNote(conversationId, 'asked', 'after five')).toBe(true)
    expect(await opened.escalations.addNote(conversationId, 'asked', 'after five')).toBe(true)
    expect(await opened.notes(conversationId)).toEqual(['ring me at work\nafter five', 'breast.lump'])
  })

  test('take no note where there is none for the reason', async () => {
    const { conversationId, events } = await opened.newConversation()
    await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'symptom' })
    expect(await opened.escalations.addNote(conversationId, 'asked', 'lost?')).toBe(false)
  })

  test('are done when staff answer, but for danger', async () => {
    const { conversationId, events } = await opened.newConversation()
    await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'asked' })
    await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'crisis' })
    await opened.escalations.staffAnswered(conversationId, time.toJSDate())
    expect((await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'asked' })).alreadyOpen).toBe(false)
    expect((await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'crisis' })).alreadyOpen).toBe(true)
  })

  test('stay open where staff had answered before, though that is heard of later', async () => {
    const { conversationId, events } = await opened.newConversation()
    await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'asked' })
    time = noon.plus({ hours: 1 })
    await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'complaint' })
    await opened.escalations.staffAnswered(conversationId, noon.plus({ minutes: 30 }).toJSDate())
    const again = async (reason: 'asked' | 'complaint') =>
      (await opened.escalations.escalate({ conversationId, eventId: events[reason === 'asked' ? 1 : 0], reason })).alreadyOpen
    expect([await again('asked'), await again('complaint')]).toEqual([false, true])
    time = noon
  })

  test('tell when staff are there', async () => {
    const { conversationId, events } = await opened.newConversation()
    const { hours: there, timeZone } = await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'asked' })
    expect({ there, timeZone }).toEqual({ there: { kind: 'open', until: new Date('2026-11-23T17:00:00Z') }, timeZone: 'Europe/London' })
  })

  test('promise an answer, and repeat the promise for whoever asks again before it', async () => {
    const { conversationId, events } = await opened.newConversation()
    const at = (instant: string) => ({ kind: 'by', at: new Date(instant), isNextOpenDay: false })
    const first = await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'asked' })
    time = noon.plus({ hours: 1 })
    const again = await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'asked' })
    expect([first.promise, again.promise]).toEqual([at('2026-11-23T16:00:00Z'), at('2026-11-23T16:00:00Z')])
    const sooner = await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'recall' })
    expect(sooner.promise).toEqual(at('2026-11-23T15:00:00Z'))
    const after = await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'complaint' })
    expect(after.promise).toEqual(at('2026-11-23T15:00:00Z'))
    time = noon
  })

  test('promise anew once the first promise has passed, or was answered', async () => {
    const { conversationId, events } = await opened.newConversation()
    await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'recall' })
    time = noon.plus({ hours: 2, minutes: 30 })
    const { promise } = await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'recall' })
    expect(promise).toMatchObject({ kind: 'by', at: new Date('2026-11-23T16:30:00Z') })
    await opened.escalations.staffAnswered(conversationId, time.toJSDate())
    const later = await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'asked' })
    expect(later.promise).toMatchObject({ at: new Date('2026-11-24T10:30:00Z'), isNextOpenDay: true })
    time = noon
  })

  test.each(['crisis', 'abuse'] as const)('tell of no time where there was %s, also when that is closed', async (reason) => {
    const { conversationId, events } = await opened.newConversation()
    const { promise } = await opened.escalations.escalate({ conversationId, eventId: events[0], reason })
    const asked = await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'asked' })
    expect([promise, asked.promise]).toEqual([{ kind: 'neutral' }, { kind: 'neutral' }])
    await opened.closeAll(conversationId)
    expect((await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'complaint' })).promise).toEqual({
      kind: 'neutral',
    })
  })

  test('tell nobody to wait while there is an emergency', async () => {
    const { conversationId, events } = await opened.newConversation()
    await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'emergency' })
    const { promise } = await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'asked' })
    expect(promise).toEqual({ kind: 'emergency' })
    await opened.closeAll(conversationId)
    expect((await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'recall' })).promise.kind).toBe('by')
  })

  test('are taken back by whoever wants nobody, but for danger', async () => {
    const { conversationId, events } = await opened.newConversation()
    for (const reason of ['notUnderstood', 'asked', 'symptom'] as const)
      await opened.escalations.escalate({ conversationId, eventId: events[0], reason })
    await opened.escalations.withdraw(conversationId, 'notUnderstood')
    await opened.escalations.withdraw(conversationId, 'symptom')
    const again = async (reason: 'notUnderstood' | 'asked' | 'symptom') =>
      (await opened.escalations.escalate({ conversationId, eventId: events[1], reason })).alreadyOpen
    expect([await again('notUnderstood'), await again('asked'), await again('symptom')]).toEqual([false, true, true])
  })
})
