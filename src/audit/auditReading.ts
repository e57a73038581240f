/** What is looked for; all of it must fit. `account`: an id, or the service itself. `until` is no part of it. */
export type AuditFilter = {
  account?: string | 'service'
  action?: string
  kind?: string
  subjectId?: string
  from?: Date
  until?: Date
}

export type AuditRow = {
  id: number
  at: Date
  /** Absent: the service itself. */
  account?: { id: string; firstName: string }
  action: string
  subject: { kind: string; id: string }
  why?: string
  details: Readonly<Record<string, unknown>>
}

/** Behind which row to go on. */
export type AuditKey = { at: Date; id: number }

/** The audit log as it is read, newest first. */
export type AuditReading = {
  /** `before`: only what is older than that row. `more`: there are older ones. */
  page(filter: AuditFilter, limit: number, before?: AuditKey): Promise<{ rows: AuditRow[]; more: boolean }>
  /** What a filter can be made of: everybody with an account, and the actions and kinds that there are. */
  choices(): Promise<{ accounts: { id: string; firstName: string; email: string }[]; actions: string[]; kinds: string[] }>
}
