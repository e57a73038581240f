/** What became of a request to delete somebody's data. */
export type DataDeletion = {
  code: string
  requestedAt: Date
  /** How many conversations were found under the id that Meta gave, and emptied. */
  erased: number
}

export type DataDeletions = {
  /**
   * Erases what was said in conversations under this id, and keeps that it was asked for. The id is Meta's for the person
   * and the app, which is not the one in conversations: there will seldom be any. Asking again gives the same code.
   * `conversationId`: ours for the conversation under this id, where there is one.
   */
  request(userId: string): Promise<DataDeletion & { conversationId: string | undefined }>
  /** Undefined for a code that we never gave. */
  find(code: string): Promise<DataDeletion | undefined>
}
