import type { HerConversation } from '../booking/conversationsOf.ts'
import type { Need } from '../booking/need.ts'
import type { StaffOnly } from '../booking/participant.ts'
import type { NoticeRecord } from '../outreach/noticeHistory.ts'
import type { ConversationHeader } from './conversationView.ts'

/** What a colleague should have before her about whom she answers. */
export type PersonCard = {
  id: string
  /** In the order to be read: identity, appointment. */
  facts: { label: string; text: string }[]
  /** How to reach her when the channel cannot. `href`: tel:, sms: or mailto:. */
  ways: { label: string; text: string; href?: string }[]
  needs: Need[]
  /** As the office knows it. */
  language?: string
  staffOnly?: StaffOnly
  /** What was or will be told her outside the chat about the appointments that are shown, the latest first. */
  notices: NoticeRecord[]
  /** Others in which she was checked, the latest first. */
  conversations: HerConversation[]
}

/** Of whoever was checked in the conversation; undefined: nobody was. */
export type ReadPersonCard = (header: Pick<ConversationHeader, 'id' | 'person'>) => Promise<PersonCard | undefined>
