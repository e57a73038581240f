export type Piece = { v: string; html: string }

/** What the server tells of a change: pieces by the id of their element, and lists with their order and the items that are new. */
export type Update = {
  pieces: Record<string, Piece>
  lists: Record<string, { order: string[]; items: Record<string, Piece> }>
  waiting: number
  arrived: number
  seq?: number
}
