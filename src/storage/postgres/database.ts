import type { Kysely } from 'kysely'
import type { AllLiveEvents } from '../../conversation/liveEvents.ts'
import type { Tables } from './tables.ts'

/** The database, whichever it is. Modules take `db`; jobs and live events use the rest. */
export type Database = {
  db: Kysely<Tables>
  live: AllLiveEvents
  /** For pg-boss: its own way into the same database. */
  jobs: { options: object; backend: 'postgres' | 'pglite' }
  /** Only this process uses the database, so that whatever is marked as being worked on is not. */
  exclusive: boolean
  /** Brings it to the newest schema, however long that takes; see `migrate`. */
  migrate(): Promise<string[]>
  /** Throws when it does not answer, or takes nothing in. */
  ping(): Promise<void>
  close(): Promise<void>
}
