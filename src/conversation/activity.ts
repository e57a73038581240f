import type { Activity } from 'botbuilder'

/**
 * What a patient did, in the Bot Framework's shape. `text` is what they typed, or the title of what they tapped;
 * `value`, when it is a string, is the payload of the button or quick reply they tapped.
 * Anything a channel cannot express as text arrives as an attachment with a `contentType` and no content.
 */
export type PatientActivity = Partial<Activity> & { type: string }

/** What the bot (or a member of staff) says, in the Bot Framework's shape: text, suggested actions, hero cards. */
export type Reply = Partial<Activity> & { type: string }

/** What the bot says. `atOnce`: it reaches the patient at once, also where staff look first at what the bot has prepared. */
export type BotReply = Reply & { atOnce?: true }
