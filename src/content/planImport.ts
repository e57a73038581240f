import { diffFiles, type FileDifference } from './diffFiles.ts'
import type { By, DraftState, FileEdit } from './draft.ts'
import type { PackFile } from './packFile.ts'
import { readFiles } from './readPack.ts'

/** whole: what the import does not hold goes. part: it stays. */
export type ImportScope = 'whole' | 'part'

/** What an import would make of the draft. Where there are faults it cannot be kept. */
export type ImportPlan = {
  edits: FileEdit[]
  differences: FileDifference[]
  /** Changes of the draft in whose place the import comes. */
  replaced: { path: string; authors: By[] }[]
  /** Those that the draft has not already: what a colleague has begun hinders nobody. */
  faults: string[]
}

/** Finds out what becomes of the draft when these files are imported. */
export function planImport(state: Pick<DraftState, 'draft' | 'changes'>, files: readonly PackFile[], scope: ImportScope): ImportPlan {
  const draft = new Map(state.draft.map(({ path, yaml }) => [path, yaml]))
  const target = scope === 'whole' ? new Map<string, string>() : new Map(draft)
  for (const { path, yaml } of files) target.set(path, yaml)
  const changes = new Map(state.changes.map((change) => [change.path, change]))
  const known = new Set(readFiles(state.draft).faults)
  const paths = [...new Set([...draft.keys(), ...target.keys()])].sort()
  const edits = paths
    .filter((path) => draft.get(path) !== target.get(path))
    .map((path) => ({ path, yaml: target.get(path), from: draft.get(path) }))
  const after = Array.from(target, ([path, yaml]) => ({ path, yaml })).sort((a, b) => (a.path < b.path ? -1 : 1))
  return {
    edits,
    differences: diffFiles(state.draft, after),
    replaced: edits.flatMap(({ path }) => {
      const change = changes.get(path)
      return change ? { path, authors: change.authors } : []
    }),
    faults: readFiles(after).faults.filter((fault) => !known.has(fault)),
  }
}
