import { z } from 'zod'
import { ifReadable } from './ifReadable.ts'

/** The `ref` of an m.me link. Anybody can write such a link, so only Meta's own alphabet is kept, at most 256 characters. */
export function cleanRef(ref: string): string | undefined {
  return ref.replace(/[^A-Za-z0-9_=-]/g, '').slice(0, 256) || undefined
}

/** Where a person came from; read to its cleaned `ref`, or to undefined when it has none. */
export const referralRef = z.object({ ref: ifReadable(z.string()) }).transform(({ ref }) => (ref === undefined ? undefined : cleanRef(ref)))
