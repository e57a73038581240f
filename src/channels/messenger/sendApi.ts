import { z } from 'zod'
import type { GraphClient } from './graphClient.ts'
import type { GraphResult } from './graphResult.ts'
import type { SendRequest } from './sendRequest.ts'

const answerSchema = z
  .object({ message_id: z.string().optional() })
  .transform(({ message_id }): { messageId?: string } => (message_id ? { messageId: message_id } : {}))

export type SendApi = (request: SendRequest, options?: { timeoutMs?: number }) => Promise<GraphResult>

/** Meta's Send API for one page; never throws. */
export function createSendApi(graph: GraphClient, pageId: string): SendApi {
  const path = `${encodeURIComponent(pageId)}/messages`
  return (body, options = {}) => graph.call({ method: 'POST', path, body, ...options }, answerSchema)
}
