import type { Request, Response } from 'restify'
import type { Account } from '../../accounts/account.ts'
import type { Handle } from '../../http/handle.ts'
import type { RateLimit } from '../../http/rateLimit.ts'
import { readBytes, requireForm } from '../../http/readBody.ts'
import { AppError } from '../../kernel/errors.ts'
import { comesFromElsewhere } from '../comesFromElsewhere.ts'
import type { RenderPage } from './renderPage.ts'
import type { StaffCookies } from './signInCookies.ts'
import type { SignedIn } from './visit.ts'

/** Bytes. */
const longestForm = 8 * 1024

/** As long as somebody may look at a form before she fills it in. */
const FORM_MINUTES = 60

const noStore = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' }

export type SignInVisitDeps = {
  cookies: StaffCookies
  /** Marks of forms without a session, by what stands in the browser's cookie. */
  formMarks: { markFor(token: string): string; isOurs(mark: string | null, token: string): boolean }
  createToken: () => string
  isToken: (text: string | undefined) => text is string
  signedIn: (req: Request) => Promise<SignedIn | undefined>
  /** Ends the session that the browser came with. */
  endSession: (token: string | undefined) => Promise<void>
  render: RenderPage
  handle: Handle
  limit: RateLimit
}

/** What the pages have in common that are for people who are not signed in. */
export function signInVisits({ cookies, formMarks, createToken, isToken, endSession, render }: SignInVisitDeps) {
  return {
    /** A page with a form in it. `freshToken`: what the form is bound to from now on, where it is not what the browser has. */
    async page(req: Request, res: Response, template: string, values: object, status = 200, freshToken?: string): Promise<void> {
      const kept = cookies.form.read(req)
      const token = freshToken ?? (isToken(kept) ? kept : createToken())
      cookies.form.set(res, token, FORM_MINUTES)
      const html = await render.page(template, { mark: formMarks.markFor(token), ...values })
      res.sendRaw(status, html, { ...noStore, 'Content-Type': 'text/html; charset=utf-8' })
    },

    /**
     * What was filled in, and whether it came from a page that this browser was given. Throws FORM_NOT_OURS for what another site
     * sent.
     */
    async form(req: Request): Promise<{ form: URLSearchParams; token: string | undefined; isOurs: boolean }> {
      requireForm(req)
      const form = new URLSearchParams((await readBytes(req, longestForm)).toString('utf8'))
      if (comesFromElsewhere(req)) throw new AppError('FORM_NOT_OURS')
      const kept = cookies.form.read(req)
      const token = isToken(kept) ? kept : undefined
      return { form, token, isOurs: token !== undefined && formMarks.isOurs(form.get('mark'), token) }
    },

    /** Binds the next form to this token. */
    bindForm: (res: Response, token: string) => cookies.form.set(res, token, FORM_MINUTES),

    /** She is in: with a new session, whatever the browser came with. */
    async enter(
      req: Request,
      res: Response,
      { account, sessionToken }: { account: Account; sessionToken: string },
      next: string,
    ): Promise<void> {
      await endSession(cookies.session.read(req))
      cookies.session.set(res, sessionToken)
      cookies.form.clear(res)
      this.seeOther(res, next || homeOf(account))
    },

    seeOther: (res: Response, path: string): void => void res.sendRaw(303, '', { ...noStore, Location: path }),
  }
}

export type SignInVisits = ReturnType<typeof signInVisits>

/** Where somebody begins who did not say where she wants to go. */
export const homeOf = ({ roles }: Account): string => (roles.includes('staff') ? '/staff' : '/admin/accounts')
