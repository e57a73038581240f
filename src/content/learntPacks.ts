import { ContentError } from './contentError.ts'
import type { PackFile } from './packFile.ts'
import { packHash } from './packHash.ts'

/** How far a pack is. `faults` say why it cannot be learnt; none where something else went wrong. */
export type Learning<P> = { kind: 'learnt'; pack: P } | { kind: 'learning' } | { kind: 'failed'; faults: string[] }

type Kept<P> = { hash: string; learnt: Promise<P>; now: Learning<P> }

/**
 * Packs that are learnt beside the live one, to be tried or before they are published. The last one is kept. `learn` may take minutes,
 * and the service goes on meanwhile.
 */
export function createLearntPacks<P>(learn: (files: PackFile[]) => Promise<P>) {
  let last: Kept<P> | undefined

  function keep(files: PackFile[], hash: string): Kept<P> {
    const learnt = learn(files)
    const kept: Kept<P> = { hash, learnt, now: { kind: 'learning' } }
    learnt.then(
      (pack) => {
        kept.now = { kind: 'learnt', pack }
      },
      (error: unknown) => {
        kept.now = { kind: 'failed', faults: error instanceof ContentError ? error.faults : [] }
      },
    )
    last = kept
    return kept
  }

  return {
    /** The pack, learnt; rejects where it cannot be. What failed for another reason than its faults is tried again. */
    learnt(files: PackFile[]): Promise<P> {
      const hash = packHash(files)
      return last?.hash === hash && last.now.kind !== 'failed' ? last.learnt : keep(files, hash).learnt
    },
    /** How far it is; begins where nobody has. What failed for another reason than its faults begins again with the next look. */
    look(files: PackFile[]): Learning<P> {
      const hash = packHash(files)
      const { now } = last?.hash === hash ? last : keep(files, hash)
      if (now.kind === 'failed' && now.faults.length === 0) last = undefined
      return now
    },
  }
}

export type LearntPacks<P> = ReturnType<typeof createLearntPacks<P>>
