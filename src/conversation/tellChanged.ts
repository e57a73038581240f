import { sql } from 'kysely'

/** Of a row of `conversations`: tells whoever looks at it that it has changed, when the statement is committed. */
export const tellChanged = sql<string>`pg_notify('conversation', 'changed ' || address)`.as('told')
