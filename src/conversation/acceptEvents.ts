import type { IncomingEvent } from './incomingEvent.ts'

export type Accepted = { eventKey: string; conversationId: string; duplicate: boolean }

/**
 * Takes events into the inbox and wakes their conversations, in one transaction. When the promise resolves they are
 * committed and will be answered; when it rejects, nothing was kept and the sender must try again. Events already in
 * the inbox are reported as duplicates. Results are in the order of the events. The `correlationId` of the request that
 * brought them goes into every log line that they lead to.
 */
export type AcceptEvents = (events: IncomingEvent[], correlationId?: string) => Promise<Accepted[]>
