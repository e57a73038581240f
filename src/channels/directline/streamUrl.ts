import type { Request } from 'restify'

/**
 * Where a client opens its stream. Without a public address the one that the client itself used is given back: it
 * reaches nobody else.
 */
export function streamUrl(publicUrl: string | undefined, req: Request, conversationId: string, watermark: number, token: string): string {
  const base = publicUrl ?? `${req.isSecure() ? 'https' : 'http'}://${req.headers.host ?? 'localhost'}`
  const path = `/v3/directline/conversations/${conversationId}/stream?watermark=${watermark}&t=${token}`
  return base.replace(/^http/, 'ws').replace(/\/+$/, '') + path
}
