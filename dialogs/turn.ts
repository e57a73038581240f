import type { TurnContext } from 'botbuilder'
import type { DialogContext } from 'botbuilder-dialogs'
import type { ServiceFacts } from '../src/content/serviceFactsSchema.ts'
import type { Session } from '../src/conversation/session.ts'
import type { Meaning } from '../src/nlu/understand.ts'
import type { BotDeps } from './botDeps.ts'

/** What the person said, once a typed number or title has been read as the choice it means. */
export type Said = { text: string; value?: string }

/** All that a step of the conversation works with. */
export type Turn = {
  deps: BotDeps
  context: TurnContext
  dialogs: DialogContext
  session: Session
  facts: ServiceFacts
  conversationId: string
  eventId: number
  /** Unique for the event for ever. */
  eventKey: string
  /** What a text means after what was talked about last; each text is read once in a turn. */
  understand(text: string): Promise<Meaning>
  /** The key of the event before, where its message was answered. */
  answeredBefore?: string
  /** What this is has been said in this turn. */
  introduced?: boolean
}
