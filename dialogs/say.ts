import { ActionTypes, ActivityTypes, type TurnContext } from 'botbuilder'
import type { Reply } from '../src/conversation/activity.ts'
import type { Choice } from '../src/conversation/session.ts'

/** A message, with choices under it where there are any. */
export function message(text: string, choices: Choice[] = []): Reply {
  if (choices.length === 0) return { type: ActivityTypes.Message, text }
  const actions = choices.map(({ title, value }) => ({ type: ActionTypes.MessageBack, title, text: title, displayText: title, value }))
  return { type: ActivityTypes.Message, text, suggestedActions: { to: [], actions } }
}

export async function say(context: TurnContext, text: string, choices: Choice[] = []): Promise<void> {
  await context.sendActivity(message(text, choices))
}

/** Says what reaches her at once, also where staff look first at what the bot has prepared. */
export async function sayAtOnce(context: TurnContext, text: string, choices: Choice[] = []): Promise<void> {
  await context.sendActivity({ ...message(text, choices), channelData: { atOnce: true } })
}
