import { sql } from 'kysely'
import { quietDangers } from './escalation.ts'

/** Over the conversation's row `c`: there was a crisis or abuse in it, at any time. */
export const isQuiet = sql<boolean>`exists (
  select 1 from escalations q where q.conversation_id = c.id and q.reason = any(${quietDangers}::text[]))`
