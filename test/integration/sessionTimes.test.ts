import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openStores, type Stores } from '../../src/app/openStores.ts'
import { loadSettings } from '../../src/config/loadSettings.ts'
import { messengerSettings, testSecrets } from '../support/messengerSettings.ts'
import { createTestDatabase } from '../support/testDatabase.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let stores: Stores

beforeAll(async () => {
  database = await createTestDatabase()
  const settings = { DATABASE_URL: database.url, SECRET_KEY: testSecrets.secretKey, ...messengerSettings('http://127.0.0.1:9') }
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  stores = await openStores(loadSettings(settings), log)
})
afterAll(async () => {
  await stores.close()
  await database.drop()
})

test('a session of staff is kept for twelve hours after its last write, a patient’s for 30 days', async () => {
  await stores.staffStorage.write({ staff: { a: 1 } })
  await stores.sessionStorage.write({ patient: { a: 1 } })
  const rows = await stores.database.db.selectFrom('session_state').select(['key', 'expires_at']).orderBy('key').execute()
  const hours = rows.map(({ key, expires_at }) => [key, Math.round(((expires_at?.getTime() ?? 0) - Date.now()) / 3_600_000)])
  expect(hours).toEqual([
    ['patient', 720],
    ['staff', 12],
  ])
})
