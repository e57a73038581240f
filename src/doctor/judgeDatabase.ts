import { databaseTrouble, newerDatabase, noRights, readOnlyDatabase } from './databaseTrouble.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

/** What a database told of itself. */
export type DatabaseFacts = {
  /** As in `server_version_num`: 140005. */
  version: number
  encoding: string
  readOnly: boolean
  mayCreate: boolean
  /** Connections that are still free for this user, and how many processes of the service are connected. Absent for the embedded database. */
  connections?: { left: number; processes: number }
  /** The migrations it has had. */
  migrations: string[]
  /** Whether our SECRET_KEY opens what it holds. */
  key: 'fits' | 'doesNotFit' | 'nothingSealed'
  /** What a trial write met; absent when it worked. */
  writeError?: unknown
}

export const databaseLimits = { version: 140_000, connectionsOfAProcess: 21 } as const

type Ours = { embedded: boolean; redis: boolean; migrations: string[] }

const what = 'Database'

/** Findings on a database that answers; the first says that it does. */
export function judgeDatabase(facts: DatabaseFacts, ours: Ours): Finding[] {
  const { version } = facts
  const name = ours.embedded ? 'The embedded database' : `PostgreSQL ${Math.floor(version / 10_000)}`
  return [
    version < databaseLimits.version
      ? fault(
          what,
          `PostgreSQL ${Math.floor(version / 10_000)} is too old: the service needs 14 or newer.`,
          'Upgrade the server. The service is tested on 18.',
        )
      : ok(what, `${name} answers.`),
    ...judgeWriting(facts),
    ...judgeEncoding(facts),
    ...judgeSchema(facts, ours),
    ...judgeKey(facts),
    ...judgeConnections(facts, ours),
  ]
}

function judgeWriting({ readOnly, mayCreate, writeError }: DatabaseFacts): Finding[] {
  if (readOnly) return [{ what, state: 'fault', ...readOnlyDatabase }]
  if (!mayCreate) return [{ what, state: 'fault', ...noRights }]
  if (writeError === undefined) return []
  const unknown = { says: 'A trial write failed.', advice: "Look at the database server's own log." }
  return [{ what, state: 'fault', ...(databaseTrouble(writeError) ?? unknown) }]
}

function judgeEncoding({ encoding }: DatabaseFacts): Finding[] {
  if (encoding === 'UTF8') return []
  return [
    fault(
      what,
      `The database keeps text as ${encoding}, which cannot hold every letter that people write.`,
      'Make a new database with encoding UTF8 (createdb --encoding=UTF8 --template=template0).',
    ),
  ]
}

function judgeSchema({ migrations }: DatabaseFacts, ours: Ours): Finding[] {
  const unknown = migrations.filter((name) => !ours.migrations.includes(name))
  if (unknown.length > 0) return [{ what: 'Schema', state: 'fault', ...newerDatabase }]
  if (migrations.length === 0) return [ok('Schema', 'The database is empty: the first start makes its tables and fills in the demo.')]
  const missing = ours.migrations.filter((name) => !migrations.includes(name))
  if (missing.length === 0) return [ok('Schema', 'As this version needs it.')]
  return [
    warning(
      'Schema',
      `The database is of an older version: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      'Take a back-up and stop every process of the old version; the next start brings it up to date.',
    ),
  ]
}

function judgeKey({ key }: DatabaseFacts): Finding[] {
  if (key === 'nothingSealed') return []
  if (key === 'fits') return [ok('SECRET_KEY', 'Opens what the database holds.')]
  return [
    fault(
      'SECRET_KEY',
      'It does not open what the database holds.',
      'Put the missing key back: every key that was ever the first must stay in the list. To change the key, write the new one, a comma, and the old ones.',
    ),
  ]
}

function judgeConnections({ connections }: DatabaseFacts, { redis }: Ours): Finding[] {
  if (!connections) return []
  const { left, processes } = connections
  const needed = databaseLimits.connectionsOfAProcess
  const findings: Finding[] = []
  if (left < needed)
    findings.push(
      warning(
        what,
        `Only ${left} connections are left, and each process may need ${needed}.`,
        'Raise max_connections, or stop what holds the others.',
      ),
    )
  if (processes > 1 && !redis)
    findings.push(
      warning(
        what,
        `${processes} processes run without Redis. That works, but the database carries the session state of all.`,
        'Set REDIS_URL for all of them.',
      ),
    )
  return findings
}
