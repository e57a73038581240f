import type { Kysely } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { ServiceFactsStore } from './serviceFacts.ts'
import { keptFacts } from './serviceFactsFields.ts'
import { serviceFactsSchema } from './serviceFactsSchema.ts'

/** The service's facts in the database: one row. */
export function createPostgresServiceFacts(db: Kysely<Tables>, clock: Clock): ServiceFactsStore {
  return {
    async get() {
      const row = await db.selectFrom('service_facts').select('facts').executeTakeFirst()
      return row && serviceFactsSchema.parse(row.facts)
    },
    async set(facts) {
      const row = { facts: JSON.stringify(keptFacts(facts)), updated_at: clock.now().toJSDate() }
      await db
        .insertInto('service_facts')
        .values({ id: 1, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    },
  }
}
