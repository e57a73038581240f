import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createPostgresErasure } from '../../src/conversation/postgresErasure.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { keepPostgresHouse } from '../../src/storage/postgresHousekeeping.ts'
import { answeredTurn } from '../support/answeredTurn.ts'
import { conversationStores, noon } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('erasure on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let stores: ReturnType<typeof conversationStores>
  const forgotten: string[] = []
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    stores = conversationStores(database)
  })
  afterAll(() => close())

  const erase = (person: string) =>
    createPostgresErasure(database.db, { now: () => noon }, async (id) => void forgotten.push(id))('messenger', person)
  const saidBy = async (person: string) => (await stores.transcript.read('messenger', person, 0, 100)).map(({ activity }) => activity.text)

  test('takes the words of one person, and of nobody else, and the session', async () => {
    const [one, other] = [await answeredTurn(stores, ['a']), await answeredTurn(stores, ['b'])]
    for (const { claim } of [one, other]) await stores.outbox.settleAll(claim, { status: 'withheld', code: 'TEST' })
    expect(await erase(one.person)).toBe(1)
    expect(await saidBy(one.person)).toEqual([])
    expect(await saidBy(other.person)).toEqual(['hello', 'b'])
    expect(forgotten).toContain(one.claim.conversationId)
    expect(await erase('nobody')).toBe(0)
  })

  test('what waits to be sent is sent first, and goes with the housekeeping', async () => {
    const { claim, person } = await answeredTurn(stores, ['still to be sent'])
    await erase(person)
    expect(await saidBy(person)).toEqual(['still to be sent'])
    await keepPostgresHouse(database.db)
    expect((await stores.outbox.pending(claim)).messages).toHaveLength(1)
    await stores.outbox.settleAll(claim, { status: 'withheld', code: 'TEST' })
    await keepPostgresHouse(database.db)
    expect(await saidBy(person)).toEqual([])
  })
})
