import type { Request, Response, Server } from 'restify'
import type { Handle } from '../../http/handle.ts'
import { plainPage } from '../../http/plainPage.ts'
import { publicAddress } from '../../http/publicAddress.ts'
import type { RateLimit } from '../../http/rateLimit.ts'
import { readBytes, requireForm } from '../../http/readBody.ts'
import { AppError } from '../../kernel/errors.ts'
import type { DataDeletion, DataDeletions } from './dataDeletions.ts'
import { readSignedRequest } from './signedRequest.ts'

type Deps = {
  appSecret: string
  publicUrl: string | undefined
  deletions: DataDeletions
  /** What the status page names. */
  facts: () => Promise<{ name: string; phone: string; email: string }>
  handle: Handle
  limit: RateLimit
}

const bodyLimit = 16 * 1024

/**
 * Meta's data deletion callback: POST `/webhooks/messenger/data-deletion` with a signed request, answered with a code and
 * the address of a page that says what became of it: GET `/data-deletion/:code`.
 */
export function dataDeletionRoutes({ appSecret, publicUrl, deletions, facts, handle, limit }: Deps) {
  async function take(req: Request, res: Response): Promise<void> {
    requireForm(req)
    const form = new URLSearchParams((await readBytes(req, bodyLimit)).toString('utf8'))
    const signedRequest = form.get('signed_request')
    if (signedRequest === null) throw new AppError('INVALID_REQUEST', 'signed_request is missing')
    const request = readSignedRequest(signedRequest, appSecret)
    if (!request) throw new AppError('BAD_SIGNATURE')
    const { code } = await deletions.request(request.userId)
    res.send(200, { url: `${publicAddress(publicUrl, req)}/data-deletion/${code}`, confirmation_code: code })
  }

  async function show(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const code: unknown = req.params?.code
    const deletion = typeof code === 'string' && /^[0-9a-f]{20}$/.test(code) ? await deletions.find(code) : undefined
    if (!deletion) throw new AppError('NOT_FOUND')
    const page = plainPage('Your request to delete data', paragraphs(deletion, await facts()))
    res.sendRaw(200, page, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  }

  return (server: Server): void => {
    server.post('/webhooks/messenger/data-deletion', handle(take))
    server.get('/data-deletion/:code', handle(show))
  }
}

function paragraphs({ code, requestedAt, erased }: DataDeletion, { name, phone, email }: Awaited<ReturnType<Deps['facts']>>): string[] {
  const day = requestedAt.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' })
  return [
    `On ${day} Facebook asked us, for you, to delete what we hold about you. Your confirmation code is ${code}.`,
    erased > 0
      ? 'What you and we wrote to each other in Messenger has been deleted here.'
      : 'Facebook gave us a number for you that is not the one your messages come with, so we cannot tell which messages are yours. Nothing was found under it.',
    `If you have written to us and want your messages deleted, please ask ${name}: ring ${phone} or write to ${email}. You can also write "person" in the Messenger conversation and ask there.`,
    'Your screening records are kept by the NHS and are not part of this.',
  ]
}
