import { randomUUID } from 'node:crypto'
import type { Server } from 'restify'
import { parseJson, readBytes, requireJson } from '../../http/readBody.ts'
import { answerJson } from './answerJson.ts'
import { authorise } from './authorise.ts'
import type { DirectLineDeps } from './directLineDeps.ts'
import { logAccepted } from './logAccepted.ts'
import { parsePostedActivity } from './parsePostedActivity.ts'
import { readActivitySet } from './readActivitySet.ts'
import { toIncomingEvent } from './toIncomingEvent.ts'
import { parseWatermark } from './watermark.ts'

/** Bytes: the longest text with every character escaped, and room for what clients add. */
const longestBody = 64 * 1024

/** Posting an activity, answered once it is kept; and reading those after a watermark. */
export function activityRoutes(server: Server, { tokens, accept, conversationLog, handle, limit, clock, log }: DirectLineDeps): void {
  server.post(
    '/v3/directline/conversations/:id/activities',
    handle(async (req, res) => {
      await limit.byAddress(req, 'posting')
      const { conversationId } = await authorise(req, tokens)
      await limit.byConversation(conversationId, 'postingOne')
      requireJson(req)
      const posted = parsePostedActivity(parseJson(await readBytes(req, longestBody)))
      if (posted.type === 'typing') {
        answerJson(res, 200, { id: `${conversationId}|${posted.channelData?.clientActivityID ?? randomUUID()}` })
        return
      }
      const event = toIncomingEvent(conversationId, posted, clock)
      const [accepted] = await accept([event], req.id())
      logAccepted(log, req.id(), accepted)
      answerJson(res, 200, { id: event.activity.id })
    }),
  )

  server.get(
    '/v3/directline/conversations/:id/activities',
    handle(async (req, res) => {
      await limit.byAddress(req, 'reading')
      const { conversationId } = await authorise(req, tokens)
      await limit.byConversation(conversationId, 'readingOne')
      const { set } = await readActivitySet(conversationLog, conversationId, parseWatermark(req.query.watermark))
      answerJson(res, 200, set)
    }),
  )
}
