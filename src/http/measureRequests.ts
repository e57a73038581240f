import type { Request, Response, Route, Server } from 'restify'
import type { Measures } from '../kernel/measures.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Times every request by its route's pattern, never by its address: that holds ids and tokens. */
export function measureRequests(server: Server, measures: Measures): void {
  const began = new WeakMap<Request, number>()
  server.pre((req, _res, next) => {
    began.set(req, performance.now())
    next()
  })
  server.on('after', (req: Request, res: Response, route: Route | undefined) => {
    const method = methods.includes(req.method ?? '') ? (req.method ?? '') : 'other'
    measures.request(patternOf(route), method, res.statusCode, (performance.now() - (began.get(req) ?? performance.now())) / 1000)
  })
}

function patternOf(route: Route | undefined): string {
  return route?.path?.toString() ?? 'none'
}
