import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import type { CannedReplyEditing } from '../../src/handoff/cannedReplies.ts'
import { createPostgresCannedReplies } from '../../src/handoff/postgresCannedReplies.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { databases } from '../support/databases.ts'
import { friday } from '../support/servicePages.ts'

const [ann, bea] = [
  { id: '00000000-0000-4000-8000-00000000000a', firstName: 'Ann' },
  { id: '00000000-0000-4000-8000-00000000000b', firstName: 'Bea' },
]

describe.each(databases)('canned replies on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let replies: CannedReplyEditing

  beforeAll(async () => {
    ;({ database, close } = await open())
    const clock = { now: () => friday }
    replies = createPostgresCannedReplies({ db: database.db, auditIn: (on) => createPostgresAudit(on, clock) })
  })
  afterAll(() => close())

  const titles = async () => (await replies.list()).map(({ title }) => title)
  const added = async (title: string, text = 'Words.') => {
    const id = randomUUID()
    await replies.add(ann, id, { title, text })
    return id
  }
  const notedOf = (id: string) =>
    database.db.selectFrom('audit_log').where('subject_id', '=', id).orderBy('id').select(['action', 'account_name', 'details']).execute()

  test('one is added at the end, once, however often its form is sent', async () => {
    const id = randomUUID()
    await Promise.all([1, 2, 3].map(() => replies.add(ann, id, { title: 'Once', text: 'Words.' })))
    expect((await titles()).filter((title) => title === 'Once')).toHaveLength(1)
    expect((await titles()).at(-1)).toBe('Once')
    expect(await notedOf(id)).toEqual([{ action: 'cannedReply.added', account_name: 'Ann', details: {} }])
  })

  test('twenty that are added at once are all there', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `At once ${index}`)
    await Promise.all(names.map((name) => added(name)))
    expect((await titles()).filter((title) => title.startsWith('At once')).sort()).toEqual(names.sort())
  })

  test('title and text may be changed by two at once, the same one of them may not', async () => {
    const was = { title: 'Both', text: 'Words.' }
    const id = await added(was.title, was.text)
    expect(await replies.change(ann, id, was, { ...was, title: 'Of both' })).toEqual({ kind: 'done' })
    expect(await replies.change(bea, id, was, { ...was, text: 'Other words.' })).toEqual({ kind: 'done' })
    const now = { title: 'Of both', text: 'Other words.' }
    expect(await replies.change(ann, id, was, { ...was, text: 'My words.' })).toMatchObject({ kind: 'conflict', now, by: 'Bea' })
    expect((await replies.list()).find((one) => one.id === id)).toEqual({ id, ...now })
    expect(await replies.change(ann, id, now, now)).toEqual({ kind: 'same' })
    expect((await notedOf(id)).map(({ details }) => details)).toEqual([{}, { fields: 'title' }, { fields: 'text' }])
  })

  test('one is moved past its neighbour, and not past the ends', async () => {
    const id = await added('Last')
    const before = await titles()
    expect(await replies.move(ann, id, 'down')).toBe('same')
    expect(await replies.move(ann, id, 'up')).toBe('done')
    expect(await titles()).toEqual([...before.slice(0, -2), 'Last', before.at(-2)])
    expect(await replies.move(ann, id, 'down')).toBe('done')
    expect(await titles()).toEqual(before)
  })

  test('moved by many at once, each is still there once', async () => {
    const before = (await titles()).sort()
    const all = await replies.list()
    await Promise.all(all.flatMap(({ id }) => [replies.move(ann, id, 'up'), replies.move(bea, id, 'down')]))
    expect((await titles()).sort()).toEqual(before)
  })

  test('one that is deleted is gone, and so it is told', async () => {
    const id = await added('Short-lived')
    expect(await replies.remove(ann, id)).toBe('done')
    expect(await titles()).not.toContain('Short-lived')
    expect(await replies.remove(bea, id)).toBe('gone')
    expect(await replies.move(bea, id, 'up')).toBe('gone')
    expect(await replies.change(bea, id, { title: '', text: '' }, { title: 'a', text: 'b' })).toEqual({ kind: 'gone' })
  })
})
