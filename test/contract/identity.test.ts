import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CheckedPeople } from '../../src/identity/checkedPeople.ts'
import type { CheckLinks } from '../../src/identity/checkLinks.ts'
import { createPostgresCheckedPeople } from '../../src/identity/postgresCheckedPeople.ts'
import { createPostgresCheckLinks } from '../../src/identity/postgresCheckLinks.ts'
import { createPostgresGivenContacts } from '../../src/identity/postgresGivenContacts.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { checkPeople } from '../support/checkPeople.ts'
import { noon } from '../support/conversationStores.ts'
import { databases } from '../support/databases.ts'

const at = (time: { minutes?: number; hours?: number; seconds?: number }) => noon.plus(time).toJSDate()
const now = noon.toJSDate()
const sealer = createSealer(['a key of tests, of 32 letters and more'])

describe.each(databases)('identity on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let links: CheckLinks
  let checked: CheckedPeople
  let people: ReturnType<typeof checkPeople>
  let jane: string
  let ann: string
  beforeAll(async () => {
    const opened = await open()
    database = opened.database
    close = opened.close
    links = createPostgresCheckLinks(database.db, sealer)
    checked = createPostgresCheckedPeople(database.db)
    people = checkPeople(database)
    jane = await people.invite({ dateOfBirth: '1961-04-03' })
    ann = await people.invite({ dateOfBirth: '1962-05-04' })
  })
  afterAll(() => close())

  const current = async (conversation: string, when = now) => (await checked.current(conversation, when))?.participantId

  describe('a link', () => {
    test('is open for its conversation, and tells where that is', async () => {
      const conversationId = await people.converse('directline')
      const token = await links.create(conversationId, now)
      expect(token).toMatch(/^[\w-]{43}$/)
      expect(await links.look(token, now)).toEqual({ kind: 'open', conversationId, channel: 'directline' })
    })

    test('is kept by its digest only', async () => {
      const token = await links.create(await people.converse(), now)
      const rows = JSON.stringify(await database.db.selectFrom('check_links').selectAll().execute())
      expect(rows).not.toContain(token)
      expect(await links.create(await people.converse(), now)).not.toBe(token)
    })

    test('lasts 30 minutes', async () => {
      const token = await links.create(await people.converse(), now)
      expect(await links.look(token, at({ minutes: 29, seconds: 59 }))).toMatchObject({ kind: 'open' })
      expect(await links.look(token, at({ minutes: 30 }))).toEqual({ kind: 'expired' })
      expect(await links.countTry(token, at({ minutes: 30 }))).toBeUndefined()
      expect(await links.use(token, jane, at({ minutes: 30 }))).toBeUndefined()
    })

    test('that we never gave is unknown, whatever it looks like', async () => {
      for (const token of ['', 'x', "' or 1=1 --", 'a'.repeat(43), '\u0000', 'x'.repeat(100_000)])
        expect(await links.look(token, now)).toEqual({ kind: 'unknown' })
    })

    test('makes earlier ones of its conversation void, and none of others', async () => {
      const [one, other] = [await people.converse(), await people.converse()]
      const [first, foreign] = [await links.create(one, now), await links.create(other, now)]
      const second = await links.create(one, at({ seconds: 1 }))
      const later = at({ seconds: 2 })
      expect(await links.look(first, later)).toEqual({ kind: 'expired' })
      expect(await links.use(first, jane, later)).toBeUndefined()
      expect(await links.look(second, later)).toMatchObject({ kind: 'open' })
      expect(await links.look(foreign, later)).toMatchObject({ kind: 'open' })
    })

    test('is the only open one, however many are made at once', async () => {
      const conversationId = await people.converse()
      const tokens = await Promise.all(Array.from({ length: 10 }, () => links.create(conversationId, now)))
      const states = await Promise.all(tokens.map((token) => links.look(token, now)))
      expect(states.filter(({ kind }) => kind === 'open')).toHaveLength(1)
    })

    test('takes five tries, however many come at once', async () => {
      const token = await links.create(await people.converse(), now)
      const tries = await Promise.all(Array.from({ length: 50 }, () => links.countTry(token, now)))
      expect(tries.filter((left) => left !== undefined).sort()).toEqual([0, 1, 2, 3, 4])
      expect(await links.look(token, now)).toEqual({ kind: 'locked' })
    })

    test('is used once, by the last of its tries too', async () => {
      const conversationId = await people.converse()
      const token = await links.create(conversationId, now)
      for (let tried = 0; tried < 5; tried++) await links.countTry(token, now)
      const used = await links.use(token, jane, now)
      expect(used).toEqual({ conversationId, channel: 'messenger', key: expect.stringMatching(/^check:[\w-]{43}$/) })
      expect(used?.key).not.toContain(token)
      expect(await links.look(token, now)).toEqual({ kind: 'used' })
      expect(await links.use(token, jane, now)).toBeUndefined()
      expect(await links.countTry(token, now)).toBeUndefined()
    })

    test('is won by one of many who use it at once, and only that one is checked', async () => {
      const conversationId = await people.converse()
      const token = await links.create(conversationId, now)
      const uses = await Promise.all(Array.from({ length: 20 }, (_, n) => links.use(token, n % 2 ? jane : ann, now)))
      expect(uses.filter((use) => use !== undefined)).toHaveLength(1)
      const rows = await database.db.selectFrom('checked_people').selectAll().where('conversation_id', '=', conversationId).execute()
      expect(rows).toHaveLength(1)
    })

    test('stays to be used when who is checked cannot be put down', async () => {
      const token = await links.create(await people.converse(), now)
      await expect(links.use(token, '00000000-0000-0000-0000-000000000000', now)).rejects.toThrow()
      expect(await links.look(token, now)).toMatchObject({ kind: 'open' })
    })
  })

  describe('what she gave with a check', () => {
    const [one, two] = [{ mobile: '+447700900123' }, { mobile: '+33612345678' }]
    const given = (person: string) => createPostgresGivenContacts(database.db, sealer)(person)
    const check = async (person: string, contacts?: { mobile: string }, when = now) =>
      links.use(await links.create(await people.converse(), when), person, when, contacts)

    test('is hers alone, until she gives something else; a check without it changes nothing', async () => {
      const [mary, nell] = [await people.invite({ dateOfBirth: '1963-06-05' }), await people.invite({ dateOfBirth: '1964-07-06' })]
      await check(mary)
      expect(await given(mary)).toBeUndefined()
      await check(mary, one)
      await check(mary, undefined, at({ minutes: 1 }))
      expect(await given(mary)).toEqual(one)
      expect(await given(nell)).toBeUndefined()
      await check(mary, two, at({ minutes: 2 }))
      expect(await given(mary)).toEqual(two)
    })

    test('is sealed, for her', async () => {
      const [mary, nell] = [await people.invite({ dateOfBirth: '1963-06-05' }), await people.invite({ dateOfBirth: '1964-07-06' })]
      await check(mary, one)
      const row = await database.db.selectFrom('given_contacts').selectAll().where('participant_id', '=', mary).executeTakeFirstOrThrow()
      expect(row.given_at).toEqual(now)
      expect(JSON.stringify(row)).not.toContain('7700900123')
      await database.db
        .insertInto('given_contacts')
        .values({ ...row, participant_id: nell })
        .execute()
      await expect(given(nell)).rejects.toThrow()
    })

    test('is kept with the check or not at all', async () => {
      const mary = await people.invite({ dateOfBirth: '1963-06-05' })
      const token = await links.create(await people.converse(), now)
      expect(await links.use(token, mary, at({ minutes: 30 }), one)).toBeUndefined()
      expect(await given(mary)).toBeUndefined()
      await links.use(token, mary, now, one)
      expect(await links.use(token, mary, now, two)).toBeUndefined()
      expect(await given(mary)).toEqual(one)
    })

    test('given in several conversations at once is one of them', async () => {
      const mary = await people.invite({ dateOfBirth: '1963-06-05' })
      await Promise.all(Array.from({ length: 10 }, (_, n) => check(mary, n % 2 ? one : two)))
      expect([one, two]).toContainEqual(await given(mary))
    })

    test('goes with her', async () => {
      const mary = await people.invite({ dateOfBirth: '1963-06-05' })
      await check(mary, one)
      await database.db.deleteFrom('participants').where('id', '=', mary).execute()
      expect(await given(mary)).toBeUndefined()
    })
  })

  describe('who is checked', () => {
    const check = async (conversationId: string, person: string, when = now) =>
      links.use(await links.create(conversationId, when), person, when)

    test('nobody, before a check', async () => expect(await current(await people.converse())).toBeUndefined())

    test('one person, in that conversation, for 24 hours', async () => {
      const [conversationId, other] = [await people.converse(), await people.converse()]
      await check(conversationId, jane)
      expect(await checked.current(conversationId, now)).toEqual({ participantId: jane, checkedAt: now, lapsesAt: at({ hours: 24 }) })
      expect(await current(conversationId, at({ hours: 23, minutes: 59 }))).toBe(jane)
      expect(await current(conversationId, at({ hours: 24 }))).toBeUndefined()
      expect(await current(other)).toBeUndefined()
    })

    test('the last of two, and the first comes back by a new check only', async () => {
      const conversationId = await people.converse()
      await check(conversationId, jane)
      await check(conversationId, ann, at({ minutes: 1 }))
      expect(await current(conversationId, at({ minutes: 1 }))).toBe(ann)
      await checked.drop(conversationId, at({ minutes: 2 }))
      expect(await current(conversationId, at({ minutes: 2 }))).toBeUndefined()
      await check(conversationId, jane, at({ minutes: 3 }))
      expect(await current(conversationId, at({ minutes: 3 }))).toBe(jane)
    })

    test('nobody once that was dropped, there and nowhere else', async () => {
      const [conversationId, other] = [await people.converse(), await people.converse()]
      await check(conversationId, jane)
      await check(other, jane)
      await checked.drop(conversationId, at({ minutes: 1 }))
      await checked.drop(conversationId, at({ minutes: 1 }))
      expect(await current(conversationId, at({ minutes: 1 }))).toBeUndefined()
      expect(await current(other, at({ minutes: 1 }))).toBe(jane)
    })
  })
})
