import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { WebSocket } from 'ws'
import {
  crashStores,
  expectedTexts,
  openCrashBench,
  postgresAndRedisStores,
  receivedBy,
  sendUntilAcknowledged,
  untilAnswered,
} from '../support/crashBench.ts'
import { testSecrets } from '../support/messengerSettings.ts'
import { echo, metaJson, postWebhook, sign, textMessage, webhookBody } from '../support/messengerWebhook.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'

const program = join(import.meta.dirname, '../support/stoppingService.ts')
const main = join(import.meta.dirname, '../../src/main.ts')
const PEOPLE = Array.from({ length: 12 }, (_, n) => `person-${n}`)
const MESSAGES = 6
const STOPS = 3

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const say = ({ baseUrl }: ServiceProcess, psid: string, text: string) =>
  postWebhook(baseUrl, testSecrets.appSecret, webhookBody([textMessage({ psid, mid: `${psid}-${text}`, text })]))

describe.each(crashStores)('stopped under load on %s', (_name, open) => {
  test('no message is lost, none comes twice, and every stop is in good order', async () => {
    const bench = await openCrashBench(await open(), program)
    try {
      bench.graph.setLatency(30)
      const start = () => bench.start({ LOG_LEVEL: 'info' })
      let service = await start()
      const writing = Promise.all(
        PEOPLE.map(async (psid, at) => {
          await pause(at * 30)
          for (let n = 1; n <= MESSAGES; n++) {
            await sendUntilAcknowledged(() => service.baseUrl, psid, n)
            await pause(150)
          }
        }),
      )
      for (let stop = 0; stop < STOPS; stop++) {
        await pause(400)
        service.signal('SIGTERM')
        expect(await service.exited).toBe(0)
        expect(service.printed()).toContain('"event":"stop.done"')
        expect(service.printed()).not.toContain('"level":"error"')
        service = await start()
      }
      await writing
      await untilAnswered(bench.graph, PEOPLE, MESSAGES)
      for (const psid of PEOPLE) expect(receivedBy(bench.graph, psid).map(({ text }) => text)).toEqual(expectedTexts(MESSAGES))
    } finally {
      await bench.close()
    }
  }, 300_000)
})

describe('a process that is told to stop', () => {
  const withBench = async (run: (bench: Awaited<ReturnType<typeof openCrashBench>>) => Promise<void>, programme = program) => {
    const bench = await openCrashBench(await postgresAndRedisStores(), programme)
    try {
      await run(bench)
    } finally {
      await bench.close()
    }
  }

  test('says so first, and serves meanwhile', () =>
    withBench(async (bench) => {
      const service = await bench.start({ NOTICE_MS: '1500' })
      service.signal('SIGTERM')
      const told = await eventually(async () => {
        const response = await fetch(`${service.baseUrl}/readyz`)
        return response.status === 503 && response.json()
      }, 'the notice')
      expect(told).toEqual({ status: 'stopping' })
      expect((await say(service, 'anna', 'm1')).status).toBe(200)
      expect(await service.exited).toBe(0)
      await bench.start()
      await untilAnswered(bench.graph, ['anna'], 1)
      expect(receivedBy(bench.graph, 'anna').map(({ text }) => text)).toEqual(expectedTexts(1))
    }))

  test('finishes a request that is open, and takes no other', () =>
    withBench(async (bench) => {
      const service = await bench.start()
      const raw = metaJson(webhookBody([textMessage({ psid: 'anna', mid: 'm', text: 'm1' })]))
      const open = request(`${service.baseUrl}/webhooks/messenger`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': raw.length,
          'X-Hub-Signature-256': sign(raw, testSecrets.appSecret),
        },
      })
      const answered = new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
        open.on('error', reject)
        open.on('response', (response) => resolve({ status: response.statusCode, connection: response.headers.connection }))
      })
      open.write(raw.subarray(0, 20))
      await pause(100)
      service.signal('SIGTERM')
      await eventually(
        () =>
          say(service, 'ben', 'm1').then(
            () => false,
            () => true,
          ),
        'the refusal',
      )
      open.end(raw.subarray(20))
      expect(await answered).toEqual({ status: 200, connection: 'close' })
      expect(await service.exited).toBe(0)
    }))

  test('closes streams with 1001', () =>
    withBench(async (bench) => {
      const service = await bench.start()
      const direct = async (path: string, token = '') =>
        (await (
          await fetch(`${service.baseUrl}/v3/directline/${path}`, {
            method: 'POST',
            headers: token ? { Authorization: `Bearer ${token}` } : {},
          })
        ).json()) as Record<string, string>
      const { token } = await direct('tokens/generate')
      const { streamUrl = '' } = await direct('conversations', token)
      const socket = new WebSocket(streamUrl)
      await new Promise((resolve) => socket.once('open', resolve))
      const closed = new Promise((resolve) => socket.once('close', resolve))
      service.signal('SIGINT')
      expect(await closed).toBe(1001)
      expect(await service.exited).toBe(0)
    }))

  test('ends with 1 and says what was left, when something does not end; that is done by another process', () =>
    withBench(async (bench) => {
      const service = await bench.start({ HANGS: 'yes', STOP_WITHIN_MS: '1500', LOG_LEVEL: 'info' })
      await say(service, 'anna', 'hang')
      await pause(300)
      service.signal('SIGTERM')
      expect(await service.exited).toBe(1)
      expect(service.printed()).toMatch(/"level":"error".*"conversations":1.*"event":"stop.unfinished"/)
      await bench.start()
      await untilAnswered(bench.graph, ['anna'], 1)
      expect(receivedBy(bench.graph, 'anna').map(({ text }) => text)).toEqual(['hang is 1a', 'hang is 1b'])
    }))

  test('ends at once at a second signal, but not at the same one twice', () =>
    withBench(async (bench) => {
      const service = await bench.start({ HANGS: 'yes', LOG_LEVEL: 'info' })
      await say(service, 'anna', 'hang')
      await pause(300)
      service.signal('SIGINT')
      await pause(50)
      service.signal('SIGINT')
      await pause(800)
      expect(service.printed()).not.toContain('stop.forced')
      service.signal('SIGINT')
      expect(await service.exited).toBe(1)
      expect(service.printed()).toMatch(/"level":"warn".*"event":"stop.forced"/)
      expect(service.printed()).not.toContain('stop.unfinished')
    }))
})

describe('stopped while Meta hangs for a minute', () => {
  async function stopOverHang(taken: boolean, program: string) {
    const stores = await postgresAndRedisStores()
    const bench = await openCrashBench(stores, program)
    const database = new pg.Client(stores.env.DATABASE_URL)
    await database.connect()
    const first = await bench.start({ LOG_LEVEL: 'info' })
    bench.graph.hangNext(60_000, { taken })
    const posted = Date.now()
    await say(first, 'anna', 'm1')
    await eventually(() => bench.graph.requests.length > 0, 'the request to Meta')
    first.signal('SIGTERM')
    const code = await first.exited
    const outbox = async () =>
      (await database.query('select status, begun_at from outbox order by seq')).rows as { status: string; begun_at: Date | null }[]
    const close = async () => {
      await database.end()
      await bench.close()
    }
    return { bench, first, posted, code, stopped: Date.now(), outbox, close }
  }

  test('it ends within its bound, and what Meta took after all is settled by its echo, not sent again', async () => {
    const { bench, posted, code, stopped, outbox, close } = await stopOverHang(true, main)
    try {
      expect(code).toBe(0)
      expect(stopped - posted).toBeLessThan(20_000)
      expect((await outbox())[0]).toEqual({ status: 'pending', begun_at: expect.any(Date) })
      const second = await bench.start()
      const [sent] = bench.graph.messagesTo('anna')
      const item = echo({ psid: 'anna', mid: sent?.mid ?? '', text: sent?.text ?? '', metadata: sent?.metadata ?? '' })
      await postWebhook(second.baseUrl, testSecrets.appSecret, webhookBody([item]))
      await eventually(async () => (await outbox()).every(({ status }) => status === 'sent'), 'the rest')
      const ids = bench.graph.messagesTo('anna').map(({ metadata }) => metadata)
      expect(ids).toHaveLength((await outbox()).length)
      expect(new Set(ids).size).toBe(ids.length)
    } finally {
      await close()
    }
  }, 120_000)

  test('what Meta did not take is sent again by another process, once, and not before the wait for its echo is over', async () => {
    const { bench, posted, code, outbox, close } = await stopOverHang(false, program)
    try {
      expect(code).toBe(0)
      await bench.start()
      await eventually(async () => (await outbox()).every(({ status }) => status === 'sent'), 'the second try')
      const received = bench.graph.messagesTo('anna')
      expect(received.map(({ text }) => text)).toEqual(expectedTexts(1))
      expect((received[0]?.at.getTime() ?? 0) - posted).toBeGreaterThanOrEqual(10_000 + 3_000)
    } finally {
      await close()
    }
  }, 120_000)
})
