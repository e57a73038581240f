import { z } from 'zod'
import type { GraphClient } from './graphClient.ts'
import type { GraphResult } from './graphResult.ts'

/** What the page tells us of. `response_feedback` is left out on purpose: it puts thumbs under every message. */
export const subscribedFields = [
  'messages',
  'messaging_postbacks',
  'message_echoes',
  'message_deliveries',
  'message_reads',
  'message_edits',
  'message_reactions',
  'messaging_referrals',
  'messaging_optins',
  'messaging_handovers',
  'standby',
  'messaging_policy_enforcement',
] as const

const appsSchema = z.object({
  data: z.array(z.object({ id: z.string().optional().catch(undefined), subscribed_fields: z.array(z.string()).catch([]).default([]) })),
})
const doneSchema = z.object({})

export type PageSubscription = {
  /** The fields that are missing from our subscription of the page; all of them when there is none. */
  missing(): Promise<GraphResult<{ missing: string[] }>>
  renew(): Promise<GraphResult<object>>
}

/**
 * Our app's subscription to the page. Other apps may be subscribed too: without `appId` the one that misses least is taken
 * for ours, and renewing is safe in any case, for it concerns only the app of the token.
 */
export function createPageSubscription(
  graph: GraphClient,
  { pageId, appId }: { pageId: string; appId?: string | undefined },
): PageSubscription {
  const path = `${encodeURIComponent(pageId)}/subscribed_apps`
  return {
    async missing() {
      const result = await graph.call({ method: 'GET', path }, appsSchema)
      if (result.kind !== 'ok') return result
      const ours = result.data.filter(({ id }) => appId === undefined || id === appId)
      const lists = ours.map((app) => subscribedFields.filter((field) => !app.subscribed_fields.includes(field)))
      const missing = lists.sort((a, b) => a.length - b.length)[0] ?? [...subscribedFields]
      return { kind: 'ok', missing }
    },
    renew: () => graph.call({ method: 'POST', path, query: { subscribed_fields: subscribedFields.join(',') } }, doneSchema),
  }
}
