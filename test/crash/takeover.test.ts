import { describe, expect, test } from '@jest/globals'
import { openCrashBench, postgresAndRedisStores, receivedBy, sendUntilAcknowledged, untilAnswered } from '../support/crashBench.ts'
import type { Arrow } from '../support/crashingService.ts'
import { openDesk } from '../support/desk.ts'
import type { ServiceProcess } from '../support/serviceProcess.ts'
import { eventually } from '../support/startService.ts'

const hello = 'Hello, my name is Priya. I am from the Harbourside Screening team, and I am reading your messages.'

/** Messages and turns are counted from the start: two answers come before the greeting. */
const deaths: [Arrow, number, string][] = [
  ['afterCommit', 3, 'before her greeting is sent'],
  ['afterSend', 3, 'after her greeting is sent and before that is written down'],
  ['afterSend', 4, 'after her words are sent and before that is written down'],
  ['afterRun', 2, 'before what the bot says on being handed back is saved'],
  ['afterSave', 2, 'after that is saved and before it is committed'],
]

describe('a colleague takes over, answers and hands back, and the service is killed', () => {
  test.each(deaths)(
    '%s (%d): %s; each thing is said once and in order',
    async (arrow, hit) => {
      const stores = await postgresAndRedisStores()
      const bench = await openCrashBench(stores)
      const desk = await openDesk({ databaseUrl: stores.env.DATABASE_URL ?? '', graph: bench.graph })
      try {
        const patience = { ECHO_WAIT_MS: '30000' }
        let service: ServiceProcess = await bench.start({ ...patience, CRASH_AT: arrow, CRASH_ON_HIT: String(hit) })
        bench.graph.echoTo(() => service.baseUrl)
        const died = service.exited.then(async () => {
          service = await bench.start(patience)
        })
        await sendUntilAcknowledged(() => service.baseUrl, 'anna', 1)
        await untilAnswered(bench.graph, ['anna'], 1)
        const priya = await desk.colleague('Priya')
        const { id = '' } = (await desk.conversationOf('anna')) ?? {}
        expect(await desk.takeover.take(id, priya)).toEqual({ kind: 'taken' })
        expect(await desk.takeover.say(id, priya, { key: 'k', text: 'hers' })).toEqual({ kind: 'said' })
        expect(await desk.takeover.handBack(id, priya)).toEqual({ kind: 'done' })
        await died
        const texts = () => receivedBy(bench.graph, 'anna').map(({ text }) => text)
        await eventually(() => texts().length >= 6, 'all of it', 60)
        await eventually(async () => (await desk.outboxOf(id)).every(({ status }) => status === 'sent'), 'all to be written down', 40)
        expect(texts().slice(0, 4)).toEqual(['m1 is 1a', 'm1 is 1b', hello, 'hers'])
        expect(texts()).toHaveLength(6)
      } finally {
        await desk.close()
        await bench.close()
      }
    },
    120_000,
  )
})
