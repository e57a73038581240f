import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { IncomingEvent } from '../../src/conversation/incomingEvent.ts'
import { createPostgresChannelStates } from '../../src/conversation/postgresChannelStates.ts'
import { createPostgresInbox, type Wake } from '../../src/conversation/postgresInbox.ts'
import { createPostgresLeases } from '../../src/conversation/postgresLeases.ts'
import { createPostgresOutbox } from '../../src/conversation/postgresOutbox.ts'
import { createPostgresReceipts } from '../../src/conversation/postgresReceipts.ts'
import { createPostgresTranscript } from '../../src/conversation/postgresTranscript.ts'
import { createPostgresTurns } from '../../src/conversation/postgresTurns.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { testSecrets } from './messengerSettings.ts'

export const noon = DateTime.fromISO('2026-11-23T12:00:00Z')

/** The stores of conversations on one database, with a record of who was woken. */
export function conversationStores({ db }: Database, { room = Number.POSITIVE_INFINITY, leaseSeconds = 15 } = {}) {
  const sealer = createSealer([testSecrets.secretKey])
  const clock = { now: () => noon }
  const woken = { here: [] as string[], anywhere: [] as string[] }
  const wake: Wake = {
    roomHere: () => room,
    here: (ids) => woken.here.push(...ids),
    anywhere: async (ids) => void woken.anywhere.push(...ids),
  }
  return {
    woken,
    accept: createPostgresInbox({ db, sealer, clock, wake }),
    leases: createPostgresLeases(db, leaseSeconds),
    turns: createPostgresTurns(db, sealer, clock),
    outbox: createPostgresOutbox(db, sealer, clock),
    channelStates: createPostgresChannelStates(db),
    keepReceipts: createPostgresReceipts(db, clock),
    transcript: createPostgresTranscript(db, sealer),
  }
}

/** A message from a person; `at` is seconds after noon. */
export function said(address: string, text: string, { at = 0, key = `test:${randomUUID()}` } = {}): IncomingEvent {
  const occurredAt = noon.plus({ seconds: at }).toJSDate()
  return {
    channel: 'messenger',
    address,
    eventKey: key,
    kind: 'said',
    occurredAt,
    replyWindowUntil: noon.plus({ seconds: at, hours: 24 }).toJSDate(),
    activity: { type: 'message', id: key, text },
  }
}

/** The id of no message at all. */
export const noMessage = '00000000-0000-0000-0000-000000000000'

export const answer = (text: string) => ({ type: 'message', text })
