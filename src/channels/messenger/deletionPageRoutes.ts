import type { Request, Response, Server } from 'restify'
import type { Handle } from '../../http/handle.ts'
import { plainPage } from '../../http/plainPage.ts'
import type { RateLimit } from '../../http/rateLimit.ts'
import { AppError } from '../../kernel/errors.ts'
import type { DataDeletion, DataDeletions } from './dataDeletions.ts'

type Facts = { name: string; phone: string; email: string }

type Deps = {
  deletions: Pick<DataDeletions, 'find'>
  /** What the page names. */
  facts: () => Promise<Facts>
  /** Whether somebody reads what is written on Messenger. */
  messengerIsOn: boolean
  handle: Handle
  limit: RateLimit
}

/** GET `/data-deletion/:code`: what became of a request to delete data. Served with Messenger turned off too, for Meta was given its address. */
export function deletionPageRoutes({ deletions, facts, messengerIsOn, handle, limit }: Deps) {
  async function show(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const code: unknown = req.params?.code
    const deletion = typeof code === 'string' && /^[0-9a-f]{20}$/.test(code) ? await deletions.find(code) : undefined
    if (!deletion) throw new AppError('NOT_FOUND')
    const page = plainPage('Your request to delete data', paragraphs(deletion, await facts(), messengerIsOn))
    res.sendRaw(200, page, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  }

  return (server: Server): void => {
    server.get('/data-deletion/:code', handle(show))
  }
}

function paragraphs({ code, requestedAt, erased }: DataDeletion, { name, phone, email }: Facts, messengerIsOn: boolean): string[] {
  const day = requestedAt.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' })
  const whom = `ask ${name}: ring ${phone} or write to ${email}.${messengerIsOn ? ' You can also write "person" in the Messenger conversation and ask there.' : ''}`
  const outcome =
    erased > 0
      ? [
          'What you and we had written to each other in Messenger by then has been deleted here.',
          `If you have written to us again since, and want that deleted too, please ${whom}`,
        ]
      : [
          'Facebook gave us a number for you that is not the one your messages come with, so we cannot tell which messages are yours. Nothing was found under it.',
          `If you have written to us and want your messages deleted, please ${whom}`,
        ]
  return [
    `On ${day} Facebook asked us, for you, to delete what we hold about you. Your confirmation code is ${code}.`,
    ...outcome,
    'Your screening records are kept by the NHS and are not part of this.',
  ]
}
