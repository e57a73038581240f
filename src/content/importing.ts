import type { Kysely } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Tables } from '../storage/postgres/tables.ts'
import type { By, Draft } from './draft.ts'
import type { PackFile } from './packFile.ts'
import { type ImportPlan, type ImportScope, planImport } from './planImport.ts'
import type { Seen } from './publisher.ts'

/** Files that somebody has sent, until she has seen what they would change. */
export type SentPack = { by: string; name: string; scope: ImportScope; files: PackFile[]; left: string[] }

type Deps = {
  draft: Pick<Draft, 'state' | 'put'>
  db: Kysely<Tables>
  auditIn: (db: Kysely<Tables>) => Audit
}

export type ImportLook = ImportPlan & { seen: Seen; name: string; left: string[] }

export type ImportOutcome = 'kept' | 'changedMeanwhile' | 'nothingChanges' | { kind: 'refused'; faults: string[] }

/** Imports a pack into the draft: what it would change is seen before anything is kept. */
export function createImporting({ draft, db, auditIn }: Deps) {
  return {
    async look({ files, scope, name, left }: Omit<SentPack, 'by'>): Promise<ImportLook> {
      const state = await draft.state()
      return { ...planImport(state, files, scope), seen: { draftHash: state.draftHash, liveHash: state.liveHash }, name, left }
    },

    /** All of it, or nothing. */
    async keep(by: By, { files, scope }: Pick<SentPack, 'files' | 'scope'>, seen: Seen): Promise<ImportOutcome> {
      const state = await draft.state()
      if (state.draftHash !== seen.draftHash || state.liveHash !== seen.liveHash) return 'changedMeanwhile'
      const { edits, faults } = planImport(state, files, scope)
      if (faults.length > 0) return { kind: 'refused', faults }
      if (edits.length === 0) return 'nothingChanges'
      return db.transaction().execute(async (trx) => {
        const outcome = await draft.put(by, edits, trx)
        if (outcome.kind !== 'kept') return 'changedMeanwhile'
        const details = { files: edits.length, removed: edits.filter(({ yaml }) => yaml === undefined).length }
        await auditIn(trx).note({ account: by, action: 'draft.imported', subject: { kind: 'content', id: 'draft' }, details })
        return 'kept'
      })
    },
  }
}

export type Importing = ReturnType<typeof createImporting>
