import { createHash } from 'node:crypto'

/** One short text for all that was added, in order: other things give another text. */
export function createFingerprint() {
  const hash = createHash('sha256')
  return {
    add: (...things: unknown[]) => void hash.update(`${JSON.stringify(things)}\n`),
    end: (): string => hash.digest('base64url'),
  }
}
