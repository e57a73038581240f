import type { Reply } from './activity.ts'
import type { Claim } from './claim.ts'
import type { InboxEvent } from './inboxEvent.ts'

/** Where a service wants it, the bot prepares answers, and staff send them. */
export type Assist = {
  /** Whether staff look at what the bot says before the patient sees it. */
  isOn(): Promise<boolean>
  /** Whether what was prepared for an event, by its key, has been sent to her as it was. */
  wasSent(eventKey: string): Promise<boolean>
  /**
   * Staff are called to what was prepared for the event. Resolves with what the patient is told meanwhile: nothing where she has been
   * promised an answer already. The same for the same event.
   */
  acknowledge(claim: Claim, event: InboxEvent): Promise<Reply[]>
}
