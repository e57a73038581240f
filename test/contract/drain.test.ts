import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Channel } from '../../src/conversation/channel.ts'
import type { Claim } from '../../src/conversation/claim.ts'
import { drainConversation } from '../../src/conversation/drainConversation.ts'
import { createSessions } from '../../src/conversation/sessions.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { silentMeasures } from '../../src/kernel/measures.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { createPostgresStorage } from '../../src/storage/postgresStorage.ts'
import { conversationStores, noon, said } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'

describe.each(databases)('working on a conversation on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  /** One message that is answered; `failsOnce` is what a store fails at the first time. */
  async function work(failsOnce?: 'settle' | 'load') {
    const stores = conversationStores(opened.database)
    const sent: string[] = []
    const answered: Date[] = []
    let failed = false
    const failing = (what: typeof failsOnce) => {
      if (what !== failsOnce || failed) return
      failed = true
      throw new Error('away')
    }
    const sessions = createSessions(createPostgresStorage(opened.database.db, createSealer([testSecrets.secretKey]), 60))
    const channel: Channel = {
      name: 'messenger',
      sendsPerSecond: 1_000,
      present: (reply) => [reply],
      async deliver({ reply }) {
        sent.push(reply.text ?? '')
        return { kind: 'sent' }
      },
      showTyping: async () => {},
    }
    const [accepted] = await stores.accept([said(`person-${failsOnce}`, 'hello')])
    const deps = {
      ...stores,
      outbox: {
        ...stores.outbox,
        settle: async (...args: Parameters<typeof stores.outbox.settle>) => {
          failing('settle')
          return stores.outbox.settle(...args)
        },
      },
      sessions: {
        ...sessions,
        load: async (id: string) => {
          failing('load')
          return sessions.load(id)
        },
      },
      channels: new Map([[channel.name, channel]]),
      bot: async (context: { sendActivity(text: string): Promise<unknown> }) => void (await context.sendActivity('an answer')),
      watchOver: async () => {},
      staffAnswered: async (_claim: Claim, at: Date) => void answered.push(at),
      giveUp: async () => [],
      assist: { isOn: async () => false, wasSent: async () => true, acknowledge: async () => [] },
      reportUndelivered: async () => {},
      wakeLater: async () => {},
      wakeHere: () => {},
      mayBegin: { turn: () => true, send: () => true },
      echoWaitMs: 60_000,
      clock: { now: () => noon },
      log: silentLog,
      measures: silentMeasures,
    }
    const drain = () => drainConversation(deps, accepted?.conversationId ?? '')
    return { drain, sent, answered, stores }
  }

  test('sends an answer once', async () => {
    const { drain, sent } = await work()
    expect(await drain()).toBe(true)
    expect(sent).toEqual(['an answer'])
  })

  test('does not send a message again when it cannot write down that it was sent, nor does the next, before the echo may have come', async () => {
    const { drain, sent } = await work('settle')
    await expect(drain()).rejects.toThrow('away')
    await drain()
    expect(sent).toEqual(['an answer'])
  })

  test('leaves a message for the next when the session cannot be read', async () => {
    const { drain, sent } = await work('load')
    await expect(drain()).rejects.toThrow('away')
    expect(sent).toEqual([])
    await drain()
    expect(sent).toEqual(['an answer'])
  })

  test('tells when a person answered outside our console, which may have been long before it is heard of', async () => {
    const { drain, stores, answered } = await work()
    await stores.accept([{ ...said('person-undefined', 'This is Ann', { at: -600 }), kind: 'staffSaid' }])
    await drain()
    expect(answered).toEqual([noon.minus({ minutes: 10 }).toJSDate()])
  })

  test('says when another has the conversation', async () => {
    const { drain, stores, sent } = await work()
    const [accepted] = await stores.accept([said('person-undefined', 'again')])
    await stores.leases.claim(accepted?.conversationId ?? '')
    expect(await drain()).toBe(false)
    expect(sent).toEqual([])
  })
})
