import type { Storage } from 'botbuilder'
import { newSession, type Session } from './session.ts'

export type Sessions = {
  load(conversationId: string): Promise<Session>
  /** Throws `StorageConflict` when somebody else saved in the meantime. */
  save(conversationId: string, session: Session): Promise<void>
  forget(conversationId: string): Promise<void>
}

/**
 * Sessions in a Bot Framework `Storage`. The SDK's own `ConversationState` is not used: it saves with the ETag `*`,
 * which overwrites what another process saved in the meantime. A session that cannot be read any more is a new one.
 */
export function createSessions(storage: Storage): Sessions {
  return {
    async load(conversationId) {
      const items = await storage.read([keyOf(conversationId)])
      const item = items[keyOf(conversationId)]
      return item?.choices ? item : newSession(item?.eTag)
    },
    async save(conversationId, session) {
      await storage.write({ [keyOf(conversationId)]: session })
    },
    forget: (conversationId) => storage.delete([keyOf(conversationId)]),
  }
}

/** The braces keep every key of a conversation on one node of a Redis Cluster. */
const keyOf = (conversationId: string) => `session:{${conversationId}}`
