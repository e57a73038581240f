import type { Server } from 'restify'
import { AppError } from '../../kernel/errors.ts'
import { activityRoutes } from './activityRoutes.ts'
import { allowEveryOrigin } from './allowEveryOrigin.ts'
import { conversationRoutes } from './conversationRoutes.ts'
import type { DirectLineDeps } from './directLineDeps.ts'
import { streamUpgrade } from './streamUpgrade.ts'
import { tokenRoutes } from './tokenRoutes.ts'

/** Puts Direct Line 3.0 on a server. What it returns closes the open streams; call it when the server stops. */
export function directLineRoutes(deps: DirectLineDeps): (server: Server) => () => void {
  return (server) => {
    allowEveryOrigin(server)
    tokenRoutes(server, deps)
    conversationRoutes(server, deps)
    activityRoutes(server, deps)

    // Microsoft's client takes a 501 here for a passing failure and tells its user nothing.
    const filesNotTaken = deps.handle(async () => {
      throw new AppError('FILES_NOT_TAKEN')
    })
    server.post('/v3/directline/conversations/:id/upload', filesNotTaken)

    const notOffered = deps.handle(async () => {
      throw new AppError('NOT_OFFERED')
    })
    for (const method of ['get', 'post', 'put', 'patch', 'del'] as const) server[method]('/v3/directline/*', notOffered)

    return streamUpgrade(server, deps)
  }
}
