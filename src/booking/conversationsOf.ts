/** A conversation in which somebody was checked. `current`: she still is, there and now. `tellable`: and she can be written to. */
export type HerConversation = { id: string; channel: string; checkedAt: Date; lastAt: Date; current: boolean; tellable: boolean }

/** Newest check first, each conversation once. */
export type ConversationsOf = (participantId: string, now: Date) => Promise<HerConversation[]>
