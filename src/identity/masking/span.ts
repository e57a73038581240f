/** A stretch of a text, from `from` to before `to`. */
export type Span = { from: number; to: number }
