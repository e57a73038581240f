import { describe, expect, test } from '@jest/globals'
import { crashStores, expectedTexts, openCrashBench, receivedBy, sendUntilAcknowledged, untilAnswered } from '../support/crashBench.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'

const PEOPLE = Array.from({ length: 15 }, (_, n) => `person-${n}`)
const MESSAGES = 8
const KILLS = 4
/** An echo cannot arrive while the service is down: it is waited for longer than all the kills and starts together take. */
const patient = { ECHO_WAIT_MS: '30000' }

/** Pauses that a failing run can be repeated with. */
function pauses(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return 50 + (state % 400)
  }
}

describe.each(crashStores)('killed at random under load on %s', (_name, open) => {
  test('every accepted message is answered once and in order', async () => {
    const bench = await openCrashBench(await open())
    const pause = pauses(20261121)
    try {
      bench.graph.setLatency(5)
      let service: ServiceProcess = await bench.start(patient)
      bench.graph.echoTo(() => service.baseUrl)
      const writing = Promise.all(
        PEOPLE.map(async (psid) => {
          for (let n = 1; n <= MESSAGES; n++) {
            await sendUntilAcknowledged(() => service.baseUrl, psid, n)
            await new Promise((resolve) => setTimeout(resolve, pause() / 2))
          }
        }),
      )
      for (let kill = 0; kill < KILLS; kill++) {
        await new Promise((resolve) => setTimeout(resolve, pause()))
        await service.kill()
        service = await bench.start(patient)
      }
      await writing
      await untilAnswered(bench.graph, PEOPLE, MESSAGES, 150_000)
      for (const psid of PEOPLE) expect(receivedBy(bench.graph, psid).map(({ text }) => text)).toEqual(expectedTexts(MESSAGES))
    } finally {
      await bench.close()
    }
  }, 300_000)
})
