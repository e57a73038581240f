import type { Owner } from './takeover.ts'

export type OwnerColumns = {
  owner: string
  owner_name: string | null
  owner_account: string | null
  owner_until: Date | null
  taken_at: Date | null
  /** Of the account. */
  first_name: string | null
}

/** Whose a conversation is at `now`. Somebody whose time is over has it no longer, though the row still says so. */
export function ownerOf(row: OwnerColumns, now: Date): Owner {
  if (row.owner === 'nobody') return { kind: 'nobody' }
  if (row.owner !== 'staff') return { kind: 'bot' }
  const isOver = row.owner_until !== null && row.owner_until <= now
  const until = row.owner_until ? { until: row.owner_until } : {}
  if (!row.owner_account) return isOver ? { kind: 'bot' } : { kind: 'elsewhere', name: row.owner_name ?? 'another system', ...until }
  if (isOver) return { kind: 'nobody' }
  return { kind: 'colleague', id: row.owner_account, firstName: row.first_name ?? 'A colleague', since: row.taken_at ?? now, ...until }
}
