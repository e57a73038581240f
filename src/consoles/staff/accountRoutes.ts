import type { Response, Server } from 'restify'
import type { Account } from '../../accounts/account.ts'
import type { Accounts, OwnAccount } from '../../accounts/accounts.ts'
import type { ChangeOutcome, ChangeOwnAccount } from '../../accounts/changeOwnAccount.ts'
import type { Audit } from '../../audit/audit.ts'
import { joinWords, passwordWords } from './joinWords.ts'
import type { StaffCookies } from './signInCookies.ts'
import { type Elsewhere, leaveFor } from './signInElsewhere.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  accounts: Pick<Accounts, 'byId'>
  own: Pick<OwnAccount, 'rename'>
  change: ChangeOwnAccount
  readFirstName: (typed: string) => string | undefined
  cookies: StaffCookies
  endSession: (token: string | undefined) => Promise<void>
  audit: Audit
  /** She has gone: what she has taken on goes on without her. */
  onLeave: (account: Account) => Promise<void>
  elsewhere: Elsewhere | undefined
  routes: ConsoleRoutes
}

type Words = Record<string, string>

const notices: Record<string, string> = {
  renamed: 'Your name is changed.',
  password: 'Your password is changed, and you are signed out everywhere else.',
  codesOn: 'From now on you enter a code after your password. You are signed out everywhere else.',
  codesOff: 'Codes are off. You are signed out everywhere else.',
  ended: 'You are signed out everywhere else.',
  connected: 'Connected. You are signed out everywhere else.',
  notConnected: 'Nothing was connected: that sign-in belongs to another account here, or yours is connected to another one.',
}

export const wrongPasswordWords =
  'The password is wrong, or there were too many wrong tries. If you have tried several times, wait 15 minutes'

/** Puts her next session into the browser, in place of the one that has ended. */
export const goOnWith = (cookies: StaffCookies, res: Response, { sessionToken }: { sessionToken: string }) =>
  cookies.session.set(res, sessionToken)

/** `/staff/account`: her own name, password and sessions; and signing out. */
export function accountRoutes(deps: Deps): (server: Server) => void {
  const { accounts, own, change, readFirstName, cookies, endSession, audit, onLeave, elsewhere, routes } = deps

  async function show(visit: Visit, words: Words = {}, values: object = {}): Promise<void> {
    const known = await accounts.byId(visit.account.id)
    const faults = Object.entries(words).map(([field, text]) => ({ text, href: `#${field}` }))
    const done = String(visit.req.query.done ?? '')
    await visit.page(
      'accountPage.njk',
      {
        section: 'account',
        organisation: elsewhere?.name,
        hasPassword: known?.passwordHash !== undefined,
        hasCodes: known?.totpSecret !== undefined,
        isLinked: known?.isLinked,
        notice: notices[done],
        noticeIsGood: done !== 'notConnected',
        words,
        ...(faults.length > 0 && { faults }),
        ...values,
      },
      faults.length > 0 ? 400 : 200,
    )
  }

  /** `fields`: where a wrong password or code stands on the page. */
  async function answer(visit: Visit, outcome: ChangeOutcome, done: string, fields: { password: string; code?: string; unfit?: string }) {
    switch (outcome.kind) {
      case 'changed':
        goOnWith(cookies, visit.res, outcome)
        return visit.seeOther(`/staff/account?done=${done}`)
      case 'wrongPassword':
        return show(visit, { [fields.password]: wrongPasswordWords })
      case 'wrongCode':
        return show(visit, { [fields.code ?? '']: 'The code is wrong or has been used. Wait for the next one' })
      case 'unfit':
        return show(visit, { [fields.unfit ?? '']: passwordWords[outcome.fault] })
      case 'alreadyOn':
      case 'gone':
        return visit.seeOther('/staff/account')
    }
  }

  const typed = ({ form }: Visit, name: string) => form.get(name) ?? ''

  const pages = [
    routes.get('/staff/account', 'any', (visit) => show(visit)),

    routes.post('/staff/account/name', 'any', async (visit) => {
      const typedName = typed(visit, 'firstName').slice(0, 100)
      const firstName = readFirstName(typedName)
      if (!firstName) return show(visit, joinWords({ firstName: 'unreadable' }), { typedName })
      await own.rename(visit.account, firstName)
      visit.seeOther('/staff/account?done=renamed')
    }),

    routes.post('/staff/account/password', 'any', async (visit) => {
      const outcome = await change.setPassword(visit.account, typed(visit, 'current'), typed(visit, 'new'))
      await answer(visit, outcome, 'password', { password: 'current', unfit: 'new' })
    }),

    routes.post('/staff/account/codes/off', 'any', async (visit) => {
      const outcome = await change.turnCodesOff(visit.account, typed(visit, 'password'), typed(visit, 'code'))
      await answer(visit, outcome, 'codesOff', { password: 'offPassword', code: 'offCode' })
    }),

    routes.post('/staff/account/end-sessions', 'any', async (visit) => {
      await answer(visit, await change.endOtherSessions(visit.account), 'ended', { password: '' })
    }),

    routes.post('/staff/account/connect', 'any', async (visit) => {
      if (!elsewhere) return visit.seeOther('/staff/account')
      if (!(await change.confirm(visit.account, typed(visit, 'password')))) return show(visit, { connectPassword: wrongPasswordWords })
      // A page with a link, not an answer that leads there: a form of ours may lead nowhere else.
      const there = await leaveFor(elsewhere, cookies, visit.res, { next: '', connect: visit.account.id }).catch(() => undefined)
      if (!there) return show(visit, { connectPassword: `${elsewhere.name} does not answer at the moment. Try again later` })
      await visit.page('accountLeavePage.njk', { section: 'account', organisation: elsewhere.name, there })
    }),

    routes.post('/staff/sign-out', 'any', async ({ req, res, account, seeOther }) => {
      await endSession(cookies.session.read(req))
      cookies.session.clear(res)
      await onLeave(account)
      await audit.note({ account, action: 'account.signedOut', subject: { kind: 'account', id: account.id } })
      seeOther('/staff/sign-in?done=out')
    }),
  ]
  return (server) => {
    for (const page of pages) page(server)
  }
}
