/** A part of a page as it is at present; `v` changes with it. Its outermost element carries `data-v`. */
export type Piece = { v: string; html: string }

/** What a console is told: pieces that changed, by the element's id, and lists with their order. Full at first. */
export type Update = {
  pieces: Record<string, Piece>
  lists: Record<string, { order: string[]; items: Record<string, Piece> }>
  /** How many wait; and how many are new since the last look: have come to wait, were alerted anew, or are hers and call for her. */
  waiting: number
  arrived: number
  /** The number of the newest entry of the conversation. */
  seq?: number
}
