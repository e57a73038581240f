import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Account, Role } from '../../src/accounts/account.ts'
import type { NewPasswordOffer } from '../../src/accounts/newPasswords.ts'
import { createPostgresAccounts } from '../../src/accounts/postgresAccounts.ts'
import { createPostgresColleagues } from '../../src/accounts/postgresColleagues.ts'
import { createPostgresInvitations } from '../../src/accounts/postgresInvitations.ts'
import { createPostgresNewPasswords } from '../../src/accounts/postgresNewPasswords.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { keepPostgresHouse } from '../../src/storage/postgresHousekeeping.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'

const sealer = createSealer([testSecrets.secretKey])
const now = new Date('2026-12-04T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe.each(databases)('codes for new passwords on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let count = 0
  beforeAll(async () => {
    ;({ database, close } = await open())
  })
  afterAll(() => close())

  const stores = () => {
    const { db } = database
    const auditIn = (on: typeof db) => createPostgresAudit(on, systemClock)
    return {
      accounts: createPostgresAccounts(db, sealer),
      colleagues: createPostgresColleagues({ db, auditIn }),
      invitations: createPostgresInvitations({ db, sealer, auditIn }),
      newPasswords: createPostgresNewPasswords({ db, sealer, auditIn }),
    }
  }

  async function someone(roles: Role[] = ['staff'], more: Record<string, unknown> = {}): Promise<Account> {
    const [email, firstName] = [`hana${count}@example.org`, `Hana${count++}`]
    const row = { email, first_name: firstName, roles, created_at: now, password_hash: 'old', ...more }
    const { id } = await database.db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
    return { id, email, firstName, roles }
  }
  const row = (id: string) => database.db.selectFrom('accounts').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  async function noted(id: string): Promise<string[]> {
    const rows = await database.db.selectFrom('audit_log').where('subject_id', '=', id).orderBy('id').selectAll().execute()
    return rows.map(({ account_name, action }) => `${account_name} ${action}`)
  }
  const codeIn = (offer: NewPasswordOffer): string => (offer.kind === 'offered' ? offer.code : '')
  const offer = async (by: Account, { id }: Account, at = now) => codeIn(await stores().newPasswords.offer(by, id, at))

  test('set one password, of ten at once too, and end her sessions and the row of wrong tries', async () => {
    const { accounts, newPasswords } = stores()
    const secret = sealer.seal('JBSWY3DPEHPK3PXP', 'anything')
    const [admin, hana] = [
      await someone(['admin']),
      await someone(['staff'], { failures: 5, locked_until: later(15), totp_secret: secret, totp_step: 7 }),
    ]
    const code = await offer(admin, hana)
    expect(await newPasswords.whose(code, now)).toEqual(hana)
    expect(await accounts.standing(hana.id, '')).toEqual(hana)
    const set = await Promise.all(Array.from({ length: 10 }, (_, n) => newPasswords.set(code, `new${n}`, now)))
    const winner = set.findIndex(Boolean)
    expect(set.filter(Boolean)).toEqual([{ account: hana, epoch: expect.stringMatching(/./), hasCodes: true }])
    expect(await row(hana.id)).toMatchObject({
      password_hash: `new${winner}`,
      failures: 0,
      locked_until: null,
      totp_secret: secret,
    })
    expect(await accounts.standing(hana.id, '')).toBeUndefined()
    expect(await accounts.standing(hana.id, set[winner]?.epoch ?? '')).toEqual(hana)
    expect(await newPasswords.whose(code, now)).toBeUndefined()
    expect(await noted(hana.id)).toEqual([`${admin.firstName} account.newPasswordOffered`, `${hana.firstName} account.passwordReset`])
    const kept = await database.db.selectFrom('invitations').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(code)
  })

  test('are good for 24 hours, until they are withdrawn, and until there is another one', async () => {
    const { invitations, newPasswords } = stores()
    const [admin, hana] = [await someone(['admin']), await someone()]
    const first = await offer(admin, hana)
    expect(await newPasswords.whose(first.toLowerCase(), later(24 * 60 - 1))).toEqual(hana)
    expect(await newPasswords.whose(first, later(24 * 60))).toBeUndefined()
    expect(await newPasswords.set(first, 'new', later(24 * 60))).toBeUndefined()
    const second = await offer(admin, hana, later(1))
    expect(await newPasswords.whose(first, later(1))).toBeUndefined()
    expect(await newPasswords.set(first, 'new', later(1))).toBeUndefined()
    const open = (await invitations.listOpen(later(1))).filter((one) => one.newPasswordFor === hana.firstName)
    expect(open).toMatchObject([{ madeBy: admin.firstName, expiresAt: later(24 * 60 + 1) }])
    await invitations.withdraw(admin, open[0]?.id ?? '', later(2))
    expect(await newPasswords.whose(second, later(2))).toBeUndefined()
    expect((await noted(hana.id)).at(-1)).toBe(`${admin.firstName} account.newPasswordWithdrawn`)
    expect((await row(hana.id)).password_hash).toBe('old')
  })

  test('of many made at once for one account one is good, and two admins can make them for each other', async () => {
    const { newPasswords } = stores()
    const [ada, bea] = [await someone(['admin']), await someone(['admin'])]
    const hana = await someone()
    const codes = await Promise.all(Array.from({ length: 6 }, (_, n) => offer(n % 2 ? ada : bea, hana)))
    const good = await Promise.all(codes.map((code) => newPasswords.whose(code, now)))
    expect(good.filter(Boolean)).toEqual([hana])
    for (let round = 0; round < 10; round++)
      expect(await Promise.all([offer(ada, bea), offer(bea, ada)])).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)])
  })

  test('are made while admins change accounts, and nobody waits for the other for ever', async () => {
    const { colleagues } = stores()
    const [ada, bea] = [await someone(['admin']), await someone(['admin'])]
    const hana = await someone()
    const both = Array.from({ length: 20 }, (_, n) => [
      offer(n % 2 ? ada : bea, n % 3 ? hana : n % 2 ? bea : ada),
      colleagues.endSessions(n % 2 ? bea : ada, hana.id, now),
    ])
    const done = await Promise.all(both.flat())
    expect(done.filter((outcome) => outcome === 'done')).toHaveLength(20)
    expect(done).not.toContain('')
  })

  test('make no account, and the codes that make one set no password', async () => {
    const { invitations, newPasswords } = stores()
    const [admin, hana] = [await someone(['admin']), await someone()]
    const code = await offer(admin, hana)
    const details = { email: 'new@example.org', firstName: 'New', passwordHash: 'hash' }
    expect(await invitations.isOpen(code, now)).toBe(false)
    expect(await invitations.join(code, details, now)).toEqual({ kind: 'void' })
    const invitation = (await invitations.invite(admin, ['staff'], now)) ?? ''
    expect(await newPasswords.whose(invitation, now)).toBeUndefined()
    expect(await newPasswords.set(invitation, 'new', now)).toBeUndefined()
    expect(await invitations.isOpen(invitation, now)).toBe(true)
  })

  test('are not made by who is no admin, for herself, for nobody and for an account that is switched off', async () => {
    const { newPasswords } = stores()
    const [admin, hana, off] = [await someone(['admin']), await someone(), await someone(['staff'], { disabled_at: now })]
    const gone = await someone(['admin'], { disabled_at: now })
    for (const by of [hana, gone]) expect(await newPasswords.offer(by, admin.id, now)).toEqual({ kind: 'notAdmin' })
    for (const id of [admin.id, off.id, '00000000-0000-4000-8000-000000000000'])
      expect(await newPasswords.offer(admin, id, now)).toEqual({ kind: 'unknown' })
    expect(await noted(off.id)).toEqual([])
  })

  test('are worth nothing while the account is switched off', async () => {
    const { colleagues, newPasswords } = stores()
    const [admin, hana] = [await someone(['admin']), await someone()]
    const code = await offer(admin, hana)
    await colleagues.disable(admin, hana.id, now)
    expect(await newPasswords.whose(code, now)).toBeUndefined()
    expect(await newPasswords.set(code, 'new', now)).toBeUndefined()
    expect((await row(hana.id)).password_hash).toBe('old')
  })

  test('and invitations are removed 30 days after they were used or could no longer be', async () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
    await database.db.deleteFrom('invitations').execute()
    const one = (code_digest: string, expires_at: Date, used_at?: Date) => ({
      code_digest,
      roles: ['staff'],
      created_at: ago(40),
      expires_at,
      used_at,
    })
    const rows = [
      one('lapsed long ago', ago(30.1)),
      one('used long ago', ago(29.5), ago(30.1)),
      one('lapsed', ago(29.9)),
      one('used', ago(29), ago(29.9)),
      one('open', ago(-1)),
    ]
    await database.db.insertInto('invitations').values(rows).execute()
    await keepPostgresHouse(database.db)
    const left = await database.db.selectFrom('invitations').select('code_digest').orderBy('code_digest').execute()
    expect(left.map(({ code_digest }) => code_digest)).toEqual(['lapsed', 'open', 'used'])
  })
})
