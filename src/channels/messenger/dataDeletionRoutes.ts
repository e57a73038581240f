import type { Request, Response, Server } from 'restify'
import type { Handle } from '../../http/handle.ts'
import { publicAddress } from '../../http/publicAddress.ts'
import { readBytes, requireForm } from '../../http/readBody.ts'
import { AppError } from '../../kernel/errors.ts'
import type { Log } from '../../kernel/log.ts'
import type { DataDeletions } from './dataDeletions.ts'
import { readSignedRequest } from './signedRequest.ts'

type Deps = {
  appSecret: string
  publicUrl: string | undefined
  deletions: Pick<DataDeletions, 'request'>
  handle: Handle
  log: Log
}

const bodyLimit = 16 * 1024

/**
 * Meta's data deletion callback: POST `/webhooks/messenger/data-deletion` with a signed request, answered with a code and
 * the address of a page that says what became of it (`deletionPageRoutes.ts`). The log keeps what is needed to do it again
 * on a restored database.
 */
export function dataDeletionRoutes({ appSecret, publicUrl, deletions, handle, log }: Deps) {
  async function take(req: Request, res: Response): Promise<void> {
    requireForm(req)
    const form = new URLSearchParams((await readBytes(req, bodyLimit)).toString('utf8'))
    const signedRequest = form.get('signed_request')
    if (signedRequest === null) throw new AppError('INVALID_REQUEST', 'signed_request is missing')
    const request = readSignedRequest(signedRequest, appSecret)
    if (!request) throw new AppError('BAD_SIGNATURE')
    const { code, erased, conversationId } = await deletions.request(request.userId)
    log.info('dataDeletion.done', { code, erased, conversationId: conversationId ?? null, correlationId: req.id() })
    res.send(200, { url: `${publicAddress(publicUrl, req)}/data-deletion/${code}`, confirmation_code: code })
  }

  return (server: Server): void => {
    server.post('/webhooks/messenger/data-deletion', handle(take))
  }
}
