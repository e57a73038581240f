import type { StoreItems } from 'botbuilder'
import type { Sealer } from '../kernel/sealer.ts'

/** How a stored item looks at rest: sealed, with its ETag beside it (the SDK keeps the ETag inside the item). */
export function createItemCodec(sealer: Sealer) {
  return {
    encode: (item: StoreItems[string]): string => {
      const { eTag: _, ...value } = item as Record<string, unknown>
      return sealer.seal(JSON.stringify(value), 'session')
    },
    /** What no key of ours opens is an item with nothing in it but its ETag, so that it can be overwritten. */
    decode(value: string, eTag: string): StoreItems[string] {
      try {
        return { ...JSON.parse(sealer.open(value, 'session')), eTag }
      } catch {
        return { eTag }
      }
    },
    /** The ETag that a write insists on; undefined where it overwrites whatever is there. */
    expectedETag: (item: StoreItems[string]): string | undefined => {
      const eTag = (item as { eTag?: string }).eTag
      return eTag && eTag !== '*' ? eTag : undefined
    },
  }
}
