import type { Request, Response, Server } from 'restify'
import type { SignIn } from '../../accounts/signIn.ts'
import { AppError } from '../../kernel/errors.ts'
import { readNext } from './signInNext.ts'
import { homeOf, type SignInVisitDeps, type SignInVisits, signInVisits } from './signInVisit.ts'
import { codeRefusedWords, type ElsewhereFault, elsewhereWords, refusedWords, staleFormWords, tooManyWords } from './signInWords.ts'

type Deps = SignInVisitDeps & {
  signIn: Pick<SignIn, 'withPassword' | 'withCode' | 'awaitsCode'>
  /** What the organisation's sign-in is called, where there is one. */
  organisation: string | undefined
}

const notices: Record<string, string> = {
  out: 'You have signed out.',
  again: 'That took too long. Please begin again.',
}

type SignInForm = { next: string; email?: string; fault?: string; status?: number }

/** `/staff/sign-in` with email and password, and `/staff/sign-in/code` for those who give a code as well. */
export function signInRoutes(deps: Deps): (server: Server) => void {
  const { signIn, organisation, signedIn, handle, limit } = deps
  const visits: SignInVisits = signInVisits(deps)

  const showForm = (req: Request, res: Response, { fault, status = 200, ...values }: SignInForm) => {
    const faults = fault === undefined ? undefined : [{ text: fault, href: '#email' }]
    const notice = fault === undefined ? notices[String(req.query.done ?? '')] : undefined
    return visits.page(req, res, 'signInPage.njk', { organisation, faults, notice, ...values }, status)
  }

  const showCode = (req: Request, res: Response, fault?: string, status = 200) =>
    visits.page(req, res, 'signInCodePage.njk', fault === undefined ? {} : { faults: [{ text: fault, href: '#code' }] }, status)

  async function show(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const next = readNext(req.query.next)
    const session = await signedIn(req)
    if (session) return visits.seeOther(res, next || homeOf(session.account))
    const why = elsewhereWords(organisation ?? '')[String(req.query.why ?? '') as ElsewhereFault]
    await showForm(req, res, { next, ...(why && { fault: why, status: 403 }) })
  }

  async function send(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const { form, isOurs } = await visits.form(req)
    const [next, email] = [readNext(form.get('next')), (form.get('email') ?? '').slice(0, 254)]
    if (!isOurs) return showForm(req, res, { next, email, fault: staleFormWords, status: 403 })
    const outcome = await signIn.withPassword({ email, password: form.get('password') ?? '', next, address: limit.addressOf(req) })
    switch (outcome.kind) {
      case 'signedIn':
        return visits.enter(req, res, outcome, next)
      case 'codeNeeded':
        visits.bindForm(res, outcome.token)
        return visits.seeOther(res, '/staff/sign-in/code')
      case 'refused':
        return showForm(req, res, { next, email, fault: refusedWords, status: 403 })
      case 'tooMany':
        res.setHeader('Retry-After', String(outcome.retryAfterSeconds))
        return showForm(req, res, { next, email, fault: tooManyWords(outcome.retryAfterSeconds), status: 429 })
    }
  }

  async function askCode(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    if (!(await signIn.awaitsCode(deps.cookies.form.read(req)))) return visits.seeOther(res, '/staff/sign-in?done=again')
    await showCode(req, res)
  }

  async function sendCode(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'page')
    const { form, token, isOurs } = await visits.form(req)
    if (!isOurs) throw new AppError('FORM_NOT_OURS')
    const outcome = await signIn.withCode({ token, code: (form.get('code') ?? '').slice(0, 20), address: limit.addressOf(req) })
    switch (outcome.kind) {
      case 'signedIn':
        return visits.enter(req, res, outcome, outcome.next)
      case 'refused':
        return showCode(req, res, codeRefusedWords, 403)
      case 'void':
        return visits.seeOther(res, '/staff/sign-in?done=again')
      case 'tooMany':
        res.setHeader('Retry-After', String(outcome.retryAfterSeconds))
        return showCode(req, res, tooManyWords(outcome.retryAfterSeconds), 429)
    }
  }

  return (server) => {
    server.get('/staff/sign-in', handle(show))
    server.post('/staff/sign-in', handle(send))
    server.get('/staff/sign-in/code', handle(askCode))
    server.post('/staff/sign-in/code', handle(sendCode))
  }
}
