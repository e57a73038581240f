import type { Sealer } from '../kernel/sealer.ts'

/** What was noted; where no key of ours opens it any more that is said, and all the rest is shown. */
export function openWords(sealer: Sealer, sealed: string, context: string): string {
  try {
    return sealer.open(sealed, context)
  } catch {
    return 'This cannot be read any more.'
  }
}
