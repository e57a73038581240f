import pg from 'pg'
import { eventually } from './startService.ts'

export type OutboxRow = { status: string; outcome_code: string | null; attempts: number; delivered_at: Date | null; read_at: Date | null }

/** Looks into a running service's database, as an operator could. */
export async function openDatabaseView(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  const about = async <Row extends object>(psid: string, columns: string, table: string, order: string): Promise<Row[]> =>
    (
      await client.query(
        `select ${columns} from ${table} t join conversations c on c.id = t.conversation_id where c.address = $1 order by ${order}`,
        [psid],
      )
    ).rows as Row[]

  const outboxOf = (psid: string) =>
    about<OutboxRow>(psid, 't.status, t.outcome_code, t.attempts, t.delivered_at, t.read_at', 'outbox', 't.seq')
  return {
    outboxOf,
    escalationsOf: (psid: string) => about<{ reason: string; urgency: string }>(psid, 't.reason, t.urgency', 'escalations', 't.created_at'),
    /** The outbox once it holds `count` messages and none waits any more. */
    settledOutboxOf: (psid: string, count = 1) =>
      eventually(async () => {
        const rows = await outboxOf(psid)
        return rows.length === count && rows.every(({ status }) => status !== 'pending') && rows
      }, `the outbox of ${psid}`),
    conversationOf: async (psid: string) => (await client.query('select * from conversations where address = $1', [psid])).rows[0],
    inboxOf: (psid: string) => about<{ outcome: string | null }>(psid, 't.outcome', 'inbox', 't.id'),
    query: (text: string, values: unknown[] = []) => client.query(text, values),
    close: () => client.end(),
  }
}
