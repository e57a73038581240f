import type { Intent } from '../../content/intentSchema.ts'

/** A message of the bot, and what is offered under it. */
export type PreviewMessage = { text: string; choices: string[] }

/** What the bot says to one thing that a patient does. `does`: her words, or what she taps. */
export type PreviewTurn = {
  does: string
  tap: boolean
  when: string
  messenger: PreviewMessage[]
  webChat: PreviewMessage[]
  notes: string[]
}

/** How a patient would be answered with an intent as it would be, beside the draft's others. Empty where it cannot be shown. */
export type PreviewAnswer = (intent: Intent, draft: readonly Intent[]) => Promise<PreviewTurn[]>
