/** How much of a limit is used, in percent of it: the highest that Meta's headers of the answer name. */
export type GraphUsage = { percent: number }

/** What the Graph API made of one request. */
export type GraphResult<Answer = { messageId?: string }> =
  | ({ kind: 'ok'; usage?: GraphUsage } & Answer)
  /** Refused. Branch on `code` and `subcode`, never on the words; both are absent when the answer was not Graph's. */
  | {
      kind: 'graphError'
      httpStatus: number
      code?: number
      subcode?: number
      /** Meta's words, for an operator's screen. Never for the log: they may repeat what was sent. */
      message?: string
      fbtraceId?: string
      retryAfterMs?: number
      usage?: GraphUsage
    }
  /** No usable answer. Unless there was no connection, Meta may have done what was asked all the same. */
  | { kind: 'transport'; reason: 'timeout' | 'brokenOff' | 'noConnection' | 'unreadable' }
