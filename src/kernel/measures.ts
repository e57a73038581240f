/**
 * - `accept`  from a call of a channel to its commit
 * - `wait`    from received to the beginning of its turn
 * - `bot`     what the bot itself takes
 * - `commit`  the turn's commit
 * - `deliver` one call of a channel's way out
 * - `whole`   from received to delivered
 */
export type Stage = 'accept' | 'wait' | 'bot' | 'commit' | 'deliver' | 'whole'

/** How much waits, over all processes. */
export type Depths = {
  inbox: Waiting
  outbox: Waiting
  openEscalations: Record<'now' | 'today' | 'soon', number>
  /** Open escalations for which the time has passed that was promised for an answer. */
  overdueEscalations: number
  stoppedChannels: string[]
  /** Conversations that a member of staff has now. */
  ownedByStaff: number
}

/** How many, and for how long the oldest has; 0 when there is none. */
export type Waiting = { count: number; oldestSeconds: number }

/** What is asked for when somebody looks, each within a moment: a question that gets no answer is left out. */
export type Readings = {
  worker: () => { busy: number; queued: number }
  depths: () => Promise<Depths>
  /** Each store, and how to find out whether it answers. */
  stores: Record<string, () => Promise<unknown>>
}

/**
 * What is counted and timed, in seconds. Labels are channels, codes, routes and the like, of which there are few; never
 * anything of a person, nor an id.
 */
export type Measures = {
  accepted(channel: string, counts: { fresh: number; duplicate: number }): void
  webhookFault(code: string): void
  stage(stage: Stage, channel: string, seconds: number): void
  /** One look at a message's words by `safety` or `classifier`. */
  looked(at: 'safety' | 'classifier', seconds: number): void
  turn(channel: string, outcome: string): void
  delivery(channel: string, outcome: string, code: string): void
  /** How much of Meta's limits is used; 1 is all of it. */
  metaUsage(ratio: number): void
  session(what: 'saved' | 'conflict'): void
  streamOpened(): void
  streamClosed(): void
  request(route: string, method: string, status: number, seconds: number): void
  /** Somebody came up against the limit of this name. */
  rateLimited(limit: string): void
  logged(level: 'warn' | 'error', event: string): void
  /** Where to ask for what is not told. */
  readFrom(readings: Readings): void
}

export const silentMeasures: Measures = {
  accepted() {},
  webhookFault() {},
  stage() {},
  looked() {},
  turn() {},
  delivery() {},
  metaUsage() {},
  session() {},
  streamOpened() {},
  streamClosed() {},
  request() {},
  rateLimited() {},
  logged() {},
  readFrom() {},
}
