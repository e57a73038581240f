import type { Request, Response, Server } from 'restify'
import type { Account, Role } from '../../accounts/account.ts'
import type { Handle } from '../../http/handle.ts'
import { readBytes, requireForm } from '../../http/readBody.ts'
import { readFileForm, type SentFile } from '../../http/readFileForm.ts'
import { AppError } from '../../kernel/errors.ts'
import { comesFromElsewhere } from '../comesFromElsewhere.ts'
import type { RenderPage } from './renderPage.ts'

/** A session that stands. `mark` belongs into every form: it proves that the form is from our page, in this session. */
export type SignedIn = { account: Account; sessionId: string; mark: string }

/** Somebody who is signed in, at one of the console's addresses. */
export type Visit = SignedIn & {
  req: Request
  res: Response
  /** What was filled in; empty where nothing was sent. */
  form: URLSearchParams
  /** A part of the address: of `/staff/conversations/:id` the `id`. */
  param(name: string): string
  /** Answers with a whole page, 200 unless told otherwise. */
  page(template: string, values: object, status?: number): Promise<void>
  /** Answers with a part of a page, for the script. */
  fragment(template: string, values: object): void
  /** Elsewhere, so that reloading sends nothing again. */
  seeOther(path: string): void
}

export type VisitDeps = {
  handle: Handle
  /** Who has signed in in this browser, if that still stands. */
  signedIn: (req: Request) => Promise<SignedIn | undefined>
  isOurMark: (signedIn: SignedIn, mark: string | null) => boolean
  render: RenderPage
}

type Answer = (visit: Visit) => Promise<void>

/** `file` is absent where none was chosen. `tooLarge`: what is past `longest` bytes is not read, so that its form is empty. */
type AnswerFile = {
  longest: number
  tooLarge: Answer
  answer: (visit: Visit, file: SentFile | undefined) => Promise<void>
}

/** Who may come: `any` is everybody who is signed in. */
type For = Role | 'any'

/** Where to begin again after a session was over when a form was sent. */
const beginAgain: Record<For, string> = { staff: '/staff', admin: '/admin', any: '/staff/account' }

/** Bytes: an intent with thousands of messages. */
export const LONGEST_FORM = 1024 * 1024

const noStore = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' }

/**
 * Routes of the console: who is not signed in goes to the sign-in page, whatever was sent (a script gets SIGN_IN_NEEDED), who has not the
 * role gets NOT_ALLOWED, and what is sent without the session's mark, or from another site, gets FORM_NOT_OURS.
 */
export function consoleRoutes({ handle, signedIn, isOurMark, render }: VisitDeps) {
  async function visitOf(req: Request, res: Response, role: For, form: URLSearchParams): Promise<Visit | undefined> {
    const session = await signedIn(req)
    if (!session) {
      if (!asksForPage(req)) throw new AppError('SIGN_IN_NEEDED')
      const next = req.method === 'GET' ? req.getPath() : beginAgain[role]
      res.sendRaw(303, '', { ...noStore, Location: `/staff/sign-in?next=${encodeURIComponent(next)}` })
      return undefined
    }
    if (role !== 'any' && !session.account.roles.includes(role)) throw new AppError('NOT_ALLOWED')
    return {
      ...session,
      req,
      res,
      form,
      param: (name) => String(req.params?.[name] ?? ''),
      async page(template, values, status = 200) {
        const html = await render.page(template, { account: session.account, mark: session.mark, ...values })
        res.sendRaw(status, html, { ...noStore, 'Content-Type': 'text/html; charset=utf-8' })
      },
      fragment(template, values) {
        const html = render.fragment(template, { account: session.account, mark: session.mark, ...values })
        res.sendRaw(200, html, { ...noStore, 'Content-Type': 'text/html; charset=utf-8' })
      },
      seeOther: (path) => void res.sendRaw(303, '', { ...noStore, Location: path }),
    }
  }

  return {
    get: (path: string, role: For, answer: Answer) => (server: Server) =>
      void server.get(
        path,
        handle(async (req, res) => {
          const visit = await visitOf(req, res, role, new URLSearchParams())
          if (visit) await answer(visit)
        }),
      ),

    post: (path: string, role: For, answer: Answer) => (server: Server) =>
      void server.post(
        path,
        handle(async (req, res) => {
          requireForm(req)
          const form = new URLSearchParams((await readBytes(req, LONGEST_FORM)).toString('utf8'))
          const visit = await visitOf(req, res, role, form)
          if (!visit) return
          if (comesFromElsewhere(req) || !isOurMark(visit, form.get('mark'))) throw new AppError('FORM_NOT_OURS')
          await answer(visit)
        }),
      ),

    /** A form with a file. It is large: nothing of it is read before it is known that she may send one, from here. */
    postFile:
      (path: string, role: For, { longest, tooLarge, answer }: AnswerFile) =>
      (server: Server) =>
        void server.post(
          path,
          handle(async (req, res) => {
            const visit = await visitOf(req, res, role, new URLSearchParams())
            if (!visit) return
            if (comesFromElsewhere(req)) throw new AppError('FORM_NOT_OURS')
            const sent = await readFileForm(req, longest).catch((error: unknown) => {
              if (error instanceof AppError && error.code === 'BODY_TOO_LARGE') return undefined
              throw error
            })
            if (!sent) return tooLarge(visit)
            if (!isOurMark(visit, sent.form.get('mark'))) throw new AppError('FORM_NOT_OURS')
            await answer({ ...visit, form: sent.form }, sent.file)
          }),
        ),
  }
}

export type ConsoleRoutes = ReturnType<typeof consoleRoutes>

const asksForPage = (req: Request): boolean => (req.headers.accept ?? '').includes('text/html')
