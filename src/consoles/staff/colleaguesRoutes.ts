import type { Server } from 'restify'
import type { Account } from '../../accounts/account.ts'
import type { ColleagueChange, Colleagues } from '../../accounts/accounts.ts'
import type { Invitations } from '../../accounts/invitations.ts'
import type { NewPasswords } from '../../accounts/newPasswords.ts'
import type { Clock } from '../../kernel/clock.ts'
import { AppError } from '../../kernel/errors.ts'
import { colleagueView, mayWords, readRoles, refusalWords, roleChoices } from './colleaguesView.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  colleagues: Colleagues
  invitations: Pick<Invitations, 'invite' | 'listOpen' | 'withdraw'>
  newPasswords: Pick<NewPasswords, 'offer'>
  /** She cannot go on: what she has taken on goes on without her. */
  onLeave: (account: Pick<Account, 'id'>) => Promise<void>
  /** Where people reach the service. */
  address: { url: string }
  /** What the organisation's sign-in is called, where there is one. */
  organisation: string | undefined
  clock: Clock
  routes: ConsoleRoutes
}

const notices: Record<string, string> = {
  withdrawn: 'The code is withdrawn.',
  roles: 'Changed.',
  disable: 'The account is switched off.',
  enable: 'The account is switched on again.',
  'end-sessions': 'Signed out everywhere.',
  'remove-codes': 'Codes are off for this account.',
  unlock: 'Unlocked.',
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `/admin/accounts`: who works here and what they may do; invitations. */
export function colleaguesRoutes({
  colleagues,
  invitations,
  newPasswords,
  onLeave,
  address,
  organisation,
  clock,
  routes,
}: Deps): (server: Server) => void {
  const now = () => clock.now().toJSDate()
  const idOf = (visit: Visit): string => {
    const id = visit.param('id')
    if (!uuid.test(id)) throw new AppError('NOT_FOUND')
    return id
  }
  const joinAt = () => `${address.url}/staff/join`
  const noticeOf = ({ req }: Visit) => notices[String(req.query.done ?? '')]

  async function showAll(visit: Visit, faults?: { text: string; href: string }[]): Promise<void> {
    const [all, open] = await Promise.all([colleagues.list(visit.account), invitations.listOpen(now())])
    const values = {
      colleagues: all.map((one) => colleagueView(one, now(), organisation)),
      invitations: open.map((one) => ({ ...one, may: mayWords(one.roles) })),
      choices: roleChoices(),
      notice: noticeOf(visit),
      faults,
    }
    await visit.page('colleaguesPage.njk', values, faults ? 400 : 200)
  }

  async function showOne(visit: Visit, fault?: string): Promise<void> {
    const one = await colleagues.get(visit.account, idOf(visit))
    if (!one) throw new AppError('NOT_FOUND')
    const faults = fault === undefined ? undefined : [{ text: fault, href: '#maincontent' }]
    const values = { one: colleagueView(one, now(), organisation), choices: roleChoices(one.roles), notice: noticeOf(visit), faults }
    await visit.page('colleaguesOnePage.njk', values, faults ? 409 : 200)
  }

  async function invite(visit: Visit): Promise<void> {
    const roles = readRoles(visit.form.get('roles'))
    if (!roles) return showAll(visit, [{ text: 'Choose what your colleague may do', href: '#roles' }])
    const code = await invitations.invite(visit.account, roles, now())
    if (code === undefined) throw new AppError('NOT_ALLOWED')
    await visit.page('colleaguesInvitedPage.njk', { code, may: mayWords(roles), joinAt: joinAt() })
  }

  async function offerNewPassword(visit: Visit): Promise<void> {
    const offer = await newPasswords.offer(visit.account, idOf(visit), now())
    switch (offer.kind) {
      case 'offered':
        return visit.page('colleaguesNewPasswordPage.njk', { code: offer.code, one: offer.account, joinAt: joinAt() })
      case 'notAdmin':
        throw new AppError('NOT_ALLOWED')
      case 'unknown':
        return showOne(visit, refusalWords.unknown)
    }
  }

  /** A button on a colleague's page. `leaves`: she cannot go on with what she has taken on. */
  const button = (
    what: string,
    change: (visit: Visit, id: string) => Promise<ColleagueChange>,
    leaves: (visit: Visit) => boolean = () => false,
  ) =>
    routes.post(`/admin/accounts/:id/${what}`, 'admin', async (visit) => {
      const id = idOf(visit)
      const outcome = await change(visit, id)
      if (outcome === 'notAdmin') throw new AppError('NOT_ALLOWED')
      if (outcome !== 'done') return showOne(visit, refusalWords[outcome])
      if (leaves(visit)) await onLeave({ id })
      visit.seeOther(`/admin/accounts/${id}?done=${what}`)
    })

  const rolesIn = ({ form }: Visit) => {
    const roles = readRoles(form.get('roles'))
    if (!roles) throw new AppError('INVALID_REQUEST', 'no such roles')
    return roles
  }

  const pages = [
    routes.get('/admin/accounts', 'admin', (visit) => showAll(visit)),
    routes.post('/admin/accounts/invite', 'admin', invite),
    routes.post('/admin/accounts/withdraw', 'admin', async (visit) => {
      await invitations.withdraw(visit.account, visit.form.get('invitation') ?? '', now())
      visit.seeOther('/admin/accounts?done=withdrawn')
    }),
    routes.get('/admin/accounts/:id', 'admin', (visit) => showOne(visit)),
    routes.post('/admin/accounts/:id/new-password', 'admin', offerNewPassword),
    button(
      'roles',
      (visit, id) => colleagues.setRoles(visit.account, id, rolesIn(visit), now()),
      (visit) => !rolesIn(visit).includes('staff'),
    ),
    button(
      'disable',
      ({ account }, id) => colleagues.disable(account, id, now()),
      () => true,
    ),
    button('enable', ({ account }, id) => colleagues.enable(account, id, now())),
    button(
      'end-sessions',
      ({ account }, id) => colleagues.endSessions(account, id, now()),
      () => true,
    ),
    button('remove-codes', ({ account }, id) => colleagues.dropCodes(account, id, now())),
    button('unlock', ({ account }, id) => colleagues.unlock(account, id, now())),
  ]
  return (server) => {
    for (const page of pages) page(server)
  }
}
