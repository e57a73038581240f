import { type Activity, type ConversationReference, TurnContext } from 'botbuilder'
import { z } from 'zod'

/**
 * How to reach the person again, kept as JSON in `replyTo`. `audience` is what our token must be for; absent when the
 * request proved nothing, which is so only for a program on this machine.
 */
export type ReplyRoute = { reference: Partial<ConversationReference>; audience?: string }

const routeSchema = z.object({
  reference: z.looseObject({ serviceUrl: z.string(), channelId: z.string(), conversation: z.looseObject({ id: z.string() }) }),
  audience: z.string().optional(),
})

/** The way back from an activity. A message is replied to; anything else only names the conversation. */
export function replyRouteOf(activity: Activity, audience: string | undefined): string {
  const { activityId, ...reference } = TurnContext.getConversationReference(activity)
  const isMessage = activity.type === 'message' && activityId !== undefined
  const route: ReplyRoute = {
    reference: { ...reference, ...(isMessage ? { activityId } : {}) },
    ...(audience ? { audience } : {}),
  }
  return JSON.stringify(route)
}

/** Undefined when there is none, or it cannot be read. */
export function readReplyRoute(replyTo: string | undefined): ReplyRoute | undefined {
  try {
    const route = routeSchema.safeParse(JSON.parse(replyTo ?? ''))
    return route.success ? (route.data as unknown as ReplyRoute) : undefined
  } catch {
    return undefined
  }
}
