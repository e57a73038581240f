import { ActivityTypes, EventFactory } from 'botbuilder'
import type { Reply } from '../conversation/activity.ts'
import type { Colleague } from './takeover.ts'

/** What a colleague wrote, with her first name. */
export const staffMessage = (by: Colleague, text: string): Reply => ({
  type: ActivityTypes.Message,
  text,
  from: { id: 'staff', name: by.firstName },
})

/** The patient hears who it is, before she writes anything. */
export const greeting = (by: Colleague, service: string): Reply =>
  staffMessage(by, `Hello, my name is ${by.firstName}. I am from the ${service} team, and I am reading your messages.`)

export const greetingAfter = (to: Colleague, by: Colleague, service: string): Reply =>
  staffMessage(to, `Hello, my name is ${to.firstName}. I am from the ${service} team, and I am taking over from ${by.firstName}.`)

/** How a conversation came to change hands. */
export type Move = 'takenOver' | 'passed' | 'released' | 'ownerGone' | 'handedBack' | 'passedToInbox'

/** A line of the transcript that nobody said. `who`: the colleague who took it, got it, or let it go. */
export const moveLine = (name: Move, who: Colleague): Reply => ({ type: ActivityTypes.Event, name, value: who.firstName })

/**
 * Tells an agent hub on a Bot Framework channel that one of us has it, or has finished. Nothing about the patient goes with it. Other
 * channels leave it out.
 */
export function handoffStatus(state: 'accepted' | 'completed'): Reply {
  const { type, name, value } = EventFactory.createHandoffStatus({ id: '', isGroup: false, conversationType: '', name: '' }, state)
  return { type, ...(name ? { name } : {}), value: { state: value.state } }
}
