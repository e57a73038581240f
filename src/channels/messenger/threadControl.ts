import { z } from 'zod'
import type { Controlled, ThreadControl } from '../../handoff/threadControl.ts'
import type { Log } from '../../kernel/log.ts'
import { deliveryOutcome } from './deliveryOutcome.ts'
import type { GraphClient } from './graphClient.ts'
import type { GraphResult } from './graphResult.ts'
import { pageInboxAppId } from './pageInbox.ts'

/** A colleague waits for it. */
const TIMEOUT_MS = 5_000

const doneSchema = z.object({ success: z.literal(true) })
const appId = z.union([z.string(), z.int()]).transform(String)
const ownerSchema = z.object({ data: z.array(z.object({ thread_owner: z.object({ app_id: appId }) })) })

type Failed = Exclude<GraphResult<object>, { kind: 'ok' }>

/** Meta's Conversation Routing for one page: which app, or Meta's own inbox, has a person's thread. */
export function createThreadControl({ graph, pageId, log }: { graph: GraphClient; pageId: string; log: Log }): ThreadControl {
  const path = (edge: string) => `${encodeURIComponent(pageId)}/${edge}`

  async function ask(edge: string, address: string, more: Record<string, string> = {}): Promise<Controlled> {
    const body = { recipient: { id: address }, ...more }
    const result = await graph.call({ method: 'POST', path: path(edge), body, timeoutMs: TIMEOUT_MS }, doneSchema)
    return result.kind === 'ok' ? { kind: 'done' } : refused(edge, result)
  }

  function refused(edge: string, result: Failed): { kind: 'refused'; code: string } {
    const outcome = deliveryOutcome(result)
    const code = 'code' in outcome ? outcome.code : outcome.kind
    log.warn('messenger.thread.refused', { edge, code })
    return { kind: 'refused', code }
  }

  const pass = (address: string, toApp: string) => ask('pass_thread_control', address, { target_app_id: toApp })
  return {
    take: (address) => ask('take_thread_control', address),
    pass,
    passToInbox: (address) => pass(address, pageInboxAppId),
    release: (address) => ask('release_thread_control', address),
    request: (address) => ask('request_thread_control', address),
    async owner(address) {
      const result = await graph.call(
        { method: 'GET', path: path('thread_owner'), query: { recipient: address }, timeoutMs: TIMEOUT_MS },
        ownerSchema,
      )
      if (result.kind !== 'ok') return refused('thread_owner', result)
      const owner = result.data[0]?.thread_owner.app_id
      return { kind: 'told', ...(owner ? { appId: owner } : {}) }
    },
  }
}
