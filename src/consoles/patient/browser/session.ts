import { forget, recall, remember } from './tabMemory.ts'

/** The conversation of this tab. `started`: the server has been asked for the greeting. `expiresAt` in milliseconds. */
export type Session = { conversationId: string; token: string; expiresAt: number; started: boolean }

const place = 'chat.session'
let ended = false

/** Kept for as long as the tab is open, and over a reload. */
export const session = {
  get: () => recall<Session>(place),
  begin(begun: Session): void {
    if (!ended) remember(place, begun)
  },
  /** A fresh token; an answer that comes late, for a conversation that has been left, changes nothing. */
  renew(renewed: Session): void {
    if (session.get()?.conversationId === renewed.conversationId) remember(place, renewed)
  },
  leave: () => forget(place),
  /** Nothing is kept from now on. */
  end(): void {
    ended = true
    forget(place)
  },
}
