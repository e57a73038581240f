import type { Request, Server } from 'restify'
import { ignoreBody } from '../../http/ignoreBody.ts'
import { publicAddress } from '../../http/publicAddress.ts'
import { answerJson } from './answerJson.ts'
import { authorise } from './authorise.ts'
import type { DirectLineDeps } from './directLineDeps.ts'
import { logAccepted } from './logAccepted.ts'
import { streamUrl } from './streamUrl.ts'
import { startEvent } from './toIncomingEvent.ts'
import { tokenLife } from './tokens.ts'
import { parseWatermark } from './watermark.ts'

/** Starting a conversation, and coming back to one with a new token and a new address for its stream. */
export function conversationRoutes(server: Server, { tokens, accept, handle, limit, clock, log, publicUrl }: DirectLineDeps): void {
  async function entrance(req: Request, conversationId: string, watermark: number) {
    const token = await tokens.issue(conversationId)
    return {
      conversationId,
      token,
      expires_in: tokenLife,
      streamUrl: streamUrl(publicAddress(publicUrl, req), conversationId, watermark, token),
    }
  }

  server.post(
    '/v3/directline/conversations',
    handle(async (req, res) => {
      await limit.byAddress(req, 'entering')
      const { conversationId } = await authorise(req, tokens)
      await limit.byConversation(conversationId, 'enteringOne')
      await ignoreBody(req)
      const [accepted] = await accept([startEvent(conversationId, clock)], req.id())
      logAccepted(log, req.id(), accepted)
      answerJson(res, accepted?.duplicate ? 200 : 201, await entrance(req, conversationId, 0))
    }),
  )

  server.get(
    '/v3/directline/conversations/:id',
    handle(async (req, res) => {
      await limit.byAddress(req, 'entering')
      const { conversationId } = await authorise(req, tokens)
      await limit.byConversation(conversationId, 'enteringOne')
      answerJson(res, 200, await entrance(req, conversationId, parseWatermark(req.query.watermark)))
    }),
  )
}
