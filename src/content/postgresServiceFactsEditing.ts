import { type Kysely, sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { FactConflict, FactsChange, ServiceFactsEditing } from './serviceFacts.ts'
import { type FactFields, fieldsOf, keptFacts, withFields } from './serviceFactsFields.ts'
import { mergeFields } from './serviceFactsMerge.ts'
import { type ServiceFacts, serviceFactsSchema } from './serviceFactsSchema.ts'

type Deps = {
  db: Kysely<Tables>
  /** The audit log, written in a transaction. */
  auditIn: (db: Kysely<Tables>) => Audit
  clock: Clock
}

const ACTION = 'service.changed'

/** What admins do with the facts, in the database. One changes them at a time: of two who save at once the second is merged with the first. */
export function createPostgresServiceFactsEditing({ db, auditIn, clock }: Deps): ServiceFactsEditing {
  async function judge(on: Kysely<Tables>, before: ServiceFacts, was: FactFields, mine: FactFields): Promise<FactsChange> {
    const now = fieldsOf(before)
    const { changes, conflicts } = mergeFields(was, mine, now)
    if (conflicts.length > 0)
      return { kind: 'conflict', now, conflicts: await Promise.all(conflicts.map((name) => conflictOf(on, name, now))) }
    const names = Object.keys(changes)
    return names.length === 0 ? { kind: 'same' } : { kind: 'changed', names, before, after: withFields(before, changes) }
  }

  async function conflictOf(on: Kysely<Tables>, name: string, now: FactFields): Promise<FactConflict> {
    const row = await changesOf(on).where(sql<boolean>`string_to_array(details ->> 'fields', ' ') @> array[${name}]`).executeTakeFirst()
    return { name, now: now[name] ?? '', ...(row?.account_name ? { by: row.account_name } : {}) }
  }

  return {
    read: async () => fieldsOf(await factsIn(db)),

    async lastChange() {
      const row = await changesOf(db).executeTakeFirst()
      return row && { at: row.at, by: row.account_name ?? '', names: (row.fields ?? '').split(' ') }
    },

    wouldChange: async (was, mine) => judge(db, await factsIn(db), was, mine),

    change: (by, was, mine) =>
      db.transaction().execute(async (trx) => {
        const outcome = await judge(trx, await factsIn(trx, 'toChange'), was, mine)
        if (outcome.kind !== 'changed') return outcome
        await trx
          .updateTable('service_facts')
          .set({ facts: JSON.stringify(keptFacts(outcome.after)), updated_at: clock.now().toJSDate() })
          .execute()
        const fields = [...new Set(outcome.names.map(auditedName))].join(' ')
        await auditIn(trx).note({ account: by, action: ACTION, subject: { kind: 'settings', id: 'service' }, details: { fields } })
        return outcome
      }),
  }
}

async function factsIn(db: Kysely<Tables>, purpose?: 'toChange'): Promise<ServiceFacts> {
  const query = db.selectFrom('service_facts').select('facts')
  const { facts } = await (purpose ? query.forUpdate() : query).executeTakeFirstOrThrow()
  return serviceFactsSchema.parse(facts)
}

const changesOf = (db: Kysely<Tables>) =>
  db
    .selectFrom('audit_log')
    .where('subject_kind', '=', 'settings')
    .where('subject_id', '=', 'service')
    .where('action', '=', ACTION)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .select(['at', 'account_name', sql<string | null>`details ->> 'fields'`.as('fields')])

/** The name of a field, without the day that is its value. */
const auditedName = (name: string): string => (name.startsWith('closedOn.') ? 'closedOn' : name)
