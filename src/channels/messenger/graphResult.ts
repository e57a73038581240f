/** What the Send API made of one request. */
export type GraphResult =
  | { kind: 'ok'; messageId?: string }
  /** Refused. Branch on `code` and `subcode`, never on the words; both are absent when the answer was not Graph's. */
  | { kind: 'graphError'; httpStatus: number; code?: number; subcode?: number; fbtraceId?: string; retryAfterMs?: number }
  /** No usable answer. Unless the connection was refused, Meta may have sent the message all the same. */
  | { kind: 'transport'; reason: 'timeout' | 'network' | 'unreadable' }
