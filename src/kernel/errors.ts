import { type ErrorCode, errorTable } from './errorTable.ts'

/**
 * A failure with a code from the one table (`errorTable.ts`). `detail` goes to the log and, where the table allows it,
 * to the caller; it never holds a person's words.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined
  /** When the caller may try again, where that is known. */
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions & { retryAfterSeconds?: number }) {
    super(detail ? `${errorTable[code].message} (${detail})` : errorTable[code].message, options)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
    this.retryAfterSeconds = options?.retryAfterSeconds
  }
}
