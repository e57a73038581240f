import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createPostgresErasure } from '../../src/conversation/postgresErasure.ts'
import { createPostgresCheckLinks } from '../../src/identity/postgresCheckLinks.ts'
import { createPostgresGivenContacts } from '../../src/identity/postgresGivenContacts.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { keepPostgresHouse } from '../../src/storage/postgresHousekeeping.ts'
import { answeredTurn } from '../support/answeredTurn.ts'
import { checkPeople } from '../support/checkPeople.ts'
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
    for (const { claim } of [one, other]) await stores.outbox.settleAll(claim, { status: 'withheld', code: 'TEST' }, ['bot'])
    expect(await erase(one.person)).toBe(1)
    expect(await saidBy(one.person)).toEqual([])
    expect(await saidBy(other.person)).toEqual(['hello', 'b'])
    expect(forgotten).toContain(one.claim.conversationId)
    expect(await erase('nobody')).toBe(0)
  })

  test('takes the number that was given in a check there, not one that was given elsewhere', async () => {
    const sealer = createSealer(['a key of tests, of 32 letters and more'])
    const links = createPostgresCheckLinks(database.db, sealer)
    const given = createPostgresGivenContacts(database.db, sealer)
    const people = checkPeople(database)
    const here = await answeredTurn(stores, ['a'])
    const elsewhere = await people.converse()
    const give = async (conversationId: string, who: string, minutes: number, mobile?: string) => {
      const at = noon.plus({ minutes }).toJSDate()
      await links.use(await links.create(conversationId, at), who, at, mobile ? { mobile } : undefined)
    }
    const [mary, nell, olga] = [
      await people.invite({ dateOfBirth: '1961-04-03' }),
      await people.invite({ dateOfBirth: '1962-05-04' }),
      await people.invite({ dateOfBirth: '1963-06-05' }),
    ]
    await give(here.claim.conversationId, mary, 0, '+447700900123')
    await give(elsewhere, mary, 1)
    await give(here.claim.conversationId, nell, 2, '+447700900124')
    await give(elsewhere, nell, 3, '+447700900125')
    await give(elsewhere, olga, 0, '+447700900126')
    await erase(here.person)
    expect(await given(mary)).toBeUndefined()
    expect(await given(nell)).toEqual({ mobile: '+447700900125' })
    expect(await given(olga)).toEqual({ mobile: '+447700900126' })
  })

  test('what waits to be sent is sent first, and goes with the housekeeping', async () => {
    const { claim, person } = await answeredTurn(stores, ['still to be sent'])
    await erase(person)
    expect(await saidBy(person)).toEqual(['still to be sent'])
    await keepPostgresHouse(database.db)
    expect((await stores.outbox.pending(claim)).messages).toHaveLength(1)
    await stores.outbox.settleAll(claim, { status: 'withheld', code: 'TEST' }, ['bot'])
    await keepPostgresHouse(database.db)
    expect(await saidBy(person)).toEqual([])
  })
})
