import type { CallCard } from './card.ts'
import type { ConversationHeader, EscalationShown, TalkPart } from './conversationView.ts'
import type { PersonCard } from './personCard.ts'

/** What stands beside a conversation: what she wants and may need, and who she is, once she has been checked. */
export type TalkCard = { call: CallCard; person?: PersonCard }

export type TalkFacts = {
  header: Pick<ConversationHeader, 'id' | 'person'>
  /** The newest part. */
  talk: Pick<TalkPart, 'items' | 'lastSeq'>
  escalations: Pick<EscalationShown, 'id' | 'reason' | 'note' | 'closed'>[]
}

/** `isOpened`: somebody has just opened the conversation, and wants everything as it is now; otherwise it is read when it has changed. */
export type ReadTalkCard = (facts: TalkFacts, how?: { isOpened?: boolean }) => Promise<TalkCard>
