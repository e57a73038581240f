import { parse } from 'yaml'
import type { Draft, DraftState } from './draft.ts'
import { type Intent, intentSchema, programmes } from './intentSchema.ts'
import { folderOfPath, idOfPath, type PackFile } from './packFile.ts'

/** live: as it is said today. changed, new, takenOut: as the draft would have it. */
export type IntentState = 'live' | 'changed' | 'new' | 'takenOut'

/** An intent of the draft, or one that the draft takes out. `intent`: undefined where its file cannot be read. */
export type DraftIntent = { id: string; path: string; yaml: string; state: IntentState; intent: Intent | undefined }

export type DraftIntents = {
  state: DraftState
  all: DraftIntent[]
  /** What could be read of the draft and of what is live; the same arrays for as long as those stay the same. */
  draft: readonly Intent[]
  live: readonly Intent[]
}

export const isIntentPath = (path: string): boolean => programmes.some((programme) => programme === folderOfPath(path))

/** Reads the intents of the draft. What has not changed since the last time is not read anew. */
export function createDraftIntents(draft: Pick<Draft, 'state'>): () => Promise<DraftIntents> {
  const readLive = remembering()
  const readDraft = remembering()
  return async () => {
    const state = await draft.state()
    const live = readLive(state.liveHash, state.live)
    const drafted = readDraft(state.draftHash, state.draft, live.files)
    return { state, all: allOf(live.files, drafted.files), draft: drafted.intents, live: live.intents }
  }
}

type ReadFile = PackFile & { intent: Intent | undefined }
type ReadFiles = { hash: string; files: ReadFile[]; intents: Intent[] }

/** `alike`: files that are read already. */
function remembering(): (hash: string, files: readonly PackFile[], alike?: readonly ReadFile[]) => ReadFiles {
  let last: ReadFiles = { hash: '', files: [], intents: [] }
  return (hash, files, alike = []) => {
    if (last.hash === hash) return last
    const before = new Map([...last.files, ...alike].map((file) => [file.yaml, file.intent]))
    const read = files
      .filter(({ path }) => isIntentPath(path))
      .map((file) => ({ ...file, intent: before.has(file.yaml) ? before.get(file.yaml) : readIntent(file.yaml) }))
    last = { hash, files: read, intents: read.flatMap(({ intent }) => intent ?? []) }
    return last
  }
}

function readIntent(yaml: string): Intent | undefined {
  try {
    return intentSchema.safeParse(parse(yaml)).data
  } catch {
    return undefined
  }
}

function allOf(live: ReadFile[], draft: ReadFile[]): DraftIntent[] {
  const liveById = new Map(live.map((file) => [idOfPath(file.path), file]))
  const drafted = draft.map((file): DraftIntent => {
    const id = idOfPath(file.path)
    const now = liveById.get(id)
    liveById.delete(id)
    const state = !now ? 'new' : now.yaml === file.yaml && now.path === file.path ? 'live' : 'changed'
    return { id, ...file, state }
  })
  return [...drafted, ...Array.from(liveById, ([id, file]): DraftIntent => ({ id, ...file, state: 'takenOut' }))]
}
