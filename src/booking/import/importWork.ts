import type { Kysely } from 'kysely'
import type { Audit, AuditEntry } from '../../audit/audit.ts'
import { errorFacts } from '../../kernel/errorFacts.ts'
import type { Log } from '../../kernel/log.ts'
import type { Tables } from '../../storage/postgres/tables.ts'
import type { Source } from './decodeText.ts'
import type { Agreement, ImportOutcome, OnProgress, Progress } from './importOutcome.ts'
import type { ImportKind, ImportPreview, ImportSummary } from './importPreview.ts'
import type { Begun, Checked, PendingImports, Sender, Settled } from './pendingImport.ts'

type Deps = {
  db: Kysely<Tables>
  /** `here`: the files that this process is at work with. */
  pending: PendingImports
  here: Map<string, Progress | undefined>
  preview: (kind: ImportKind, source: Source, onProgress: OnProgress) => Promise<ImportPreview>
  bringIn: (kind: ImportKind, source: Source, onProgress: OnProgress, agreement: Agreement<ImportSummary>) => Promise<ImportOutcome<object>>
  auditIn: (db: Kysely<Tables>) => Audit
  log: Log
}

const BEAT_MS = 2_000

/** Somebody began anew with the file, because nothing was heard of this work. */
class NotOurs extends Error {}

/**
 * Checks and imports files beside everything else, one after the other in a process: what is large would otherwise keep a page waiting. A
 * process that dies leaves no trace but a file that nothing is heard of.
 */
export function createImportWork({ db, pending, here, preview, bringIn, auditIn, log }: Deps) {
  let last: Promise<void> = Promise.resolve()

  /** False when there is nothing to begin with. */
  async function begin(id: string, sender: Sender, work: 'checking' | 'importing', agreedTo?: string): Promise<boolean> {
    const begun = await pending.begin(id, sender.sessionId, work, agreedTo)
    if (!begun) return false
    here.set(id, undefined)
    // It may have to wait for others first: that is heard of, too.
    const stopBeating = startBeating(id, begun)
    last = last.then(() => run(id, begun, sender)).finally(stopBeating)
    return true
  }

  function startBeating(id: string, begun: Begun): () => void {
    let isBeating = false
    const beat = setInterval(async () => {
      if (isBeating) return
      isBeating = true
      await pending.beat(id, begun.id, here.get(id)).catch(() => {})
      isBeating = false
    }, BEAT_MS)
    return () => clearInterval(beat)
  }

  async function run(id: string, begun: Begun, sender: Sender): Promise<void> {
    try {
      await (begun.agreedTo === undefined ? check(id, begun, sender) : importIt(id, begun, begun.agreedTo, sender))
    } catch (error) {
      log.warn('import.brokenOff', { importId: id, kind: begun.kind, ...errorFacts(error) })
      await pending.settle(id, begun.id, { kind: 'brokenOff' }).catch(() => {})
    } finally {
      here.delete(id)
    }
  }

  const onProgressOf = (id: string) => (progress: Progress) => void here.set(id, progress)

  async function check(id: string, begun: Begun, sender: Sender, agreedTo?: string): Promise<void> {
    const found = await preview(begun.kind, pending.bytes(id), onProgressOf(id))
    const isSame = found.kind === 'ready' && found.fingerprint === agreedTo
    const checked: Checked = { preview: found, ...(agreedTo !== undefined && { why: isSame ? 'busy' : 'changed' }) }
    await db.transaction().execute(async (trx) => {
      await settle(trx, id, begun, { kind: 'checked', ...checked })
      await auditIn(trx).note(noted(id, begun, sender, 'import.checked', detailsOf(found)))
    })
  }

  async function importIt(id: string, begun: Begun, agreedTo: string, sender: Sender): Promise<void> {
    const outcome = await bringIn(begun.kind, pending.bytes(id), onProgressOf(id), {
      fingerprint: agreedTo,
      async also(trx, summary) {
        await settle(trx, id, begun, { kind: 'imported', summary })
        await auditIn(trx).note(noted(id, begun, sender, 'import.done', countsOf(summary)))
      },
    })
    if (outcome.kind !== 'imported') await check(id, begun, sender, agreedTo)
  }

  async function settle(trx: Kysely<Tables>, id: string, begun: Begun, end: Settled): Promise<void> {
    if (!(await pending.settle(id, begun.id, end, trx))) throw new NotOurs()
  }

  return {
    check: (id: string, sender: Sender) => begin(id, sender, 'checking'),
    importIt: (id: string, sender: Sender, agreedTo: string) => begin(id, sender, 'importing', agreedTo),
    /** Resolves when everything that was begun here is over. */
    idle: () => last,
  }
}

export type ImportWork = ReturnType<typeof createImportWork>

function noted(id: string, { kind, sha256 }: Begun, { account }: Sender, action: string, details: Details): AuditEntry {
  return { account, action, subject: { kind: 'import', id }, why: 'imports', details: { file: kind, sha256, ...details } }
}

type Details = Record<string, number>

function detailsOf(preview: ImportPreview): Details {
  if (preview.kind === 'faults') return { faults: preview.faults.length }
  const people = preview.sorts.find(({ what }) => what === 'peopleChanged')?.rows.length ?? 0
  return { ...countsOf(preview.summary), ...(people > 0 && { peopleShown: people }) }
}

/** `peopleAdded`, `clinicsChanged` and the like. */
function countsOf({ kind: _, ...summary }: ImportSummary): Details {
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const entries = Object.entries(summary).flatMap(([what, counts]) =>
    Object.entries(counts as Details).map(([how, count]) => [what + capital(how), count] as const),
  )
  return Object.fromEntries(entries)
}
