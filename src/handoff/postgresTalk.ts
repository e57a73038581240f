import { type Kysely, sql } from 'kysely'
import type { Author } from '../conversation/transcriptEntry.ts'
import type { Sealer } from '../kernel/sealer.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { DeliveryShown, TalkEntry, TalkItem, TalkNote, TalkPart } from './conversationView.ts'
import { noteContext } from './noteContext.ts'
import { openWords } from './openWords.ts'
import { type ShownActivity, shownActivity } from './shownActivity.ts'

/** Entries of the transcript shown at once. */
const PART = 100

type Deps = { db: Kysely<Tables>; sealer: Sealer; transcriptContext: (conversationId: string) => string }

type EntryRow = {
  id: string
  seq: number
  author: Author
  author_name: string | null
  account_id: string | null
  at: Date
  body: string | null
  speaker: string | null
  status: 'pending' | 'sent' | 'withheld' | 'failed' | null
  queued_at: Date | null
  settled_at: Date | null
  delivered_at: Date | null
  read_at: Date | null
  outcome_code: string | null
  drafted: boolean
}

/** A part of a transcript, with what colleagues noted meanwhile and what became of each message. */
export async function readPostgresTalk(deps: Deps, conversationId: string, before?: number): Promise<TalkPart> {
  const { db, sealer, transcriptContext } = deps
  const { rows } = await sql<EntryRow>`
    select t.id, t.seq, t.author, t.author_name, t.account_id, t.at, t.body, o.speaker, o.status, o.queued_at, o.settled_at,
      o.delivered_at, o.read_at, o.outcome_code, t.account_id is not null and t.author = 'staff'
        and exists (select 1 from inbox i where i.id = t.event_id and starts_with(i.event_key, 'draft:')) as drafted
    from (
      select * from transcript where conversation_id = ${conversationId}::uuid and seq < ${before ?? 2_147_483_647}::integer
      order by seq desc limit ${PART + 1}) t
    left join outbox o on o.id = t.id order by t.seq desc`.execute(db)
  const newestFirst = rows.slice(0, PART)
  const oldest = newestFirst.at(-1)
  const isAll = rows.length <= PART
  const notes = await readNotes(deps, conversationId, {
    ...(isAll || !oldest ? {} : { from: oldest.at }),
    ...(before && newestFirst[0] ? { to: newestFirst[0].at } : {}),
  })
  const open = (body: string) => openActivity(sealer, body, transcriptContext(conversationId))
  const entries = newestFirst.reverse().map((row) => toEntry(row, open))
  return {
    items: merge(entries, notes),
    lastSeq: entries.at(-1)?.seq ?? 0,
    ...(isAll || !oldest ? {} : { earlier: oldest.seq }),
  }
}

async function readNotes({ db, sealer }: Deps, conversationId: string, { from, to }: { from?: Date; to?: Date }): Promise<TalkNote[]> {
  let rows = db.selectFrom('staff_notes').where('conversation_id', '=', conversationId).orderBy('at').orderBy('id')
  if (from) rows = rows.where('at', '>=', from)
  if (to) rows = rows.where('at', '<', to)
  const found = await rows.select(['id', 'at', 'author_name', 'body']).execute()
  return found.map(({ id, at, author_name: by, body }) => ({
    kind: 'note',
    id,
    at,
    by,
    text: openWords(sealer, body, noteContext(conversationId)),
  }))
}

/** Entries stay in the order of the conversation; a note stands before the first entry that is later. */
function merge(entries: TalkEntry[], notes: TalkNote[]): TalkItem[] {
  const items: TalkItem[] = []
  const waiting = [...notes]
  for (const entry of entries) {
    while (waiting[0] && waiting[0].at < entry.at) items.push(waiting.shift() as TalkNote)
    items.push(entry)
  }
  return [...items, ...waiting]
}

function toEntry(row: EntryRow, open: (body: string) => ShownActivity): TalkEntry {
  const said = row.body === null ? undefined : open(row.body)
  const delivery = deliveryOf(row)
  return {
    kind: 'entry',
    id: row.id,
    seq: row.seq,
    at: row.at,
    who: whoOf(row),
    ...(row.author_name ? { name: row.author_name } : {}),
    ...(row.drafted ? { drafted: true } : {}),
    ...(said ? { said } : {}),
    ...(delivery ? { delivery } : {}),
  }
}

function whoOf({ author, account_id }: EntryRow): TalkEntry['who'] {
  switch (author) {
    case 'patient':
    case 'system':
      return author
    case 'bot':
      return 'assistant'
    case 'staff':
      return account_id ? 'colleague' : 'elsewhere'
  }
}

function deliveryOf(row: EntryRow): DeliveryShown | undefined {
  const { status, queued_at, settled_at, delivered_at, read_at, outcome_code } = row
  if (!status || !queued_at) return undefined
  if (status === 'pending') return { status: 'queued', at: queued_at }
  if (status === 'sent') {
    if (read_at) return { status: 'read', at: read_at }
    return delivered_at ? { status: 'delivered', at: delivered_at } : { status: 'sent', at: settled_at ?? queued_at }
  }
  return { status, at: settled_at ?? queued_at, ...(outcome_code ? { code: outcome_code } : {}) }
}

/** What no key of ours opens any more is shown as such, and the rest of the conversation all the same. */
function openActivity(sealer: Sealer, body: string, context: string): ShownActivity {
  try {
    return shownActivity(JSON.parse(sealer.open(body, context)))
  } catch {
    return { attachments: ['something that can no longer be read'] }
  }
}
