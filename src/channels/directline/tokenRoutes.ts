import { randomBytes } from 'node:crypto'
import type { Server } from 'restify'
import { ignoreBody } from '../../http/ignoreBody.ts'
import { answerJson } from './answerJson.ts'
import { authorise } from './authorise.ts'
import type { DirectLineDeps } from './directLineDeps.ts'
import { tokenLife } from './tokens.ts'

/** Tokens: a new one with a new conversation for anybody who opens our page, and a fresh one for an old one. */
export function tokenRoutes(server: Server, { tokens, handle, limit }: DirectLineDeps): void {
  server.post(
    '/v3/directline/tokens/generate',
    handle(async (req, res) => {
      await limit.byAddress(req, 'newConversation')
      await ignoreBody(req)
      const conversationId = randomBytes(18).toString('base64url')
      answerJson(res, 200, { conversationId, token: await tokens.issue(conversationId), expires_in: tokenLife })
    }),
  )

  server.post(
    '/v3/directline/tokens/refresh',
    handle(async (req, res) => {
      await limit.byAddress(req, 'entering')
      const { conversationId } = await authorise(req, tokens)
      await limit.byConversation(conversationId, 'enteringOne')
      await ignoreBody(req)
      answerJson(res, 200, { conversationId, token: await tokens.issue(conversationId), expires_in: tokenLife })
    }),
  )
}
