import { randomBytes } from 'node:crypto'
import type { Server } from 'restify'
import { answerJson } from './answerJson.ts'
import { authorise } from './authorise.ts'
import type { DirectLineDeps } from './directLineDeps.ts'
import { tokenLife } from './tokens.ts'

/** Tokens: a new one with a new conversation for anybody who opens our page, and a fresh one for an old one. */
export function tokenRoutes(server: Server, { tokens, handle }: DirectLineDeps): void {
  server.post(
    '/v3/directline/tokens/generate',
    handle(async (_req, res) => {
      const conversationId = randomBytes(18).toString('base64url')
      answerJson(res, 200, { conversationId, token: await tokens.issue(conversationId), expires_in: tokenLife })
    }),
  )

  server.post(
    '/v3/directline/tokens/refresh',
    handle(async (req, res) => {
      const { conversationId } = await authorise(req, tokens)
      answerJson(res, 200, { conversationId, token: await tokens.issue(conversationId), expires_in: tokenLife })
    }),
  )
}
