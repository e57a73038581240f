import { describe, expect, test } from '@jest/globals'
import { acceptInTime } from '../../../src/conversation/acceptInTime.ts'
import { answerTurn, BotFailure } from '../../../src/conversation/answerTurn.ts'
import type { Outbox } from '../../../src/conversation/outbox.ts'
import { newSession } from '../../../src/conversation/session.ts'
import { settleSurely } from '../../../src/conversation/settleSurely.ts'
import { StoreFailure } from '../../../src/kernel/storeFailure.ts'

const away = new StoreFailure(new Error('away'))

describe('what became of a message', () => {
  /** An outbox that fails so often, each time with one error, and then takes it. */
  function failing(times: number, error: Error) {
    const asked: string[] = []
    const settle = async (id: string) => {
      asked.push(id)
      if (asked.length <= times) throw error
    }
    return { asked, outbox: { settle } as unknown as Outbox }
  }

  test('is written down as soon as the store is back', async () => {
    const { asked, outbox } = failing(2, away)
    await settleSurely(outbox, () => true).settle('m', { status: 'sent' })
    expect(asked).toEqual(['m', 'm', 'm'])
  })

  test('is left to others when the process is to stop', async () => {
    const { asked, outbox } = failing(9, away)
    await expect(settleSurely(outbox, () => asked.length < 2).settle('m', { status: 'sent' })).rejects.toBe(away)
    expect(asked).toHaveLength(2)
  })

  test('is not tried again where the store is well and the fault is ours', async () => {
    const { asked, outbox } = failing(9, new Error('wrong'))
    await expect(settleSurely(outbox, () => true).settle('m', { status: 'sent' })).rejects.toThrow('wrong')
    expect(asked).toHaveLength(1)
  })
})

describe('events that are not kept in time', () => {
  test('are refused, so that the sender tries again', async () => {
    const never = () => new Promise<never>(() => {})
    await expect(acceptInTime(never, 20)([])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })

  test('are told apart from those that are', async () => {
    const accepted = [{ eventKey: 'k', conversationId: 'c', duplicate: false }]
    expect(await acceptInTime(async () => accepted, 1_000)([])).toBe(accepted)
  })
})

describe('a failure in the bot', () => {
  const claim = { conversationId: 'c', channel: 'messenger', address: 'a', epoch: 1 } as const
  const event = { id: 1, key: 'k', kind: 'said', occurredAt: new Date(0), attempts: 0, activity: { type: 'message', text: 'x' } } as const
  const sessions = { load: async () => newSession(), save: async () => {}, forget: async () => {} }
  const answerWith = (thrown: unknown) => answerTurn({ sessions, bot: () => Promise.reject(thrown) }, claim, event, newSession())

  test('that is a store’s is no failure of the bot, however a dialog has wrapped it', async () => {
    const wrapped = Object.assign(new Error('in a dialog'), { error: away })
    for (const thrown of [away, new Error('outer', { cause: away }), wrapped]) await expect(answerWith(thrown)).rejects.toBe(thrown)
  })

  test('of any other kind is the bot’s', async () => {
    await expect(answerWith(new Error('broken'))).rejects.toThrow(BotFailure)
  })
})
