import type { Request } from 'restify'
import { AppError } from '../../kernel/errors.ts'
import type { Grant, Tokens } from './tokens.ts'

/**
 * Who is asking: the token from `Authorization: Bearer …`, which must be for the conversation that the address names
 * (`:id`), where it names one. Throws TOKEN_MISSING or TOKEN_INVALID.
 */
export async function authorise(req: Request, tokens: Tokens): Promise<Grant> {
  const grant = await tokens.verify(/^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1])
  const named: string | undefined = req.params?.id
  if (named !== undefined && named !== grant.conversationId) throw new AppError('TOKEN_INVALID')
  return grant
}
