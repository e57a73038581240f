import type { AddressInfo } from 'node:net'
import type { DateTime } from 'luxon'
import { readNhsNumber } from '../../src/booking/nhsNumber.ts'
import { readDateOfBirth } from '../../src/booking/readDateOfBirth.ts'
import { readSxNumber } from '../../src/booking/sxNumber.ts'
import { checkPageRoutes } from '../../src/consoles/patient/checkPageRoutes.ts'
import { createServer } from '../../src/http/createServer.ts'
import { handleWith } from '../../src/http/handle.ts'
import { createMemoryRateLimits } from '../../src/http/memoryRateLimits.ts'
import { createRateLimit } from '../../src/http/rateLimit.ts'
import type { UsedLink } from '../../src/identity/checkLinks.ts'
import { createCheckPerson } from '../../src/identity/checkPerson.ts'
import type { LetterNumber } from '../../src/identity/letterNumber.ts'
import { createPostgresCheckedPeople } from '../../src/identity/postgresCheckedPeople.ts'
import { createPostgresCheckLinks } from '../../src/identity/postgresCheckLinks.ts'
import { createPostgresGivenContacts } from '../../src/identity/postgresGivenContacts.ts'
import type { Log, LogFacts } from '../../src/kernel/log.ts'
import { silentMeasures } from '../../src/kernel/measures.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { mobileToKeep } from '../../src/outreach/contact.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { checkPeople } from './checkPeople.ts'
import { noon } from './conversationStores.ts'
import { testSecrets } from './messengerSettings.ts'

export function readNumber(text: string): LetterNumber | undefined {
  const nhs = readNhsNumber(text)
  if (nhs) return { nhs }
  const sx = readSxNumber(text)
  return sx ? { sx } : undefined
}

/** The page "Check it's you" on a real server and database, with everything that is logged and measured. */
export async function startCheckApp(database: Database) {
  const sealer = createSealer([testSecrets.secretKey])
  const people = checkPeople(database)
  const links = createPostgresCheckLinks(database.db, sealer)
  const checked = createPostgresCheckedPeople(database.db)
  const said: string[] = []
  const line = (event: string, facts?: LogFacts) => void said.push(JSON.stringify({ event, ...facts }))
  const log: Log = { debug: line, info: line, warn: line, error: line }
  const carriedOn: UsedLink[] = []
  const counted: string[] = []
  const looked: LetterNumber[] = []
  let now: DateTime = noon
  const clock = { now: () => now }
  let rateLimits = createMemoryRateLimits()
  const counting = {
    count: (...[limit, key]: Parameters<typeof rateLimits.count>) => {
      counted.push(`${limit} ${key}`)
      return rateLimits.count(limit, key)
    },
  }

  const server = createServer(log, { ...silentMeasures, request: (route, method) => void said.push(`measured ${method} ${route}`) })
  checkPageRoutes({
    links,
    checkPerson: createCheckPerson({
      links,
      people: checked,
      readNumber,
      readDateOfBirth,
      readMobile: mobileToKeep,
      findPerson: (number) => {
        looked.push(number)
        return people.find(number)
      },
      rateLimits: counting,
      digest: (text) => sealer.digest(text, 'check-number'),
      carryOn: async (used) => void carriedOn.push(used),
      clock,
      log,
      pace: async () => undefined,
    }),
    facts: async () => ({ name: 'Demo Screening Service', phone: '01632 960001', hours: 'Monday to Friday, 9am to 5pm' }),
    formKeys: sealer.deriveKeys('check-form'),
    handle: handleWith(log),
    limit: createRateLimit({ rateLimits: counting, trustedProxies: 1, log }),
    clock,
  })(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    database,
    people,
    links,
    checked,
    given: createPostgresGivenContacts(database.db, sealer),
    /** Every line of the log and every measure. */
    said,
    carriedOn,
    counted,
    looked,
    now: () => now.toJSDate(),
    setNow(time: DateTime): void {
      now = time
    },
    forgetLimits(): void {
      rateLimits = createMemoryRateLimits()
    },
    newLink: async (conversationId?: string) => links.create(conversationId ?? (await people.converse()), now.toJSDate()),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.server.closeAllConnections()
      }),
  }
}

export type CheckApp = Awaited<ReturnType<typeof startCheckApp>>
