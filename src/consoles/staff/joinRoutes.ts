import type { Request, Response, Server } from 'restify'
import type { Account } from '../../accounts/account.ts'
import type { Join } from '../../accounts/join.ts'
import type { SetNewPassword } from '../../accounts/setNewPassword.ts'
import { joinWords, passwordWords } from './joinWords.ts'
import { type SignInVisitDeps, signInVisits } from './signInVisit.ts'
import { staleFormWords, tooManyWords } from './signInWords.ts'

type Deps = SignInVisitDeps & { join: Join; setNewPassword: SetNewPassword }
type Typed = { code: string; email: string; firstName: string }

const nothing: Typed = { code: '', email: '', firstName: '' }

/** In the order of the page. */
const fields = ['code', 'firstName', 'email', 'password'] as const

/** `/staff/join`: an account for whoever has a code; and `/staff/join/password` where the code is for a new password instead. */
export function joinRoutes(deps: Deps): (server: Server) => void {
  const { join, setNewPassword, handle, limit } = deps
  const visits = signInVisits(deps)

  async function show(req: Request, res: Response, typed: Typed, words: Record<string, string> = {}, status = 200): Promise<void> {
    const faults = fields.flatMap((field) => (words[field] ? [{ text: words[field], href: `#${field}` }] : []))
    await visits.page(req, res, 'joinPage.njk', { typed, words, ...(faults.length > 0 && { faults }) }, status)
  }

  function showTooMany(req: Request, res: Response, typed: Typed, seconds: number): Promise<void> {
    res.setHeader('Retry-After', String(seconds))
    return show(req, res, typed, { code: tooManyWords(seconds) }, 429)
  }

  const showPassword = (req: Request, res: Response, values: { code: string; whose: Account }, fault?: string) =>
    visits.page(
      req,
      res,
      'joinPasswordPage.njk',
      { ...values, ...(fault !== undefined && { faults: [{ text: fault, href: '#password' }] }) },
      fault === undefined ? 200 : 400,
    )

  async function send(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const { form, isOurs } = await visits.form(req)
    const field = (name: string) => (form.get(name) ?? '').slice(0, 254)
    const typed = { code: field('code'), email: field('email'), firstName: field('firstName') }
    if (!isOurs) return show(req, res, typed, { code: staleFormWords }, 403)
    const outcome = await join({ ...typed, password: form.get('password') ?? '', address: limit.addressOf(req) })
    switch (outcome.kind) {
      case 'joined':
        return visits.enter(req, res, outcome, '')
      case 'newPassword':
        return showPassword(req, res, { code: typed.code, whose: outcome.account })
      case 'unfit':
        return show(req, res, typed, joinWords(outcome.faults), 400)
      case 'tooMany':
        return showTooMany(req, res, typed, outcome.retryAfterSeconds)
    }
  }

  async function sendPassword(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const { form, isOurs } = await visits.form(req)
    const code = (form.get('code') ?? '').slice(0, 254)
    const typed = { ...nothing, code }
    if (!isOurs) return show(req, res, typed, { code: staleFormWords }, 403)
    const outcome = await setNewPassword({ code, password: form.get('password') ?? '', address: limit.addressOf(req) })
    switch (outcome.kind) {
      case 'signedIn':
        return visits.enter(req, res, outcome, '')
      case 'codeNeeded':
        visits.bindForm(res, outcome.token)
        return visits.seeOther(res, '/staff/sign-in/code')
      case 'unfit':
        return showPassword(req, res, { code, whose: outcome.account }, passwordWords[outcome.fault])
      case 'void':
        return show(req, res, typed, joinWords({ code: 'void' }), 400)
      case 'tooMany':
        return showTooMany(req, res, typed, outcome.retryAfterSeconds)
    }
  }

  return (server) => {
    server.get(
      '/staff/join',
      handle(async (req, res) => {
        await limit.byAddress(req, 'page')
        await show(req, res, nothing)
      }),
    )
    server.post('/staff/join', handle(send))
    server.post('/staff/join/password', handle(sendPassword))
  }
}
