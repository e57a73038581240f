import { createHash } from 'node:crypto'
import type { PackFile } from './packFile.ts'

/** Names what a file says. */
export const fileHash = (yaml: string): string => createHash('sha256').update(yaml).digest('hex')

/** Names a whole pack: the same files, whatever their order, have the same hash. */
export function packHash(files: readonly PackFile[]): string {
  const lines = files.map(({ path, yaml }) => `${path} ${fileHash(yaml)}\n`).sort()
  return createHash('sha256').update(lines.join('')).digest('hex')
}
