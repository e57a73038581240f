import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { DateTime } from 'luxon'
import { type Log, type LogFacts, silentLog } from '../../src/kernel/log.ts'
import { keepReceipt } from '../../src/outreach/keepReceipt.ts'
import { createNotifyClient } from '../../src/outreach/notifyClient.ts'
import { createNotifySender } from '../../src/outreach/notifySender.ts'
import { createPostgresNoticeReceipts } from '../../src/outreach/postgresNoticeReceipts.ts'
import type { Receipt } from '../../src/outreach/receipts.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { type NotifyMessage, type NotifyStandIn, notifyKeys, startNotifyStandIn } from '../support/notifyStandIn.ts'
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts'
import { withoutIds } from '../support/withoutIds.ts'
import { diaryRows, noon, noticeBench } from '../unit/outreach/noticeBench.ts'

const program = join(import.meta.dirname, '../unit/outreach/noticeProcess.ts')

let test_: TestDatabase
let database: Database
let notify: NotifyStandIn
let rows: ReturnType<typeof diaryRows>
let now: DateTime
let logged: ({ event: string } & LogFacts)[]

beforeAll(async () => {
  notify = await startNotifyStandIn()
  test_ = await createTestDatabase()
  database = await openPostgres(test_.url, silentLog)
  await database.migrate()
  rows = diaryRows(database.db)
})
afterAll(async () => {
  await database.close()
  await test_.drop()
  await notify.close()
})
beforeEach(async () => {
  await rows.clear()
  notify.messages.length = 0
  notify.requests.length = 0
  logged = []
  now = noon
})

const at = (event: string, facts?: LogFacts) => void logged.push({ ...facts, event })
const log: Log = { debug: at, info: at, warn: at, error: at }

const both = { mobile: '07700 900123', email: 'ann@example.org' }

function bench(contacts: { mobile?: string; email?: string } = both, apiKey = notifyKeys.apiKey) {
  const client = createNotifyClient({ apiKey, url: notify.url, timeoutMs: 300 })
  return noticeBench({ db: database.db, sender: createNotifySender(client, notifyKeys.templates), contacts, now: () => now, log })
}

const noticeOf = (id: string, kind = 'confirmation') => rows.notice(id, kind)
const sentTo = () => notify.messages.map(({ type, to }) => `${type} ${to}`)

describe('a booking', () => {
  test('is confirmed by a text to her, with nothing that tells, and once', async () => {
    const { id } = await rows.appointment()
    const { run } = bench()
    await run()
    await run()
    expect(notify.messages).toMatchObject([{ type: 'sms', to: '447700900123', reference: (await noticeOf(id))?.id }])
    expect(notify.messages[0]?.body).toContain('Your appointment is on Thursday 3 December at 10.18am, at Beales.')
    expect(notify.messages[0]?.body).not.toMatch(/breast|screening/i)
    expect(await noticeOf(id)).toMatchObject({ status: 'sent', via: 'sms', provider_id: notify.messages[0]?.id })
  })

  test('is followed by its reminders, each once', async () => {
    await rows.appointment()
    const { run } = bench()
    for (let hour = 0; hour < 24 * 10; hour++) {
      now = noon.plus({ hours: hour })
      await run()
    }
    expect(notify.messages.map(({ body }) => body.split(':')[0]?.slice(0, 19))).toEqual(['Your appointment is', 'A reminder', 'A reminder'])
  })

  test('that is cancelled before its reminders is told as cancelled, and no reminder comes', async () => {
    const { id } = await rows.appointment()
    const { run } = bench()
    await run()
    await rows.change(id, 'cancelled')
    for (const days of [0, 3, 8]) {
      now = noon.plus({ days })
      await run()
    }
    expect(notify.messages.map(({ body }) => body.split(' ').slice(0, 3).join(' '))).toEqual(['Your appointment is', 'You cancelled your'])
  })

  test('goes by email to who has no mobile number, and as a letter for staff to who has neither', async () => {
    const mail = await rows.appointment()
    await bench({ mobile: '01632 960 001', email: 'Ann@Example.org' }).run()
    const post = await rows.appointment()
    await bench({}).run()
    expect(sentTo()).toEqual(['email ann@example.org'])
    expect(await noticeOf(mail.id)).toMatchObject({ status: 'sent', via: 'email' })
    expect(await noticeOf(post.id)).toMatchObject({ status: 'due', via: 'letter', outcome_code: 'NO_CONTACT' })
  })

  test('soon after it is made does not wait for the minute', async () => {
    await rows.appointment()
    const { chores } = bench()
    chores.sendSoon()
    chores.sendSoon()
    await chores.stop()
    expect(sentTo().length).toBeLessThanOrEqual(1)
    const again = bench().chores
    again.sendSoon()
    for (let tries = 0; notify.messages.length === 0 && tries < 100; tries++) await new Promise((wait) => setTimeout(wait, 20))
    await again.stop()
    expect(sentTo()).toEqual(['sms 447700900123'])
  })

  test('leaves no name, number or word in the log', async () => {
    await rows.appointment()
    await bench({ mobile: '+33 6 12 34 56 78', email: 'ann@example.org' }).run()
    expect(logged.map(({ event }) => event)).toEqual(['notices.planned', 'notice.refused', 'notice.sent'])
    expect(withoutIds(JSON.stringify(logged))).not.toMatch(/ann@|3361|Beales|10\.18/)
  })
})

describe('what Notify refuses', () => {
  test('goes the other way', async () => {
    const { id } = await rows.appointment()
    await bench({ mobile: '+33 6 12 34 56 78', email: 'ann@example.org' }).run()
    expect(sentTo()).toEqual(['email ann@example.org'])
    expect(await noticeOf(id)).toMatchObject({ status: 'sent', via: 'email' })
  })

  test('or becomes a letter for staff', async () => {
    const { id } = await rows.appointment()
    await bench({ mobile: '+33 6 12 34 56 78' }).run()
    expect(await noticeOf(id)).toMatchObject({ status: 'due', via: 'letter', outcome_code: 'NOTIFY_400_ValidationError' })
  })

  test('but nobody writes a letter for a reminder of the day after tomorrow', async () => {
    const { id } = await rows.appointment({ by: 'office' })
    const { run } = bench({ mobile: '+33 6 12 34 56 78' })
    await run()
    now = noon.plus({ days: 8 })
    await run()
    expect(await noticeOf(id, 'daysBefore')).toMatchObject({ status: 'failed', outcome_code: 'NOTIFY_400_ValidationError' })
  })

  test('for a wrong key stops everything, is said clearly, and goes on when the key is right', async () => {
    for (let n = 0; n < 3; n++) await rows.appointment()
    await bench(both, notifyKeys.apiKey.replace(/.$/, '1')).run()
    expect(notify.requests).toHaveLength(1)
    expect(logged.at(-1)).toMatchObject({ event: 'notices.denied', code: 'NOTIFY_403_AuthError' })
    now = noon.plus({ minutes: 6 })
    await bench().run()
    expect(notify.messages).toHaveLength(3)
  })
})

describe('while Notify is in trouble', () => {
  test('it waits longer each time, and is given to staff at last', async () => {
    const { id } = await rows.appointment()
    const { run } = bench()
    notify.setDown(true)
    const tried: number[] = []
    for (let minute = 0; minute < 600; minute++) {
      now = noon.plus({ minutes: minute })
      const before = notify.requests.length
      if (minute % 5 === 0) await run()
      if (notify.requests.length > before) tried.push(minute)
    }
    notify.setDown(false)
    const waits = tried.slice(1).map((minute, n) => minute - (tried[n] ?? 0))
    expect(waits).toEqual([...waits].sort((one, other) => one - other))
    expect(tried.length).toBe(9)
    expect(await noticeOf(id)).toMatchObject({ status: 'due', via: 'letter', outcome_code: 'NOTIFY_503_Exception' })
    now = noon.plus({ days: 1 })
    await run()
    expect(notify.messages).toEqual([])
  })

  test('too much at once is tried again a little later', async () => {
    await rows.appointment()
    const { run } = bench()
    notify.trouble({ kind: 'fail', status: 429, error: 'RateLimitError' })
    await run()
    expect(notify.messages).toEqual([])
    now = noon.plus({ minutes: 1 })
    await run()
    expect(sentTo()).toEqual(['sms 447700900123'])
  })

  test.each(['hang', 'reset'] as const)('what it took without saying so (%s) is not sent twice', async (kind) => {
    const { id } = await rows.appointment()
    const { run } = bench()
    notify.trouble({ kind, taken: true })
    await run()
    now = noon.plus({ minutes: 6 })
    await run()
    expect(notify.messages).toHaveLength(1)
    expect(await noticeOf(id)).toMatchObject({ status: 'sent', provider_id: notify.messages[0]?.id })
  })

  test('what it did not take, and did not say, is sent', async () => {
    await rows.appointment()
    const { run } = bench()
    notify.trouble({ kind: 'hang', taken: false })
    await run()
    now = noon.plus({ minutes: 6 })
    await run()
    expect(notify.messages).toHaveLength(1)
  })
})

describe('who has stopped', () => {
  test('gets no text, however the number is written, and an email or a letter instead', async () => {
    const { stops } = bench()
    await stops.stop('447700900123', now.toJSDate())
    await stops.stop('447700900123', now.toJSDate())
    const mail = await rows.appointment()
    await bench().run()
    const post = await rows.appointment()
    await bench({ mobile: '+44 7700 900123' }).run()
    expect(sentTo()).toEqual(['email ann@example.org'])
    expect(await noticeOf(mail.id)).toMatchObject({ via: 'email', status: 'sent' })
    expect(await noticeOf(post.id)).toMatchObject({ via: 'letter', outcome_code: 'STOPPED' })
    await database.db.deleteFrom('notice_stops').execute()
  })
})

describe('receipts', () => {
  const deps = (contacts = both as { mobile?: string; email?: string }) => ({
    receipts: createPostgresNoticeReceipts(database.db),
    contactsOf: async () => contacts,
    sendSoon: () => undefined,
    clock: { now: () => now },
    log,
  })
  const receiptOf = ({ id, reference, type, status }: NotifyMessage): Receipt => ({
    reference: reference ?? '',
    via: type,
    providerId: id,
    status: status as Receipt['status'],
  })
  const first = () => notify.messages[0] as NotifyMessage

  test('of what arrived show so', async () => {
    const { id } = await rows.appointment()
    await bench().run()
    await keepReceipt(deps(), receiptOf(first()))
    await keepReceipt(deps(), { ...receiptOf(first()), status: 'permanent-failure' })
    expect(await noticeOf(id)).toMatchObject({ status: 'delivered', outcome_code: null })
  })

  test.each(['07700900002', '07700900003'])('of what never arrived at %s have it go the other way, once', async (mobile) => {
    const { id } = await rows.appointment()
    const contacts = { mobile, email: 'ann@example.org' }
    const { run } = bench(contacts)
    await run()
    for (let n = 0; n < 2; n++) await keepReceipt(deps(contacts), receiptOf(first()))
    expect(await noticeOf(id)).toMatchObject({ status: 'due', via: 'email', outcome_code: first().status })
    await run()
    await keepReceipt(deps(contacts), receiptOf(first()))
    await run()
    expect(sentTo()).toEqual([`sms 44${mobile.slice(1)}`, 'email ann@example.org'])
    expect(await noticeOf(id)).toMatchObject({ status: 'sent', via: 'email' })
  })

  test('or become a letter for staff', async () => {
    const { id } = await rows.appointment()
    const contacts = { mobile: '07700900002' }
    await bench(contacts).run()
    await keepReceipt(deps(contacts), receiptOf(first()))
    expect(await noticeOf(id)).toMatchObject({ status: 'due', via: 'letter', outcome_code: 'permanent-failure' })
  })

  test('that overtake the settling are kept', async () => {
    const { id } = await rows.appointment()
    const { notices, run } = bench()
    const settle = notices.settle
    notices.settle = async (notice, outcome, time) => {
      await keepReceipt(deps(), receiptOf(first()))
      await settle(notice, outcome, time)
    }
    await run()
    expect(await noticeOf(id)).toMatchObject({ status: 'delivered' })
  })

  test('of what is not ours change nothing', async () => {
    await keepReceipt(deps(), { reference: '0b6d8f6e-2f0c-4f0a-9d55-2f7c1d0b7a10', via: 'sms', providerId: 'x', status: 'delivered' })
    expect(logged.at(-1)).toMatchObject({ event: 'notice.receipt', known: false })
  })
})

describe('processes', () => {
  async function runProcess(time: DateTime, more: Record<string, string> = {}): Promise<number | null> {
    const env = { PATH: process.env.PATH ?? '', DATABASE_URL: test_.url, NOTIFY_URL: notify.url, NOW: time.toISO() ?? '', ...more }
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    const [code] = await once(child, 'exit')
    return code as number | null
  }

  test('that send at once send each notice once', async () => {
    for (let n = 0; n < 40; n++) await rows.appointment()
    expect(await Promise.all([runProcess(noon), runProcess(noon), runProcess(noon)])).toEqual([0, 0, 0])
    expect(notify.messages).toHaveLength(40)
    expect(new Set(notify.messages.map(({ reference }) => reference)).size).toBe(40)
  })

  test('one that dies when a message has gone, before that is noted, leaves it to be found and not to be sent again', async () => {
    const { id } = await rows.appointment()
    expect(await runProcess(noon, { CRASH: 'afterSend' })).toBeNull()
    expect(await noticeOf(id)).toMatchObject({ status: 'sending', provider_id: null })
    expect(await runProcess(noon.plus({ minutes: 4 }))).toBe(0)
    expect(await noticeOf(id)).toMatchObject({ status: 'sending' })
    expect(await runProcess(noon.plus({ minutes: 6 }))).toBe(0)
    expect(notify.messages).toHaveLength(1)
    expect(await noticeOf(id)).toMatchObject({ status: 'sent', provider_id: notify.messages[0]?.id })
  })
})
