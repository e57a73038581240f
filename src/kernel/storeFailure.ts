/**
 * A store did not answer, or cannot take anything at the moment: nobody's fault, and the same may work later. Whether it did
 * what was asked is unknown. `code` is the store's own word for it.
 */
export class StoreFailure extends Error {
  readonly code: string

  constructor(cause: unknown) {
    super('A store is in trouble.', { cause })
    this.name = 'StoreFailure'
    this.code = (cause as NodeJS.ErrnoException).code ?? 'NO_ANSWER'
  }
}

/** Whether a failure of a store lies at the bottom of it; the SDK's dialogs wrap what is thrown in them as `error`. */
export function isStoreFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error instanceof StoreFailure || isStoreFailure(error.cause) || isStoreFailure((error as { error?: unknown }).error)
}
