import type { GivenContacts } from './givenContacts.ts'

/** What has become of a link. `locked`: too many tries. An unknown one never was ours. */
export type LinkState =
  | { kind: 'open'; conversationId: string; channel: string }
  | { kind: 'locked' }
  | { kind: 'used' }
  | { kind: 'expired' }
  | { kind: 'unknown' }

/** `key` is the link's own and tells nothing of its token. */
export type UsedLink = { conversationId: string; channel: string; key: string }

/** One-time links to the page "Check it's you", each for one conversation. The token itself is kept nowhere. */
export type CheckLinks = {
  /** A new token, to be used within half an hour. From now on the conversation's earlier links are void. */
  create(conversationId: string, now: Date): Promise<string>
  look(token: string, now: Date): Promise<LinkState>
  /**
   * Counts a try. It is counted before anything is compared, so that of many at once no more than five are. Resolves with
   * how many are left after this one, with nothing when this one may not be.
   */
  countTry(token: string, now: Date): Promise<number | undefined>
  /**
   * Ends the link, puts down who was checked, in place of whoever was before, and keeps what she gave, in place of what she gave before; all of
   * it or nothing. Resolves with nothing when the link was no longer to be used.
   */
  use(token: string, participantId: string, now: Date, given?: GivenContacts): Promise<UsedLink | undefined>
}
