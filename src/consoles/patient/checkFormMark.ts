import { createHmac, timingSafeEqual } from 'node:crypto'

/** Marks forms as ours, each for one link. `keys`: the first marks, all are known. */
export function createFormMarks(keys: Uint8Array[]) {
  const markWith = (key: Uint8Array, token: string) => createHmac('sha256', key).update(token).digest()
  const [current] = keys
  if (!current) throw new Error('A key is needed.')

  return {
    markFor: (token: string): string => markWith(current, token).toString('base64url'),
    isOurs(mark: string | null, token: string): boolean {
      const told = Buffer.from(mark ?? '', 'base64url')
      return keys.some((key) => {
        const expected = markWith(key, token)
        return told.length === expected.length && timingSafeEqual(told, expected)
      })
    },
  }
}
