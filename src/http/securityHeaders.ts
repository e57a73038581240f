import type { Next, Request, Response } from 'restify'

/** Sent with every answer. Pages load only our own files; nobody may frame them; addresses are not passed on. */
export function securityHeaders(_req: Request, res: Response, next: Next): void {
  res.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  res.setHeader('Referrer-Policy', 'no-referrer')
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.removeHeader('Server')
  next()
}
