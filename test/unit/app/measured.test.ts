import { expect, test } from '@jest/globals'
import { measured } from '../../../src/app/measured.ts'
import type { IncomingEvent } from '../../../src/conversation/incomingEvent.ts'
import { newSession } from '../../../src/conversation/session.ts'
import { silentLog } from '../../../src/kernel/log.ts'
import { type Measures, silentMeasures } from '../../../src/kernel/measures.ts'
import { StorageConflict } from '../../../src/kernel/storageConflict.ts'
import { said } from '../../support/conversationStores.ts'

function recording() {
  const told: string[] = []
  const measures: Measures = {
    ...silentMeasures,
    accepted: (channel, { fresh, duplicate }) => void told.push(`${channel} ${fresh} new, ${duplicate} known`),
    session: (what) => void told.push(what),
    rateLimited: (limit) => void told.push(`too many ${limit}`),
    logged: (level, event) => void told.push(`${level} ${event}`),
  }
  return { told, measure: measured(measures) }
}

test('events are counted by channel, and passed on with what was said of them', async () => {
  const { told, measure } = recording()
  const onDirectLine: IncomingEvent = { ...said('ben', 'hello', { key: 'c' }), channel: 'directline' }
  const events = [said('anna', 'hello', { key: 'a' }), said('anna', 'hello', { key: 'b' }), onDirectLine]
  let passedOn: string | undefined
  const accepted = await measure.accept(async (given, correlationId) => {
    passedOn = correlationId
    return given.map(({ eventKey }) => ({ eventKey, conversationId: 'c', duplicate: eventKey !== 'a' }))
  })(events, 'an-id')
  expect(told).toEqual(['messenger 1 new, 1 known', 'directline 0 new, 1 known'])
  expect(accepted.map(({ eventKey }) => eventKey)).toEqual(['a', 'b', 'c'])
  expect(passedOn).toBe('an-id')
})

test('a lost race for a session is counted and goes on to who can mend it; another failure is not counted', async () => {
  const { told, measure } = recording()
  const save = (error?: Error) =>
    measure
      .sessions({
        load: async () => newSession(),
        forget: async () => {},
        async save() {
          if (error) throw error
        },
      })
      .save('c', newSession())
  await save()
  await expect(save(new StorageConflict())).rejects.toThrow(StorageConflict)
  await expect(save(new Error('away'))).rejects.toThrow('away')
  expect(told).toEqual(['saved', 'conflict'])
})

test('only what comes too often is counted as such', async () => {
  const { told, measure } = recording()
  const answers = [undefined, 3]
  const limits = measure.rateLimits({ count: async () => answers.shift() })
  const [limit] = ['posts'] as unknown as Parameters<typeof limits.count>
  expect([await limits.count(limit, 'anna'), await limits.count(limit, 'anna')]).toEqual([undefined, 3])
  expect(told).toEqual(['too many posts'])
})

test('lines of the log are counted from warn up', () => {
  const { told, measure } = recording()
  const log = measure.log(silentLog)
  log.debug('a')
  log.info('b')
  log.warn('c')
  log.error('d')
  expect(told).toEqual(['warn c', 'error d'])
})
