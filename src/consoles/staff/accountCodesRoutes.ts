import type { Server } from 'restify'
import type { ChangeOwnAccount } from '../../accounts/changeOwnAccount.ts'
import type { Codes } from '../../accounts/codes.ts'
import type { Sealer } from '../../kernel/sealer.ts'
import { goOnWith, wrongPasswordWords } from './accountRoutes.ts'
import type { StaffCookies } from './signInCookies.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = {
  change: Pick<ChangeOwnAccount, 'turnCodesOn'>
  codes: Codes
  sealer: Pick<Sealer, 'seal' | 'open'>
  facts: () => Promise<{ name: string }>
  cookies: StaffCookies
  routes: ConsoleRoutes
}

/** `/staff/account/codes`: an app is given a secret, and shows by a code that it has it. */
export function accountCodesRoutes({ change, codes, sealer, facts, cookies, routes }: Deps): (server: Server) => void {
  // The form carries the secret until it counts, sealed for her and this session: no other secret can be sent in its place.
  const context = ({ account, sessionId }: Visit) => `totp-setup:${account.id}:${sessionId}`

  async function show(visit: Visit, secret: string, words: Record<string, string> = {}): Promise<void> {
    const address = codes.addressFor(secret, visit.account, (await facts()).name)
    const faults = Object.entries(words).map(([field, text]) => ({ text, href: `#${field}` }))
    await visit.page(
      'accountCodesPage.njk',
      {
        section: 'account',
        spelled: secret.replace(/(.{4})(?=.)/g, '$1 '),
        picture: await codes.pictureOf(address),
        sealed: sealer.seal(secret, context(visit)),
        words,
        ...(faults.length > 0 && { faults }),
      },
      faults.length > 0 ? 400 : 200,
    )
  }

  function secretIn(visit: Visit): string | undefined {
    try {
      return sealer.open(visit.form.get('sealed') ?? '', context(visit))
    } catch {
      return undefined
    }
  }

  async function turnOn(visit: Visit): Promise<void> {
    const { account, form, res, seeOther } = visit
    const secret = secretIn(visit)
    if (!secret) return seeOther('/staff/account')
    const outcome = await change.turnCodesOn(account, secret, form.get('password') ?? '', form.get('code') ?? '')
    switch (outcome.kind) {
      case 'changed':
        goOnWith(cookies, res, outcome)
        return seeOther('/staff/account?done=codesOn')
      case 'wrongPassword':
        return show(visit, secret, { password: wrongPasswordWords })
      case 'wrongCode':
        return show(visit, secret, { code: 'The code is wrong. Enter the one that the app shows now' })
      default:
        return seeOther('/staff/account')
    }
  }

  return (server) => {
    routes.post('/staff/account/codes', 'any', (visit) => show(visit, codes.createSecret()))(server)
    routes.post('/staff/account/codes/on', 'any', turnOn)(server)
  }
}
