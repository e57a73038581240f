import type { Storage } from 'botbuilder'
import type { Clock } from '../kernel/clock.ts'
import { StorageConflict } from '../kernel/storageConflict.ts'
import { createToken, digestOf, isToken } from './randomToken.ts'

/** What has to be known for some minutes, by a token that one browser has. */
export type ShortMemory<T> = {
  keep(value: T): Promise<string>
  look(token: string | undefined): Promise<T | undefined>
  /** Gives it back once: of two at the same time one gets it. */
  take(token: string | undefined): Promise<T | undefined>
}

type Kept<T> = { value?: T; until?: number; eTag?: string }

/** `name` tells it from others in the same store. */
export function createShortMemory<T>(
  { storage, clock }: { storage: Storage; clock: Clock },
  name: string,
  minutes: number,
): ShortMemory<T> {
  const keyOf = (token: string) => `${name}:${digestOf(token)}`

  async function read(token: string | undefined): Promise<{ key: string; value: T; eTag: string } | undefined> {
    if (!isToken(token)) return undefined
    const key = keyOf(token)
    const { [key]: kept } = (await storage.read([key])) as Record<string, Kept<T> | undefined>
    if (kept?.value === undefined || !kept.eTag || (kept.until ?? 0) <= clock.now().toMillis()) return undefined
    return { key, value: kept.value, eTag: kept.eTag }
  }

  return {
    async keep(value) {
      const token = createToken()
      await storage.write({ [keyOf(token)]: { value, until: clock.now().plus({ minutes }).toMillis(), eTag: '*' } })
      return token
    },
    look: async (token) => (await read(token))?.value,
    async take(token) {
      const found = await read(token)
      if (!found) return undefined
      try {
        // Emptied, not deleted: a store does not say whether it was there to delete.
        await storage.write({ [found.key]: { eTag: found.eTag } })
      } catch (error) {
        if (error instanceof StorageConflict) return undefined
        throw error
      }
      return found.value
    },
  }
}
