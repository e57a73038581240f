/**
 * What Meta reports that is no part of a conversation's turns. `address` is the person's page-scoped id, absent when the
 * report is about the page; `at` is Meta's time of it.
 */
export type Observation = { at: Date; address?: string } & (
  | { kind: 'delivery'; mids: string[]; watermark?: Date }
  | { kind: 'read'; watermark?: Date }
  /** Our own message coming back; `outboxId` is what `toSendRequest` put into it. */
  | { kind: 'echo'; mid: string; outboxId?: string }
  /** Another app asks for the thread that we have. */
  | { kind: 'threadRequested'; appId?: string }
  | { kind: 'policyEnforcement'; action: string; reason?: string }
  | { kind: 'optin'; type?: string }
  | { kind: 'accountLinking'; status: string }
  | { kind: 'feedback'; mid?: string; feedback: string }
  | { kind: 'templateStatus'; status?: string; template?: string }
  /** Anything else; `code` is Meta's own name of it. */
  | { kind: 'other'; code: string }
)
