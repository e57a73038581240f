/** Whom or what it was done to, by its id. */
export type AuditSubject = {
  kind:
    | 'conversation'
    | 'participant'
    | 'appointment'
    | 'request'
    | 'notice'
    | 'callBack'
    | 'clinic'
    | 'account'
    | 'settings'
    | 'content'
    | 'import'
    | 'cannedReply'
    | 'audit'
  id: string
}

export type AuditEntry = {
  /** Who did it; absent: the service itself. */
  account?: { id: string; firstName: string }
  /** What, as `noun.verb`: `conversation.read`, `appointment.booked`. */
  action: string
  subject: AuditSubject
  /** In the colleague's words, or the reason that follows from her work: `escalation asked`, `mine`. */
  why?: string
  /** Ids, codes and counts; never a patient's words. */
  details?: Record<string, string | number | boolean>
}

/** Who did or read what, of whom and why: added to, never changed. */
export type Audit = {
  /** Rejects when it cannot be kept: then what was to be noted is not shown, and not done. */
  note(...entries: AuditEntry[]): Promise<void>
}
