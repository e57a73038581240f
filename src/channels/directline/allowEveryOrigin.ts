import type { Next, Request, Response, Server } from 'restify'

const allowed = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Requested-With, X-MS-Bot-Agent',
  'Access-Control-Max-Age': '86400',
}

/**
 * Lets pages of any website talk Direct Line from the browser, as Microsoft's own service does. It gives a stranger's
 * page nothing: what may be read and written hangs on the token that a page itself holds, and there are no cookies.
 */
export function allowEveryOrigin(server: Server): void {
  server.pre((req: Request, res: Response, next: Next) => {
    if (!req.path().startsWith('/v3/directline/')) return next()
    res.setHeader('Access-Control-Allow-Origin', '*')
    res.setHeader('Access-Control-Expose-Headers', 'Retry-After, X-Correlation-Id')
    if (req.method !== 'OPTIONS') return next()
    res.sendRaw(204, '', allowed)
    next(false)
  })
}
