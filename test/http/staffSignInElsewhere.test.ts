import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Database } from '../../src/storage/postgres/database.ts'
import { openTestPostgres } from '../support/databases.ts'
import { type Person, startOrganisation } from '../support/organisationStandIn.ts'
import { goodPassword, type StaffDoors, startStaffDoors } from '../support/staffDoors.ts'
import type { Visitor } from '../support/visitor.ts'

let app: StaffDoors
let organisation: Awaited<ReturnType<typeof startOrganisation>>
let database: Database
let close: () => Promise<void>
let count = 0

beforeAll(async () => {
  const opened = await openTestPostgres()
  close = opened.close
  database = opened.database
  organisation = await startOrganisation(() => `${app.url}/staff/sign-in/oidc/callback`)
  app = await startStaffDoors(opened.database, { oidc: organisation.settings })
})
afterAll(async () => {
  await app.stop()
  await organisation.stop()
  await close()
})
beforeEach(() => {
  app.forgetLimits()
})

const colleague = (more?: Record<string, unknown>) => app.account(`Hana${count++}`, ['staff'], more)

/** Leaves for the organisation, signs in there, and gives back the address that the browser is sent back to. */
async function goThere(browser: Visitor, person: Person | undefined, next = ''): Promise<string> {
  organisation.setPerson(person)
  const leaving = await browser.get(`/staff/sign-in/oidc${next && `?next=${encodeURIComponent(next)}`}`)
  expect(leaving.status).toBe(303)
  return organisation.visit(leaving.headers.get('Location') ?? '')
}

async function signIn(person: Person | undefined, next = '', browser = app.visitor()): Promise<{ browser: Visitor; to: string }> {
  return { browser, to: browser.to(await browser.get(await goThere(browser, person, next))) }
}

const refused = (why: string) => `303 /staff/sign-in?why=${why}`

describe('signing in at the organisation', () => {
  test('asks for a code with PKCE, state and nonce, each anew', async () => {
    const before = organisation.asked.length
    for (let time = 0; time < 2; time++) await signIn(undefined)
    const [one, other] = organisation.asked.slice(before).map(({ searchParams }) => Object.fromEntries(searchParams))
    expect(one).toMatchObject({ response_type: 'code', scope: 'openid email', code_challenge_method: 'S256' })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.[name]).toMatch(/^[\w-]{43}$/)
      expect(one?.[name]).not.toBe(other?.[name])
    }
  })

  test('the first time finds the account by its confirmed email, and from then on by who she is there', async () => {
    const { id, email } = await colleague()
    const home = app.visitor()
    await home.signIn(email, goodPassword)
    const first = await signIn({ subject: `s-${id}`, email: email.toUpperCase() }, '/staff?view=mine')
    expect(first.to).toBe('303 /staff?view=mine')
    expect(await (await first.browser.get('/staff')).text()).toMatch(/^Hana/)
    expect(await app.row(id)).toMatchObject({ issuer: organisation.settings.issuer, subject: `s-${id}`, password_hash: null })
    expect((await home.get('/staff')).status).toBe(303)
    expect((await app.visitor().signIn(email, goodPassword)).status).toBe(403)
    expect((await signIn({ subject: `s-${id}`, email: 'renamed@example.org', emailVerified: false })).to).toBe('303 /staff')
    expect(await app.noted(id)).toEqual([
      'account.signedIn password',
      'account.linked',
      'account.signedIn organisation',
      'account.signInFailed password',
      'account.signedIn organisation',
    ])
  })

  test('by an email that is not confirmed lets nobody in', async () => {
    const { id, email } = await colleague()
    for (const person of [{ subject: 'u', email, emailVerified: false }, { subject: 'u' }])
      expect((await signIn(person)).to).toBe(refused('unverified'))
    expect(await app.row(id)).toMatchObject({ subject: null })
    expect((await app.visitor().signIn(email, goodPassword)).status).toBe(303)
  })

  test('lets in nobody who was not invited, and tells her what to do', async () => {
    const { browser, to } = await signIn({ subject: 'stranger', email: 'stranger@example.org' })
    expect(to).toBe(refused('unknown'))
    const page = await browser.get('/staff/sign-in?why=unknown')
    expect(page.status).toBe(403)
    expect(await page.text()).toContain('You signed in at NHSmail, but nobody has invited you here yet. Ask a colleague who is an admin')
    expect(await app.db.selectFrom('accounts').where('email', '=', 'stranger@example.org').execute()).toEqual([])
  })

  test('does not lead around codes, nor into an account of another person there', async () => {
    const withCodes = await colleague({ totp_secret: app.sealer.seal('JBSWY3DPEHPK3PXP', 'x'), totp_step: 1 })
    await app.db
      .updateTable('accounts')
      .set({ totp_secret: app.sealer.seal('JBSWY3DPEHPK3PXP', `totp:${withCodes.id}`) })
      .where('id', '=', withCodes.id)
      .execute()
    expect((await signIn({ subject: 'c', email: withCodes.email })).to).toBe(refused('ownSignIn'))
    const linked = await colleague({ issuer: organisation.settings.issuer, subject: 'first' })
    expect((await signIn({ subject: 'second', email: linked.email })).to).toBe(refused('taken'))
  })

  test('lets in nobody whose account is switched off', async () => {
    const linked = await colleague({ issuer: organisation.settings.issuer, subject: 'gone', disabled_at: new Date() })
    expect((await signIn({ subject: 'gone', email: linked.email })).to).toBe(refused('disabled'))
    const other = await colleague({ disabled_at: new Date() })
    const { to, browser } = await signIn({ subject: 'gone too', email: other.email })
    expect(to).toBe(refused('disabled'))
    expect(browser.cookies.has('staff')).toBe(false)
    expect(await app.noted(linked.id)).toEqual(['account.signInFailed disabled'])
  })

  test('that she broke off leads back to the sign-in page', async () => {
    expect((await signIn(undefined)).to).toBe(refused('cancelled'))
  })

  test('never leads to another site', async () => {
    const { email, id } = await colleague()
    expect((await signIn({ subject: `s-${id}`, email }, '//evil.example')).to).toBe('303 /staff')
  })

  test('begins a new session, whatever the browser came with', async () => {
    const { email, id } = await colleague()
    const browser = app.visitor()
    browser.cookies.set('staff', 'P'.repeat(43))
    await signIn({ subject: `s-${id}`, email }, '', browser)
    expect(browser.cookies.get('staff')).not.toBe('P'.repeat(43))
    expect(browser.set.join()).toMatch(/staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
  })
})

describe('coming back', () => {
  const person = async () => {
    const { id, email } = await colleague()
    return { subject: `s-${id}`, email }
  }

  test('with another state is refused', async () => {
    const browser = app.visitor()
    const back = new URL(await goThere(browser, await person()))
    back.searchParams.set('state', 'another')
    expect(browser.to(await browser.get(back.href))).toBe(refused('failed'))
    back.searchParams.delete('state')
    expect(browser.to(await browser.get(back.href))).toBe(refused('failed'))
  })

  test('with another nonce in the token is refused', async () => {
    const browser = app.visitor()
    organisation.setPerson(await person())
    const there = new URL((await browser.get('/staff/sign-in/oidc')).headers.get('Location') ?? '')
    there.searchParams.set('nonce', 'of-a-token-that-somebody-took')
    expect(browser.to(await browser.get(await organisation.visit(there.href)))).toBe(refused('failed'))
    expect(app.said.at(-1)).toContain('OAUTH_JWT_CLAIM_COMPARISON_FAILED')
    expect(browser.cookies.has('staff')).toBe(false)
  })

  test('in another browser, without its cookie or with a planted one, is refused', async () => {
    const back = await goThere(app.visitor(), await person())
    const other = app.visitor()
    expect(other.to(await other.get(back))).toBe(refused('failed'))
    await other.get('/staff/sign-in/oidc')
    expect(other.to(await other.get(back))).toBe(refused('failed'))
  })

  test('a second time is refused, and of two at once one gets in', async () => {
    const [browser, who] = [app.visitor(), await person()]
    const back = await goThere(browser, who)
    const cookie = { Cookie: `staff-elsewhere=${browser.cookies.get('staff-elsewhere')}` }
    const toldBefore = app.said.filter((line) => line.includes('organisationRefused')).length
    const both = await Promise.all([app.visitor().get(back, cookie), app.visitor().get(back, cookie)])
    expect(both.map((answer) => browser.to(answer)).sort()).toEqual(['303 /staff', refused('failed')])
    expect(browser.to(await app.visitor().get(back, cookie))).toBe(refused('failed'))
    // Here already: the provider was not asked about the code again.
    expect(app.said.filter((line) => line.includes('organisationRefused'))).toHaveLength(toldBefore)
  })

  test('with the code of another visit is refused', async () => {
    const [mine, theirs] = [app.visitor(), app.visitor()]
    const own = new URL(await goThere(mine, await person()))
    const foreign = new URL(await goThere(theirs, await person()))
    own.searchParams.set('code', foreign.searchParams.get('code') ?? '')
    expect(mine.to(await mine.get(own.href))).toBe(refused('failed'))
  })

  test('cannot be tried without end', async () => {
    const browser = app.visitor()
    for (let time = 0; time < 300; time++) await app.rateLimits.count('signingIn', browser.address)
    expect((await browser.get('/staff/sign-in/oidc')).status).toBe(429)
    expect((await browser.get('/staff/sign-in/oidc/callback?code=x')).status).toBe(429)
  })
})

describe('connecting an account', () => {
  async function leave(browser: Visitor, password = goodPassword): Promise<string | undefined> {
    const answer = await browser.fill('/staff/account', '/staff/account/connect', { password })
    const html = await answer.text()
    return /href="(http:[^"]+\/auth[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }

  test('keeps her password, and needs it', async () => {
    const { id, email } = await colleague()
    const browser = app.visitor()
    await browser.signIn(email, goodPassword)
    expect(await leave(browser, 'wrong')).toBeUndefined()
    organisation.setPerson({ subject: `c-${id}`, email: 'quite.another@example.org', emailVerified: false })
    const back = await organisation.visit((await leave(browser)) ?? '')
    expect(browser.to(await browser.get(back))).toBe('303 /staff/account?done=connected')
    expect((await browser.get('/staff')).status).toBe(200)
    expect((await app.visitor().signIn(email, goodPassword)).status).toBe(303)
    expect((await signIn({ subject: `c-${id}` })).to).toBe('303 /staff')
  })

  test('is refused in a session of somebody else, without one, and where the person belongs to another account', async () => {
    const [mine, other] = [await colleague(), await colleague()]
    const browser = app.visitor()
    await browser.signIn(mine.email, goodPassword)
    organisation.setPerson({ subject: `d-${mine.id}` })
    const back = await organisation.visit((await leave(browser)) ?? '')
    const cookie = `staff-elsewhere=${browser.cookies.get('staff-elsewhere')}`
    expect(browser.to(await app.visitor().get(back, { Cookie: cookie }))).toBe(refused('failed'))
    const again = await organisation.visit((await leave(browser)) ?? '')
    const theirs = app.visitor()
    await theirs.signIn(other.email, goodPassword)
    theirs.cookies.set('staff-elsewhere', browser.cookies.get('staff-elsewhere') ?? '')
    expect(theirs.to(await theirs.get(again))).toBe(refused('failed'))
    await app.db
      .updateTable('accounts')
      .set({ issuer: organisation.settings.issuer, subject: `d-${mine.id}` })
      .where('id', '=', other.id)
      .execute()
    const third = await organisation.visit((await leave(browser)) ?? '')
    expect(browser.to(await browser.get(third))).toBe('303 /staff/account?done=notConnected')
    expect((await app.row(mine.id)).subject).toBeNull()
  })
})

test('a provider that does not answer costs the button, not the page', async () => {
  const away = await startStaffDoors(database, {
    oidc: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', name: 'NHSmail' },
  })
  const browser = away.visitor()
  expect(browser.to(await browser.get('/staff/sign-in/oidc'))).toBe(refused('failed'))
  const page = await (await browser.get('/staff/sign-in?why=failed')).text()
  expect(page).toContain('Signing in at NHSmail did not work. Try again, or use your password.')
  const { email } = await colleague()
  expect((await browser.signIn(email, goodPassword)).status).toBe(303)
  await away.stop()
})
