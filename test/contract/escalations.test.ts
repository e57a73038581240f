import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Escalations } from '../../src/handoff/escalation.ts'
import { createPostgresEscalations } from '../../src/handoff/postgresEscalations.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { conversationStores, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { recordEscalations } from '../support/recordedEscalations.ts'

const hours = { timeZone: 'Europe/London', opening: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], closedOn: [] }
const clock = { now: () => noon }

type Opened = {
  escalations: Escalations
  /** Two events of a new conversation. */
  newConversation(): Promise<{ conversationId: string; events: [number, number] }>
  notes(conversationId: string): Promise<(string | undefined)[]>
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
        close,
      }
    },
  ]),
  [
    'the recorder of the tests',
    async () => {
      const { escalations, all } = recordEscalations(hours, clock)
      let next = 1
      return {
        escalations,
        newConversation: async () => ({ conversationId: randomUUID(), events: [next++, next++] }),
        notes: async (conversationId) => all.filter((one) => one.conversationId === conversationId).map(({ note }) => note),
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
    await opened.escalations.staffAnswered(conversationId)
    expect((await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'asked' })).alreadyOpen).toBe(false)
    expect((await opened.escalations.escalate({ conversationId, eventId: events[1], reason: 'crisis' })).alreadyOpen).toBe(true)
  })

  test('tell when staff are there', async () => {
    const { conversationId, events } = await opened.newConversation()
    const { hours: there, timeZone } = await opened.escalations.escalate({ conversationId, eventId: events[0], reason: 'asked' })
    expect({ there, timeZone }).toEqual({ there: { kind: 'open', until: new Date('2026-11-23T17:00:00Z') }, timeZone: 'Europe/London' })
  })
})
