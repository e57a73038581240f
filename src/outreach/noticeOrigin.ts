/** What the words need of the service: `chat` and `calendar` are whole addresses, absent where people cannot reach us. */
export type NoticeOrigin = { name: string; phone: string; chat?: string; calendar?: string }

/** The same as it is told; `from`: who it is from, in words that tell nothing. */
export type ToldOrigin = NoticeOrigin & { from: string }
