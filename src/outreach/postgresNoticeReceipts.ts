import { type Kysely, sql } from 'kysely'
import type { Tables } from '../storage/postgres/tables.ts'
import type { GoneNotice, NoticeReceipts, Receipt } from './receipts.ts'

export function createPostgresNoticeReceipts(db: Kysely<Tables>): NoticeReceipts {
  /** A receipt may overtake the settling of what was sent. */
  const goneRow = ({ reference, via }: Pick<Receipt, 'reference' | 'via'>) =>
    db.updateTable('notices').where('id', '=', reference).where('via', '=', via).where('status', 'in', ['sending', 'sent'])

  return {
    async gone({ reference, via }) {
      const { rows } = await sql<GoneNotice>`
        select n.id, n.kind, n.via, p.starts_at as "startsAt", a.participant_id as "participantId"
        from notices n join appointments a on a.id = n.appointment_id join places p on p.id = a.place_id
        where n.id = ${reference}::uuid and n.via = ${via} and n.status in ('sending', 'sent')`.execute(db)
      return rows[0]
    },
    async delivered(receipt, now) {
      await goneRow(receipt).set({ status: 'delivered', provider_id: receipt.providerId, outcome_code: null, settled_at: now }).execute()
    },
    async failed(receipt, next, now) {
      const kept = { provider_id: receipt.providerId, outcome_code: receipt.status }
      await goneRow(receipt)
        .set(
          next
            ? { ...kept, status: 'due', via: next, due_at: now, attempts: 0, begun_at: null, settled_at: null }
            : { ...kept, status: 'failed', settled_at: now },
        )
        .execute()
    },
  }
}
