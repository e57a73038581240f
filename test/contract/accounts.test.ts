import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Account, Role } from '../../src/accounts/account.ts'
import { createPostgresAccounts } from '../../src/accounts/postgresAccounts.ts'
import { createPostgresColleagues } from '../../src/accounts/postgresColleagues.ts'
import { createPostgresInvitations } from '../../src/accounts/postgresInvitations.ts'
import { createPostgresOwnAccount } from '../../src/accounts/postgresOwnAccount.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { databases } from '../support/databases.ts'
import { testSecrets } from '../support/messengerSettings.ts'

const sealer = createSealer([testSecrets.secretKey])
const now = new Date('2026-12-04T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const subject = { issuer: 'https://id.example', subject: 's1' }

describe.each(databases)('accounts on %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  let count = 0
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    await sql`update invitations set created_by = null, account_id = null, for_account = null`.execute(opened.database.db)
    await sql`delete from accounts`.execute(opened.database.db)
    await sql`delete from invitations`.execute(opened.database.db)
  })

  const stores = () => {
    const { db } = opened.database
    const auditIn = (on: typeof db) => createPostgresAudit(on, systemClock)
    return {
      accounts: createPostgresAccounts(db, sealer),
      own: createPostgresOwnAccount({ db, sealer, auditIn }),
      colleagues: createPostgresColleagues({ db, auditIn }),
      invitations: createPostgresInvitations({ db, sealer, auditIn }),
    }
  }

  async function someone(roles: Role[] = ['staff'], more: Record<string, unknown> = {}): Promise<Account> {
    const [email, firstName] = [`anna${count}@example.org`, `Anna${count++}`]
    const row = { email, first_name: firstName, roles, created_at: now, password_hash: 'hash', ...more }
    const { id } = await opened.database.db.insertInto('accounts').values(row).returning('id').executeTakeFirstOrThrow()
    return { id, email, firstName, roles }
  }
  const noted = async (id: string) => {
    const rows = await opened.database.db.selectFrom('audit_log').where('subject_id', '=', id).orderBy('id').selectAll().execute()
    return rows.map((row) => row.action)
  }

  describe('tries', () => {
    test('of twenty at once five are allowed, the same as one after the other', async () => {
      const { accounts } = stores()
      const [{ id }, other] = [await someone(), await someone()]
      const allowed = await Promise.all(Array.from({ length: 20 }, () => accounts.countTry(id, now)))
      expect(allowed.filter(Boolean)).toHaveLength(5)
      expect(await accounts.countTry(id, later(14.9))).toBe(false)
      expect(await accounts.countTry(other.id, now)).toBe(true)
      expect(await accounts.countTry(id, later(15))).toBe(true)
    })

    test('a right one that does not end the row counts as none', async () => {
      const { accounts } = stores()
      const { id } = await someone()
      for (let time = 0; time < 4; time++) await accounts.countTry(id, now)
      for (let time = 0; time < 10; time++) {
        expect(await accounts.countTry(id, now)).toBe(true)
        await accounts.takeBackTry(id)
      }
      expect(await accounts.countTry(id, now)).toBe(true)
      expect(await accounts.countTry(id, now)).toBe(false)
    })

    test('somebody who is disabled has none', async () => {
      const { accounts } = stores()
      const { id } = await someone(['staff'], { disabled_at: now })
      expect(await accounts.countTry(id, now)).toBe(false)
      expect(await accounts.clearTries(id)).toBe(false)
    })
  })

  describe('codes', () => {
    test('are used once, of ten at the same time by one, and none before one that was used', async () => {
      const { accounts, own } = stores()
      const anna = await someone()
      await own.setCodes(anna, { secret: 'JBSWY3DPEHPK3PXP', step: 100 }, now)
      expect((await accounts.byId(anna.id))?.totpSecret).toBe('JBSWY3DPEHPK3PXP')
      expect(await accounts.useCode(anna.id, 100)).toBe(false)
      const used = await Promise.all(Array.from({ length: 10 }, () => accounts.useCode(anna.id, 102)))
      expect(used.filter(Boolean)).toHaveLength(1)
      expect(await accounts.useCode(anna.id, 101)).toBe(false)
      expect(await accounts.useCode(anna.id, 103)).toBe(true)
    })

    test('have a secret that is sealed for its account', async () => {
      const { own, accounts } = stores()
      const [anna, other] = [await someone(), await someone()]
      await own.setCodes(anna, { secret: 'JBSWY3DPEHPK3PXP', step: 1 }, now)
      const { db } = opened.database
      const row = await db.selectFrom('accounts').where('id', '=', anna.id).selectAll().executeTakeFirstOrThrow()
      expect(JSON.stringify(row)).not.toContain('JBSWY3DPEHPK3PXP')
      await db.updateTable('accounts').set({ totp_secret: row.totp_secret }).where('id', '=', other.id).execute()
      await expect(accounts.byId(other.id)).rejects.toThrow()
    })
  })

  describe('sessions of an account', () => {
    test('are over when she changes how she signs in, at the same moment too', async () => {
      const { accounts, own } = stores()
      const anna = await someone()
      let epoch = (await accounts.byId(anna.id))?.epoch ?? 'none'
      for (const change of [
        () => own.setPassword(anna, 'other', now),
        () => own.setCodes(anna, { secret: 'JBSWY3DPEHPK3PXP', step: 1 }, now),
        () => own.dropCodes(anna, now),
        () => own.endSessions(anna, later(-10)),
      ]) {
        expect(await accounts.standing(anna.id, epoch)).toEqual(anna)
        const next = await change()
        expect(await accounts.standing(anna.id, epoch)).toBeUndefined()
        epoch = next ?? 'none'
      }
      expect(await accounts.standing(anna.id, epoch)).toEqual(anna)
      expect(await noted(anna.id)).toEqual([
        'account.passwordChanged',
        'account.codesTurnedOn',
        'account.codesTurnedOff',
        'account.sessionsEnded',
      ])
    })
  })

  describe('a sign-in elsewhere', () => {
    test('is linked once, of two at the same time to one account', async () => {
      const { accounts, own } = stores()
      const [anna, other] = [await someone(), await someone()]
      const links = await Promise.all([own.link(anna, subject, false, now), own.link(other, subject, false, now)])
      expect(links.filter((link) => link === 'taken')).toHaveLength(1)
      const linked = await accounts.bySubject(subject)
      expect(linked).toMatchObject({ isLinked: true, disabled: false })
      expect(linked?.passwordHash).toBeUndefined()
      expect(linked && (await own.link(linked.account, { ...subject, subject: 's2' }, false, now))).toBe('taken')
    })

    test('keeps the password where she was signed in by it', async () => {
      const { accounts, own } = stores()
      const anna = await someone()
      await own.link(anna, subject, true, now)
      expect((await accounts.bySubject(subject))?.passwordHash).toBe('hash')
    })
  })

  describe('the last admin', () => {
    test('of two admins who switch each other off at once one stays', async () => {
      const { colleagues } = stores()
      for (let round = 0; round < 10; round++) {
        const [anna, ben] = [await someone(['admin']), await someone(['admin'])]
        const outcomes = await Promise.all([colleagues.disable(anna, ben.id, now), colleagues.disable(ben, anna.id, now)])
        expect(outcomes.sort()).toEqual(['done', 'notAdmin'])
        const { rows } = await sql<{ id: string }>`select id from accounts where disabled_at is null`.execute(opened.database.db)
        expect(rows).toHaveLength(1)
        await sql`delete from accounts`.execute(opened.database.db)
      }
    })

    test('of ten admins who all step down at once one stays', async () => {
      const { colleagues } = stores()
      const admins = await Promise.all(Array.from({ length: 10 }, () => someone(['staff', 'admin'])))
      const outcomes = await Promise.all(admins.map((one) => colleagues.setRoles(one, one.id, ['staff'], now)))
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(9)
      expect(outcomes.filter((outcome) => outcome === 'lastAdmin')).toHaveLength(1)
    })

    test('cannot step down, and an admin who is disabled does not count', async () => {
      const { colleagues } = stores()
      const anna = await someone(['admin'])
      await someone(['admin'], { disabled_at: now })
      expect(await colleagues.setRoles(anna, anna.id, ['staff'], now)).toBe('lastAdmin')
      expect(await colleagues.disable(anna, anna.id, now)).toBe('herself')
      expect(await colleagues.setRoles(anna, anna.id, ['staff', 'admin'], now)).toBe('done')
      expect(await noted(anna.id)).toEqual(['account.rolesChanged'])
    })
  })

  test('who is no admin any more changes nothing', async () => {
    const { colleagues, invitations } = stores()
    const [anna, ben] = [await someone(['admin']), await someone()]
    for (const nobody of [ben, { ...anna, id: '00000000-0000-4000-8000-000000000000' }]) {
      expect(await colleagues.setRoles(nobody, ben.id, ['admin'], now)).toBe('notAdmin')
      expect(await colleagues.disable(nobody, anna.id, now)).toBe('notAdmin')
      expect(await colleagues.endSessions(nobody, anna.id, now)).toBe('notAdmin')
      expect(await colleagues.dropCodes(nobody, anna.id, now)).toBe('notAdmin')
      expect(await colleagues.unlock(nobody, anna.id, now)).toBe('notAdmin')
      expect(await invitations.invite(nobody, ['admin'], now)).toBeUndefined()
    }
    expect(await noted(anna.id)).toEqual([])
  })

  test('an admin switches off and on, unlocks, and ends sessions; each is noted', async () => {
    const { accounts, colleagues } = stores()
    const [anna, ben] = [await someone(['admin']), await someone()]
    await Promise.all(Array.from({ length: 5 }, () => accounts.countTry(ben.id, now)))
    expect((await colleagues.get(anna, ben.id))?.lockedUntil).toEqual(later(15))
    expect(await colleagues.unlock(anna, ben.id, now)).toBe('done')
    expect(await accounts.countTry(ben.id, now)).toBe(true)
    expect(await colleagues.endSessions(anna, ben.id, now)).toBe('done')
    expect(await accounts.standing(ben.id, '')).toBeUndefined()
    expect(await colleagues.disable(anna, ben.id, now)).toBe('done')
    expect(await colleagues.disable(anna, ben.id, now)).toBe('unknown')
    expect((await colleagues.list(anna)).map(({ id, disabledAt }) => [id, disabledAt])).toEqual(
      expect.arrayContaining([
        [anna.id, undefined],
        [ben.id, now],
      ]),
    )
    expect(await colleagues.enable(anna, ben.id, now)).toBe('done')
    expect(await noted(ben.id)).toEqual([
      'account.read',
      'account.unlocked',
      'account.sessionsEnded',
      'account.disabled',
      'account.enabled',
    ])
    expect(await accounts.answering()).toEqual([{ id: ben.id, firstName: ben.firstName }])
  })

  describe('an invitation', () => {
    const details = (n: number) => ({ email: `new${n}@example.org`, firstName: 'Nia', passwordHash: 'hash' })

    test('makes one account, of ten at once too, with the roles it was made for', async () => {
      const { accounts, invitations } = stores()
      const anna = await someone(['admin'])
      const code = (await invitations.invite(anna, ['staff'], now)) ?? ''
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      expect(JSON.stringify(await opened.database.db.selectFrom('invitations').selectAll().execute())).not.toContain(code)
      const joined = await Promise.all(Array.from({ length: 10 }, (_, n) => invitations.join(code, details(n), now)))
      expect(joined.filter(({ kind }) => kind === 'joined')).toHaveLength(1)
      expect(joined.filter(({ kind }) => kind === 'void')).toHaveLength(9)
      const made = joined.find((one) => one.kind === 'joined')
      expect(made && (await accounts.byEmail(made.account.email))?.account.roles).toEqual(['staff'])
      expect(await invitations.isOpen(code, now)).toBe(false)
    })

    test('is good for 24 hours, however it is typed, and not once it is withdrawn', async () => {
      const { invitations } = stores()
      const anna = await someone(['admin'])
      const code = (await invitations.invite(anna, ['staff'], now)) ?? ''
      for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', '')} `, code.replaceAll('0', 'o').replaceAll('1', 'l')])
        expect(await invitations.isOpen(typed, later(24 * 60 - 1))).toBe(true)
      for (const typed of ['', 'x', `${code}0`, code.slice(1), "' or 1=1 --"]) expect(await invitations.isOpen(typed, now)).toBe(false)
      expect(await invitations.isOpen(code, later(24 * 60))).toBe(false)
      expect(await invitations.join(code, details(1), later(24 * 60))).toEqual({ kind: 'void' })
      const [open] = await invitations.listOpen(now)
      expect(open).toMatchObject({ roles: ['staff'], madeBy: anna.firstName, expiresAt: later(24 * 60) })
      await invitations.withdraw(anna, open?.id ?? '', later(1))
      expect(await invitations.isOpen(code, later(1))).toBe(false)
    })

    test('is not used up where the email is taken', async () => {
      const { invitations } = stores()
      const anna = await someone(['admin'])
      const code = (await invitations.invite(anna, ['staff'], now)) ?? ''
      expect(await invitations.join(code, { ...details(1), email: anna.email }, now)).toEqual({ kind: 'emailTaken' })
      expect((await invitations.join(code, details(1), now)).kind).toBe('joined')
    })

    test('outlives a change of SECRET_KEY', async () => {
      const { invitations } = stores()
      const anna = await someone(['admin'])
      const code = (await invitations.invite(anna, ['staff'], now)) ?? ''
      const { db } = opened.database
      const renewed = createSealer(['another key of thirty-two characters or more', testSecrets.secretKey])
      const after = createPostgresInvitations({ db, sealer: renewed, auditIn: (on) => createPostgresAudit(on, systemClock) })
      expect(await after.isOpen(code, now)).toBe(true)
    })
  })

  describe('the first admin', () => {
    test('has one code that is good, however many processes start at once, and starts there are', async () => {
      const { invitations } = stores()
      const codes = await Promise.all(Array.from({ length: 5 }, () => invitations.offerFirst(now)))
      codes.push(await invitations.offerFirst(later(1)))
      const good = await Promise.all(codes.map((code) => invitations.isOpen(code ?? '', later(1))))
      expect(good).toEqual([false, false, false, false, false, true])
      const [first, last] = [codes[0] ?? '', codes.at(-1) ?? '']
      const account = { email: 'first@example.org', firstName: 'Fay', passwordHash: 'hash' }
      expect(await invitations.join(first, account, later(1))).toEqual({ kind: 'void' })
      const joined = await invitations.join(last, account, later(1))
      expect(joined).toMatchObject({ kind: 'joined', account: { roles: ['staff', 'admin'] } })
      expect(await invitations.offerFirst(later(2))).toBeUndefined()
    })

    test('has a code that is void once there is an account', async () => {
      const { invitations } = stores()
      const code = (await invitations.offerFirst(now)) ?? ''
      await someone()
      expect(await invitations.isOpen(code, now)).toBe(false)
      expect((await invitations.join(code, { email: 'b@example.org', firstName: 'B', passwordHash: 'h' }, now)).kind).toBe('void')
    })
  })
})
