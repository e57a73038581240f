import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Role } from '../../src/accounts/account.ts'
import { createArgon2Passwords } from '../../src/accounts/argon2Passwords.ts'
import { silentLog } from '../../src/kernel/log.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openPostgres } from '../../src/storage/postgres/postgresDatabase.ts'
import { goodPassword } from '../support/staffDoors.ts'
import { eventually, type RunningService, startService } from '../support/startService.ts'
import { createVisitor } from '../support/visitor.ts'

let service: RunningService
let database: Database

beforeAll(async () => {
  service = await startService()
  database = await openPostgres(service.databaseUrl, silentLog)
})
afterAll(async () => {
  await database.close()
  await service.close()
})

async function signIn(firstName: string, roles: Role[]) {
  const password_hash = await createArgon2Passwords().hash(goodPassword)
  const row = { email: `${firstName.toLowerCase()}@example.org`, first_name: firstName, roles, password_hash, created_at: new Date() }
  const { id, email } = await database.db.insertInto('accounts').values(row).returning(['id', 'email']).executeTakeFirstOrThrow()
  const visitor = createVisitor(service.url, '127.0.0.1')
  await visitor.signIn(email, goodPassword)
  return { id, visitor }
}

/** The stream of a page that she has open. */
async function openStream({ visitor }: Awaited<ReturnType<typeof signIn>>) {
  const answer = await visitor.get('/staff/events', { Accept: 'text/event-stream' })
  expect(answer.status).toBe(200)
  let text = ''
  let isOver = false
  const decoder = new TextDecoder()
  void (async () => {
    for await (const part of answer.body ?? []) text += decoder.decode(part, { stream: true })
    isOver = true
  })()
  await eventually(() => text.includes('event: update'))
  return { text: () => text, isOver: () => isOver }
}

test('the streams of who signs out, or is switched off, end at once', async () => {
  const [priya, sam, ada] = [await signIn('Priya', ['staff']), await signIn('Sam', ['staff']), await signIn('Ada', ['staff', 'admin'])]
  const [hers, his, admins] = [await openStream(priya), await openStream(sam), await openStream(ada)]
  await priya.visitor.fill('/staff/account', '/staff/sign-out', {})
  await eventually(() => hers.isOver(), 'the end of her stream', 5)
  expect(hers.text()).toContain('event: signedOut')
  expect(his.isOver()).toBe(false)
  await ada.visitor.fill(`/admin/accounts/${sam.id}`, `/admin/accounts/${sam.id}/disable`, {})
  await eventually(() => his.isOver(), 'the end of his stream', 5)
  expect(his.text()).toContain('event: signedOut')
  expect(admins.isOver()).toBe(false)
})
