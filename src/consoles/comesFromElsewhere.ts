import type { Request } from 'restify'

/** Whether the browser says that another site sent the form. Origin says nothing here: with our Referrer-Policy it is `null`. */
export function comesFromElsewhere(req: Request): boolean {
  const site = req.headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}
