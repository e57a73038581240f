import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import pg from 'pg'
import {
  expectedTexts,
  openCrashBench,
  postgresAndRedisStores,
  receivedBy,
  sendUntilAcknowledged,
  untilAnswered,
} from '../support/crashBench.ts'
import type { Arrow } from '../support/crashingService.ts'
import { sendOnce } from '../support/faults/storesUnderTest.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'

const turnsOf = (service: ServiceProcess) => service.printed().split('"event":"turn.done"').length - 1

test('four processes, then two of them, then three, share the work: nothing is lost, nobody’s order changes, each does some', async () => {
  const bench = await openCrashBench(await postgresAndRedisStores())
  const people = Array.from({ length: 24 }, (_, n) => `person-${n}`)
  const info = { LOG_LEVEL: 'info' }
  let services: ServiceProcess[] = []
  let written = 0

  /** Everybody writes four times, each time to another process, and `meanwhile` something happens to those. */
  async function write(meanwhile: () => Promise<unknown> = async () => {}) {
    const before = new Map(services.map((service) => [service, turnsOf(service)]))
    const first = written + 1
    written += 4
    const writing = people.map(async (psid, at) => {
      for (let n = first; n <= written; n++) await sendUntilAcknowledged(() => services[(at + n) % services.length]?.baseUrl ?? '', psid, n)
    })
    await Promise.all([...writing, meanwhile()])
    await untilAnswered(bench.graph, people, written)
    for (const service of services) expect(turnsOf(service)).toBeGreaterThan(before.get(service) ?? 0)
  }

  try {
    services = await Promise.all([1, 2, 3, 4].map(() => bench.start(info)))
    bench.graph.setLatency(5)
    await write()
    await write(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const dying = services.slice(0, 2)
      await Promise.all(dying.map((service) => service.kill()))
      services = services.slice(2)
    })
    services.push(await bench.start(info))
    await write()
    for (const psid of people) {
      const received = receivedBy(bench.graph, psid)
      const once = received.filter(({ id }, n) => received.findIndex((other) => other.id === id) === n)
      expect(once.map(({ text }) => text)).toEqual(expectedTexts(written))
      expect(received.length - once.length).toBeLessThanOrEqual(1)
    }
  } finally {
    await bench.close()
  }
}, 180_000)

/** Where it hangs, and what may come twice then. */
const arrows: [Arrow, string[]][] = [
  ['afterRun', []],
  ['afterSave', []],
  ['afterCommit', ['m1 is 1a']],
  ['afterSend', ['m1 is 1a']],
]

test('a process that hangs is relieved by another; when it wakes it writes nothing, and sends at most the message in hand', async () => {
  const stores = await postgresAndRedisStores()
  const bench = await openCrashBench(stores)
  try {
    const other = await bench.start()
    for (const [arrow, mayRepeat] of arrows) {
      const psid = `hung-${arrow}`
      const hanging = await bench.start({ CRASH_AT: arrow, CRASH_BY: 'SIGSTOP' })
      other.signal('SIGSTOP')
      sendOnce(hanging, psid, 1).catch(() => {})
      await eventually(() => isStopped(hanging), `the process to hang ${arrow}`)
      other.signal('SIGCONT')
      for (const n of [1, 2, 3]) await sendUntilAcknowledged(() => other.baseUrl, psid, n)
      await untilAnswered(bench.graph, [psid], 3)
      const before = await contentOf(stores.env.DATABASE_URL, psid)
      hanging.signal('SIGCONT')
      await sendUntilAcknowledged(() => hanging.baseUrl, `other-${arrow}`, 1)
      await untilAnswered(bench.graph, [`other-${arrow}`], 1)
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(await contentOf(stores.env.DATABASE_URL, psid)).toEqual(before)
      await sendUntilAcknowledged(() => hanging.baseUrl, psid, 4)
      await untilAnswered(bench.graph, [psid], 4)
      const received = receivedBy(bench.graph, psid)
      const once = received.filter(({ id }, n) => received.findIndex((earlier) => earlier.id === id) === n)
      const repeated = received.filter((message) => !once.includes(message))
      expect(once.map(({ text }) => text)).toEqual(expectedTexts(4))
      expect(repeated.map(({ text }) => text)).toEqual(mayRepeat)
      // The next one would hang over what this one leaves.
      await eventually(() => isAllDone(stores.env.DATABASE_URL), 'all to be done')
      await hanging.kill()
    }
  } finally {
    await bench.close()
  }
}, 180_000)

const isStopped = ({ pid }: ServiceProcess) => execFileSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).includes('T')

async function isAllDone(url = ''): Promise<boolean> {
  const client = new pg.Client(url)
  await client.connect()
  const open = "select from conversations where lease_until is not null union all select from outbox where status = 'pending'"
  const { rowCount } = await client.query(open)
  await client.end()
  return rowCount === 0
}

/** All that is kept of a person's conversation, but for the claim on it. */
async function contentOf(url = '', address = ''): Promise<unknown> {
  const client = new pg.Client(url)
  await client.connect()
  const conversation = await client.query(
    "select to_jsonb(c) - 'lease_epoch' - 'lease_until' as c from conversations c where address = $1",
    [address],
  )
  const kept: unknown[] = conversation.rows
  for (const table of ['inbox', 'transcript', 'outbox']) {
    const rows = `select * from ${table} where conversation_id = (select id from conversations where address = $1) order by id`
    kept.push((await client.query(rows, [address])).rows)
  }
  await client.end()
  return kept
}
