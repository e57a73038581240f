import type { Request } from 'restify'

/**
 * Where the outside world reaches this server, without a slash at its end. Without a public address the one that the caller
 * itself used is given back: it reaches nobody else.
 */
export function publicAddress(publicUrl: string | undefined, req: Request): string {
  return (publicUrl ?? `${req.isSecure() ? 'https' : 'http'}://${req.headers.host ?? 'localhost'}`).replace(/\/+$/, '')
}
