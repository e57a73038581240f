import type { Request, Response, Server } from 'restify'
import type { Handle } from '../../http/handle.ts'
import type { RateLimit } from '../../http/rateLimit.ts'
import { readBytes, requireForm } from '../../http/readBody.ts'
import type { CheckLinks } from '../../identity/checkLinks.ts'
import type { CheckPerson } from '../../identity/checkPerson.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { comesFromElsewhere } from '../comesFromElsewhere.ts'
import { createPageAssets } from '../pageAssets.ts'
import { checkedEnd, lockedEnd, renderCheckEnd, voidEnd } from './checkEndPages.ts'
import { type CheckFaults, dateTyped, emptyForm, faultsOf, mismatchFault, readCheckForm, type TypedDetails } from './checkForm.ts'
import { createFormMarks } from './checkFormMark.ts'
import { renderCheckPage } from './checkPage.ts'
import type { CheckFacts } from './checkTemplates.ts'

/** Bytes. */
const longestBody = 4 * 1024

type Deps = {
  links: Pick<CheckLinks, 'look'>
  checkPerson: CheckPerson
  facts: () => Promise<CheckFacts>
  /** For the marks of forms; the first is in use, all are known. */
  formKeys: Uint8Array[]
  handle: Handle
  limit: RateLimit
  clock: Clock
}

/** `/check/:token`, the page where a person says who she is. Looking at it changes nothing: Messenger does so for its previews. */
export function checkPageRoutes({ links, checkPerson, facts, formKeys, handle, limit, clock }: Deps): (server: Server) => void {
  const assets = createPageAssets()
  const style = () => assets.address('check.css')
  const marks = createFormMarks(formKeys)

  async function showForm(req: Request, res: Response, status: number, channel: string, typed: TypedDetails, faults?: CheckFaults) {
    const token = tokenOf(req)
    const form = { style: await style(), action: `/check/${token}`, mark: marks.markFor(token), channel, typed }
    sendPage(res, status, renderCheckPage(await facts(), { ...form, ...(faults ? { faults } : {}) }))
  }

  async function showEnd(res: Response, status: number, end: typeof voidEnd): Promise<void> {
    sendPage(res, status, renderCheckEnd(await facts(), await style(), end))
  }

  async function show(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const link = await links.look(tokenOf(req), clock.now().toJSDate())
    if (link.kind === 'open') return showForm(req, res, 200, link.channel, emptyForm)
    return link.kind === 'locked' ? showEnd(res, 429, lockedEnd) : showEnd(res, 404, voidEnd)
  }

  async function check(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    requireForm(req)
    const token = tokenOf(req)
    const body = new URLSearchParams((await readBytes(req, longestBody)).toString('utf8'))
    // Without the first, somebody could have the mark for a link of his own, and make another person's browser send it.
    if (comesFromElsewhere(req) || !marks.isOurs(body.get('mark'), token))
      throw new AppError('INVALID_REQUEST', 'the form is not from our page')
    const typed = readCheckForm(body)
    const { number, mobile } = typed
    const outcome = await checkPerson({ token, number, dateOfBirth: dateTyped(typed), mobile, address: limit.addressOf(req) })
    switch (outcome.kind) {
      case 'checked':
        // Elsewhere, so that going back or reloading sends nothing again.
        return void res.sendRaw(303, '', { Location: `/check/done/${outcome.channel}`, 'Cache-Control': 'no-store' })
      case 'unreadable':
        return showForm(req, res, 400, outcome.channel, typed, faultsOf(typed, outcome.faults))
      case 'mismatch':
        return showForm(req, res, 400, outcome.channel, typed, mismatchFault(outcome.triesLeft))
      case 'tooMany':
        res.setHeader('Retry-After', String(outcome.retryAfterSeconds))
        return showEnd(res, 429, lockedEnd)
      case 'locked':
        return showEnd(res, 429, lockedEnd)
      case 'void':
        return showEnd(res, 404, voidEnd)
    }
  }

  return (server) => {
    for (const method of ['get', 'head'] as const) {
      server[method](
        '/check/done/:channel',
        handle(async (req, res) => {
          await limit.byAddress(req, 'page')
          await showEnd(res, 200, checkedEnd(String(req.params?.channel)))
        }),
      )
      server[method]('/check/:token', handle(show))
    }
    server.post('/check/:token', handle(check))
    assets.routes(['check.css'], handle, limit)(server)
  }
}

const tokenOf = (req: Request): string => String(req.params?.token ?? '')

function sendPage(res: Response, status: number, html: string): void {
  res.sendRaw(status, html, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(html)),
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  })
}
