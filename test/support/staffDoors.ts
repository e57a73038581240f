import type { AddressInfo } from 'node:net'
import type { Storage } from 'botbuilder'
import { DateTime } from 'luxon'
import type { Role } from '../../src/accounts/account.ts'
import { createArgon2Passwords } from '../../src/accounts/argon2Passwords.ts'
import { openStaff } from '../../src/app/openStaff.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { OidcSettings } from '../../src/config/settings.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { createMemoryRateLimits } from '../../src/http/memoryRateLimits.ts'
import { createRateLimit } from '../../src/http/rateLimit.ts'
import type { Log, LogFacts } from '../../src/kernel/log.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { createPostgresStorage } from '../../src/storage/postgresStorage.ts'
import { testSecrets } from './messengerSettings.ts'
import { createVisitor } from './visitor.ts'

export const goodPassword = 'heron lantern gravel 7'

type Options = {
  oidc?: OidcSettings
  /** Where people reach it: https makes cookies secure. Its own address when absent. */
  publicUrl?: string
  storage?: Storage
  /** The clock that is told; the machine's when absent. */
  now?: DateTime
  pace?: () => Promise<unknown>
}

/** The console's doors on a real server and database, with one page behind them for each role. */
export async function startStaffDoors(database: Database, options: Options = {}) {
  const { db } = database
  const sealer = createSealer([testSecrets.secretKey])
  const said: string[] = []
  const line = (event: string, facts?: LogFacts) => void said.push(JSON.stringify({ event, ...facts }))
  const log: Log = { debug: line, info: line, warn: line, error: line }
  let now = options.now
  const clock = { now: () => now ?? DateTime.utc() }
  let rateLimits = createMemoryRateLimits()
  const counting = { count: (...given: Parameters<typeof rateLimits.count>) => rateLimits.count(...given) }
  const storage = options.storage ?? createPostgresStorage(db, sealer, 3600)
  const address = { url: options.publicUrl ?? '' }
  const left: string[] = []

  const staff = openStaff({
    settings: { publicUrl: options.publicUrl, oidc: options.oidc },
    stores: { database, sealer, staffStorage: storage },
    facts: async () => ({ name: 'Demo Screening Service', timeZone: 'Europe/London' }),
    address,
    rateLimits: counting,
    clock,
    log,
    pace: options.pace ?? (async () => undefined),
  })
  staff.onLeave(async (accountId) => void left.push(accountId))
  const server = createServer(log)
  const limit = createRateLimit({ rateLimits: counting, trustedProxies: 1, log })
  const pages = staff.routes({ handle: handleWith(log, limit), limit }, ({ routes }) => [
    routes.get('/staff', 'staff', async (visit) => {
      visit.res.sendRaw(200, `${visit.account.firstName} ${visit.mark}`, { 'Content-Type': 'text/plain' })
    }),
    routes.post('/staff/try', 'staff', async (visit) => visit.seeOther('/staff')),
  ])
  for (const page of pages) page(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  if (!options.publicUrl) address.url = url
  const passwords = createArgon2Passwords()
  const hash = await passwords.hash(goodPassword)
  let visitor = 0

  return {
    url,
    db,
    staff,
    sealer,
    storage,
    audit: createPostgresAudit(db, clock),
    /** Every line of the log. */
    said,
    /** Whose work went on without them, in order. */
    left,
    now: () => clock.now(),
    setNow(time: DateTime): void {
      now = time
    },
    rateLimits: counting,
    forgetLimits(): void {
      rateLimits = createMemoryRateLimits()
    },
    /** A browser of its own, at an address of its own. */
    visitor: () => createVisitor(url, `203.0.113.${(visitor++ % 250) + 1}`),
    /** Makes an account with the good password. */
    async account(
      firstName: string,
      roles: Role[] = ['staff'],
      more: Record<string, unknown> = {},
    ): Promise<{ id: string; email: string }> {
      const email = `${firstName}@example.org`.toLowerCase()
      return db
        .insertInto('accounts')
        .values({ email, first_name: firstName, roles, password_hash: hash, created_at: clock.now().toJSDate(), ...more })
        .returning(['id', 'email'])
        .executeTakeFirstOrThrow()
    },
    row: (id: string) => db.selectFrom('accounts').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
    /** The audit log's actions about an account, in order, with what they say. */
    async noted(id: string): Promise<string[]> {
      const rows = await db.selectFrom('audit_log').where('subject_id', '=', id).orderBy('id').selectAll().execute()
      return rows.map(({ action, details }) => [action, ...Object.values(details as Record<string, string>)].join(' '))
    },
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.server.closeAllConnections()
      }),
  }
}

export type StaffDoors = Awaited<ReturnType<typeof startStaffDoors>>
