import type { Request, Server } from 'restify'
import { createArgon2Passwords } from '../accounts/argon2Passwords.ts'
import { createChangeOwnAccount } from '../accounts/changeOwnAccount.ts'
import { createJoin } from '../accounts/join.ts'
import { CODE_MINUTES, ELSEWHERE_MINUTES } from '../accounts/lifetimes.ts'
import { createOpenidOrganisation } from '../accounts/openidOrganisation.ts'
import type { OrganisationIdentity } from '../accounts/organisation.ts'
import { otpauthCodes } from '../accounts/otpauthCodes.ts'
import { createPostgresAccounts } from '../accounts/postgresAccounts.ts'
import { createPostgresColleagues } from '../accounts/postgresColleagues.ts'
import { createPostgresInvitations } from '../accounts/postgresInvitations.ts'
import { createPostgresNewPasswords } from '../accounts/postgresNewPasswords.ts'
import { createPostgresOwnAccount } from '../accounts/postgresOwnAccount.ts'
import { createToken, isToken } from '../accounts/randomToken.ts'
import { readFirstName } from '../accounts/readFirstName.ts'
import { createSetNewPassword } from '../accounts/setNewPassword.ts'
import { createShortMemory } from '../accounts/shortMemory.ts'
import { type AwaitedCode, createSignIn } from '../accounts/signIn.ts'
import { createStaffSessions } from '../accounts/staffSessions.ts'
import { createPostgresAudit } from '../audit/postgresAudit.ts'
import type { Settings } from '../config/settings.ts'
import { createPageAssets } from '../consoles/pageAssets.ts'
import { createFormMarks } from '../consoles/patient/checkFormMark.ts'
import { accountCodesRoutes } from '../consoles/staff/accountCodesRoutes.ts'
import { accountRoutes } from '../consoles/staff/accountRoutes.ts'
import { colleaguesRoutes } from '../consoles/staff/colleaguesRoutes.ts'
import { joinRoutes } from '../consoles/staff/joinRoutes.ts'
import { createRenderPage } from '../consoles/staff/renderPage.ts'
import { createStaffCookies } from '../consoles/staff/signInCookies.ts'
import type { Elsewhere, VisitElsewhere } from '../consoles/staff/signInElsewhere.ts'
import { signInElsewhereRoutes } from '../consoles/staff/signInElsewhereRoutes.ts'
import { signInRoutes } from '../consoles/staff/signInRoutes.ts'
import { type ConsoleRoutes, consoleRoutes, type SignedIn } from '../consoles/staff/visit.ts'
import type { Handle } from '../http/handle.ts'
import type { RateLimit } from '../http/rateLimit.ts'
import type { RateLimits } from '../http/rateLimits.ts'
import type { Clock } from '../kernel/clock.ts'
import { errorKind } from '../kernel/errorFacts.ts'
import type { Log } from '../kernel/log.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  settings: Pick<Settings, 'publicUrl' | 'oidc'>
  stores: Pick<Stores, 'database' | 'sealer' | 'staffStorage'>
  facts: () => Promise<{ name: string; timeZone: string }>
  /** Where people reach the service. */
  address: { url: string }
  rateLimits: RateLimits
  clock: Clock
  log: Log
  /** What waits, for the numbers in the navigation. */
  waiting?: () => Promise<Record<string, number>>
  /** Waited for beside each try to sign in; its own when absent. */
  pace?: () => Promise<unknown>
}

type Page = (server: Server) => void
type Frame = { handle: Handle; limit: RateLimit }

/** The staff console's doors: accounts, signing in, sessions; and the frame of all of its pages. */
export function openStaff({ settings, stores, facts, address, rateLimits, clock, log, waiting = async () => ({}), pace }: Deps) {
  const { database, sealer, staffStorage: storage } = stores
  const { db } = database
  const auditIn = (on: typeof db) => createPostgresAudit(on, clock)
  const audit = auditIn(db)
  const accounts = createPostgresAccounts(db, sealer)
  const own = createPostgresOwnAccount({ db, sealer, auditIn })
  const colleagues = createPostgresColleagues({ db, auditIn })
  const invitations = createPostgresInvitations({ db, sealer, auditIn })
  const newPasswords = createPostgresNewPasswords({ db, sealer, auditIn })
  const sessions = createStaffSessions({ storage, clock })
  const passwords = createArgon2Passwords()
  const knowing = { accounts, passwords, sessions, rateLimits, audit, clock, log, codes: otpauthCodes }
  const awaitedCodes = createShortMemory<AwaitedCode>({ storage, clock }, 'staff-code', CODE_MINUTES)
  const signIn = createSignIn({ ...knowing, own, awaitedCodes, ...(pace && { pace }) })
  const change = createChangeOwnAccount({ ...knowing, own })
  const join = createJoin({ ...knowing, invitations, newPasswords })
  const setNewPassword = createSetNewPassword({ ...knowing, newPasswords, awaitedCodes })
  const cookies = createStaffCookies({ secure: settings.publicUrl?.startsWith('https:') ?? false })
  const marks = createFormMarks(sealer.deriveKeys('staff-session-form'))
  const formMarks = createFormMarks(sealer.deriveKeys('staff-sign-in-form'))
  const assets = createPageAssets()
  const render = createRenderPage({ assets, facts, waiting })
  const elsewhere: Elsewhere | undefined = settings.oidc && {
    name: settings.oidc.name,
    organisation: createOpenidOrganisation(settings.oidc),
    visits: createShortMemory<VisitElsewhere>({ storage, clock }, 'staff-elsewhere', ELSEWHERE_MINUTES),
    minutes: ELSEWHERE_MINUTES,
    address,
  }
  let leave = async (_accountId: string): Promise<void> => {}

  /** Her session is over all the same; what she has taken on waits until she has been silent for too long. */
  async function onLeave({ id }: { id: string }): Promise<void> {
    try {
      await leave(id)
    } catch (error) {
      log.warn('account.notLeft', { accountId: id, cause: errorKind(error) })
    }
  }

  async function signedIn(req: Request): Promise<SignedIn | undefined> {
    const session = await sessions.read(cookies.session.read(req), isHerDoing(req))
    const account = session && (await accounts.standing(session.accountId, session.epoch))
    return account && { account, sessionId: session.id, mark: marks.markFor(session.id) }
  }
  const isOurMark = ({ sessionId }: SignedIn, mark: string | null) => marks.isOurs(mark, sessionId)

  async function connect(account: SignedIn['account'], { issuer, subject }: OrganisationIdentity): Promise<string | undefined> {
    const link = await own.link(account, { issuer, subject }, true, clock.now().toJSDate())
    return link === 'taken' ? undefined : sessions.begin(account.id, link.epoch)
  }

  return {
    signedIn,
    isOurMark,
    render,
    audit,
    /** Colleagues to whom a conversation may be passed. */
    colleagues: async (): Promise<{ id: string; firstName: string }[]> => accounts.answering(),
    /** What happens to what somebody has taken on, when she signs out or may not go on. */
    onLeave(hook: (accountId: string) => Promise<void>): void {
      leave = hook
    },
    /** Every page of the console: those about accounts, and `more` in the same frame. */
    routes({ handle, limit }: Frame, more: (frame: Frame & { routes: ConsoleRoutes }) => Page[] = () => []): Page[] {
      const routes = consoleRoutes({ handle, signedIn, isOurMark, render })
      const endSession = sessions.end
      const doors = { cookies, formMarks, createToken, isToken, signedIn, endSession, render, handle, limit }
      return [
        assets.routes(['staff.js', 'staff.css'], handle, limit),
        signInRoutes({ ...doors, signIn, organisation: elsewhere?.name }),
        ...(elsewhere ? [signInElsewhereRoutes({ ...doors, elsewhere, signIn, connect, log })] : []),
        joinRoutes({ ...doors, join, setNewPassword }),
        accountRoutes({ accounts, own, change, readFirstName, cookies, endSession, audit, onLeave, elsewhere, routes }),
        accountCodesRoutes({ change, codes: otpauthCodes, sealer, facts, cookies, routes }),
        colleaguesRoutes({ colleagues, invitations, newPasswords, onLeave, address, organisation: elsewhere?.name, clock, routes }),
        ...more({ handle, limit, routes }),
      ]
    },
    /** Where nobody has an account yet: a code for the first one. */
    async start(): Promise<{ firstAdminCode?: string }> {
      const firstAdminCode = await invitations.offerFirst(clock.now().toJSDate())
      return firstAdminCode === undefined ? {} : { firstAdminCode }
    },
  }
}

export type Staff = ReturnType<typeof openStaff>

/** What the page does by itself shows nothing of her: the live stream, and what a script fetches for it (`X-By-Itself`). */
const isHerDoing = ({ headers }: Request): boolean =>
  headers['x-by-itself'] === undefined && !(headers.accept ?? '').includes('text/event-stream')
