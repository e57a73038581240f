import type { Storage } from 'botbuilder'
import type { Clock } from '../kernel/clock.ts'
import { StorageConflict } from '../kernel/storageConflict.ts'
import { RENEW_SECONDS, SESSION_HOURS, SESSION_IDLE_MINUTES } from './lifetimes.ts'
import { createToken, digestOf, isToken } from './randomToken.ts'

/** A session of somebody who works here. `id`: what the token's owner is known by; it opens nothing. `epoch`: the account's when it began. */
export type StaffSession = { id: string; accountId: string; epoch: string }

export type StaffSessions = {
  /** Begins one, and gives back its token. */
  begin(accountId: string, epoch: string): Promise<string>
  /** The session of a token while it stands. `renew`: this is something she does, so it lasts longer. */
  read(token: string | undefined, renew: boolean): Promise<StaffSession | undefined>
  end(token: string | undefined): Promise<void>
}

type Kept = { accountId?: string; epoch?: string; beganAt?: number; seenAt?: number; eTag?: string }

const keyOf = (id: string) => `staff-session:${id}`

/** Sessions in the state store, each under the digest of its token. */
export function createStaffSessions({ storage, clock }: { storage: Storage; clock: Clock }): StaffSessions {
  const now = () => clock.now().toMillis()

  async function read(token: string | undefined, renew: boolean): Promise<StaffSession | undefined> {
    if (!isToken(token)) return undefined
    const id = digestOf(token)
    const { [keyOf(id)]: kept } = (await storage.read([keyOf(id)])) as Record<string, Kept | undefined>
    const { accountId, epoch, beganAt = 0, seenAt = 0 } = kept ?? {}
    if (!kept || accountId === undefined || epoch === undefined) return undefined
    if (now() >= seenAt + SESSION_IDLE_MINUTES * 60_000 || now() >= beganAt + SESSION_HOURS * 3_600_000) return undefined
    if (renew && now() >= seenAt + RENEW_SECONDS * 1_000) {
      try {
        await storage.write({ [keyOf(id)]: { ...kept, seenAt: now() } })
      } catch (error) {
        // Another request renewed it, or ended it.
        if (error instanceof StorageConflict) return read(token, false)
        throw error
      }
    }
    return { id, accountId, epoch }
  }

  return {
    async begin(accountId, epoch) {
      const token = createToken()
      await storage.write({ [keyOf(digestOf(token))]: { accountId, epoch, beganAt: now(), seenAt: now(), eTag: '*' } })
      return token
    },
    read,
    async end(token) {
      // Emptied, not deleted: a renewal that has begun finds another ETag, and does not bring it back.
      if (isToken(token)) await storage.write({ [keyOf(digestOf(token))]: { eTag: '*' } })
    },
  }
}
