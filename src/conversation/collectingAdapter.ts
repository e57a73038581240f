import { type Activity, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder'
import type { BotReply, PatientActivity } from './activity.ts'
import type { Claim } from './claim.ts'

/** A Bot Framework adapter that collects what the bot says instead of sending it: the turn's commit sends it. */
export class CollectingAdapter extends BotAdapter {
  readonly replies: BotReply[] = []

  /** Runs the bot's logic in a turn context for what the patient did. */
  async run(claim: Claim, activity: PatientActivity, logic: (context: TurnContext) => Promise<void>): Promise<BotReply[]> {
    const context = new TurnContext(this, {
      ...activity,
      channelId: claim.channel,
      conversation: { id: claim.conversationId, isGroup: false, conversationType: 'personal', name: '' },
      from: { id: claim.address, name: '' },
      recipient: { id: 'bot', name: '' },
    })
    await this.runMiddleware(context, logic)
    return this.replies
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const activity of activities) {
      if (activity.type === ActivityTypes.Message) this.replies.push(toReply(activity))
      else if (activity.type === ActivityTypes.Event) this.replies.push(toEvent(activity))
    }
    return activities.map(() => ({ id: '' }))
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('What was said cannot be changed.'))
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('What was said cannot be taken back.'))
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('The bot speaks only in turns.'))
  }
}

/** For another program on the channel. */
const toEvent = ({ name, value }: Partial<Activity>): BotReply => ({ type: ActivityTypes.Event, ...(name ? { name } : {}), value })

/** Keeps what was said; the addressing is the channel's business. A dialog marks in the channel data what may not wait. */
function toReply({ text, suggestedActions, attachments, attachmentLayout, inputHint, channelData }: Partial<Activity>): BotReply {
  return {
    type: ActivityTypes.Message,
    ...(text ? { text } : {}),
    ...(suggestedActions ? { suggestedActions } : {}),
    ...(attachments?.length ? { attachments } : {}),
    ...(attachmentLayout ? { attachmentLayout } : {}),
    ...(inputHint ? { inputHint } : {}),
    ...(channelData?.atOnce === true ? { atOnce: true } : {}),
  }
}
