import { describe, expect, test } from '@jest/globals'
import { crashStores, expectedTexts, openCrashBench, receivedBy, sendUntilAcknowledged, untilAnswered } from '../support/crashBench.ts'
import type { Arrow } from '../support/crashingService.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'

const arrows: [Arrow, string][] = [
  ['beforeAccept', 'before a message is kept'],
  ['afterAccept', 'after it is kept and before it is acknowledged'],
  ['afterRun', 'after the bot has run and before the session is saved'],
  ['afterSave', 'after the session is saved and before the turn is committed'],
  ['afterCommit', 'after the turn is committed and before its first message is sent'],
  ['afterSend', 'after its first message is sent and before that is written down'],
]
const MESSAGES = 3

describe.each(crashStores)('killed on %s', (_name, open) => {
  /** Three messages; the process dies over the second and another takes its place. */
  async function dieAt(arrow: Arrow, hit: number, { echoes = true } = {}) {
    const bench = await openCrashBench(await open())
    try {
      // An echo is waited for as long as the service does where it comes; where none does, no test waits so long.
      const patience = echoes ? { ECHO_WAIT_MS: '30000' } : {}
      let service: ServiceProcess = await bench.start({ ...patience, CRASH_AT: arrow, CRASH_ON_HIT: String(hit) })
      if (echoes) bench.graph.echoTo(() => service.baseUrl)
      const died = service.exited.then(async () => {
        service = await bench.start(patience)
      })
      for (let n = 1; n <= MESSAGES; n++) await sendUntilAcknowledged(() => service.baseUrl, 'anna', n)
      await died
      await untilAnswered(bench.graph, ['anna'], MESSAGES, 60_000)
      return receivedBy(bench.graph, 'anna')
    } finally {
      await bench.close()
    }
  }

  test.each(arrows)(
    '%s: %s, every message is answered once and in order',
    async (arrow) => {
      const hit = arrow === 'afterCommit' || arrow === 'afterSend' ? 3 : 2
      expect((await dieAt(arrow, hit)).map(({ text }) => text)).toEqual(expectedTexts(MESSAGES))
    },
    120_000,
  )

  test('afterSend: where no echo ever comes, only the message on its way may come twice', async () => {
    const received = await dieAt('afterSend', 3, { echoes: false })
    const repeated = received.filter(({ id }, n) => received.findIndex((other) => other.id === id) !== n)
    expect(repeated.map(({ text }) => text)).toEqual(['m2 is 2a'])
    const once = received.filter(({ id }, n) => received.findIndex((other) => other.id === id) === n)
    expect(once.map(({ text }) => text)).toEqual(expectedTexts(MESSAGES))
  }, 120_000)
})
