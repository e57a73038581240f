import type { Request, Response, Server } from 'restify'
import type { Account } from '../../accounts/account.ts'
import type { OrganisationIdentity } from '../../accounts/organisation.ts'
import type { SignIn } from '../../accounts/signIn.ts'
import { errorKind } from '../../kernel/errorFacts.ts'
import type { Log } from '../../kernel/log.ts'
import { type Elsewhere, leaveFor } from './signInElsewhere.ts'
import { readNext } from './signInNext.ts'
import { type SignInVisitDeps, signInVisits } from './signInVisit.ts'
import type { ElsewhereFault } from './signInWords.ts'

type Deps = SignInVisitDeps & {
  elsewhere: Elsewhere
  signIn: Pick<SignIn, 'elsewhere'>
  /** From now on she can sign in there; gives back the token of her next session. Undefined: the account, or the person there, belongs to another. */
  connect: (account: Account, identity: OrganisationIdentity) => Promise<string | undefined>
  log: Log
}

/** `/staff/sign-in/oidc` leads to the organisation's own sign-in, and `…/callback` is where she comes back. */
export function signInElsewhereRoutes(deps: Deps): (server: Server) => void {
  const { elsewhere, signIn, connect, cookies, signedIn, handle, limit, log } = deps
  const visits = signInVisits(deps)
  const refuse = (res: Response, why: ElsewhereFault) => visits.seeOther(res, `/staff/sign-in?why=${why}`)

  async function leave(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'signingIn')
    try {
      visits.seeOther(res, await leaveFor(elsewhere, cookies, res, { next: readNext(req.query.next) }))
    } catch (error) {
      log.warn('account.organisationAway', { cause: errorKind(error) })
      refuse(res, 'failed')
    }
  }

  async function comeBack(req: Request, res: Response): Promise<void> {
    await limit.byAddress(req, 'signingIn')
    const visit = await elsewhere.visits.take(cookies.elsewhere.read(req))
    cookies.elsewhere.clear(res)
    if (!visit) return refuse(res, 'failed')
    let identity: OrganisationIdentity
    try {
      identity = await elsewhere.organisation.finish(elsewhere.address.url + (req.url ?? ''), visit)
    } catch (error) {
      log.warn('account.organisationRefused', { cause: errorKind(error) })
      return refuse(res, isCancelled(error) ? 'cancelled' : 'failed')
    }
    if (visit.connect !== undefined) return connectTo(req, res, visit.connect, identity)
    const outcome = await signIn.elsewhere(identity)
    return outcome.kind === 'signedIn' ? visits.enter(req, res, outcome, visit.next) : refuse(res, outcome.kind)
  }

  /** Only for her who began it, while she is signed in. */
  async function connectTo(req: Request, res: Response, accountId: string, identity: OrganisationIdentity): Promise<void> {
    const session = await signedIn(req)
    if (session?.account.id !== accountId) return refuse(res, 'failed')
    const sessionToken = await connect(session.account, identity)
    if (sessionToken === undefined) return visits.seeOther(res, '/staff/account?done=notConnected')
    await visits.enter(req, res, { account: session.account, sessionToken }, '/staff/account?done=connected')
  }

  return (server) => {
    server.get('/staff/sign-in/oidc', handle(leave))
    server.get('/staff/sign-in/oidc/callback', handle(comeBack))
  }
}

const isCancelled = (error: unknown): boolean => (error as { error?: unknown }).error === 'access_denied'
