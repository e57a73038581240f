import { z } from 'zod'
import type { GraphClient } from './graphClient.ts'
import type { GraphResult } from './graphResult.ts'

const nameSchema = z.object({ name: z.string() })

/** What the page is called: the cheapest question that needs a token which works. */
export function readPageName(graph: GraphClient, pageId: string): Promise<GraphResult<{ name: string }>> {
  return graph.call({ method: 'GET', path: encodeURIComponent(pageId), query: { fields: 'name' } }, nameSchema)
}
