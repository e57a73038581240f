import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createSealer } from '../../src/kernel/sealer.ts'
import { SettingsError } from '../../src/kernel/settingsError.ts'
import { checkPostgresKey, readPostgresKey } from '../../src/storage/checkPostgresKey.ts'
import { databases } from '../support/databases.ts'

const [one, two, three] = ['1', '2', '3'].map((n) => n.repeat(32)) as [string, string, string]

describe.each(databases)('the keys of a database: %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    await opened.database.db.deleteFrom('key_check').execute()
  })
  const start = async (...keys: string[]) => checkPostgresKey(opened.database.db, createSealer(keys))
  const read = async (...keys: string[]) => readPostgresKey(opened.database.db, createSealer(keys))
  const words = async () => (await opened.database.db.selectFrom('key_check').select('key_id').execute()).length

  test('are none until a service has started; then its key is known, and looking leaves nothing', async () => {
    expect(await read(one)).toBe('nothingSealed')
    await start(one)
    await start(one)
    expect([await read(one), await read(two), await words()]).toEqual(['fits', 'doesNotFit', 1])
  })

  test('must all be there once each was the first, whichever is first now', async () => {
    await start(one)
    await start(one, two)
    await start(two, one)
    await start(three, two, one)
    for (const enough of [
      [one, two, three],
      [three, one, two],
    ]) {
      await start(...enough)
      expect(await read(...enough)).toBe('fits')
    }
    for (const lacking of [[one], [two], [three], [two, one], [three, two], [one, three]]) {
      expect(await read(...lacking)).toBe('doesNotFit')
      await expect(start(...lacking)).rejects.toThrow(SettingsError)
    }
    expect(await words()).toBe(3)
  })

  test('are not lost by a key that only stood second', async () => {
    await start(one, two)
    await start(one)
    expect(await read(one)).toBe('fits')
  })

  test('are left alone by a service that is refused', async () => {
    await start(one)
    await expect(start(two)).rejects.toThrow('SECRET_KEY does not open what the database holds')
    expect([await words(), await read(one)]).toEqual([1, 'fits'])
  })

  test('are one where two services start at once with different ones', async () => {
    for (let round = 0; round < 10; round++) {
      await opened.database.db.deleteFrom('key_check').execute()
      const ends = await Promise.allSettled([start(one), start(two), start(three)])
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await words()).toBe(1)
    }
  })
})
