import { createHash } from 'node:crypto'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u001f\u007f]/

/** A channel's id as it is, or its hash where it is too long or holds what no store can keep: two ids never become one. */
export function bounded(id: string, longest = 250): string {
  const isFine = id.length <= longest && id.isWellFormed() && !unprintable.test(id) && !id.startsWith('sha256:')
  return isFine ? id : digest(id)
}

/** The same for the same parts, and for no others. */
export function digest(...parts: unknown[]): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`
}
