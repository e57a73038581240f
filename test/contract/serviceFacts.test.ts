import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPostgresServiceFacts } from '../../src/content/postgresServiceFacts.ts'
import { createPostgresServiceFactsEditing } from '../../src/content/postgresServiceFactsEditing.ts'
import type { ServiceFactsEditing, ServiceFactsStore } from '../../src/content/serviceFacts.ts'
import { neutralSentences } from '../../src/content/serviceFactsSchema.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { databases } from '../support/databases.ts'
import { demoFacts, friday } from '../support/servicePages.ts'

const [ann, bea] = [
  { id: '00000000-0000-4000-8000-00000000000a', firstName: 'Ann' },
  { id: '00000000-0000-4000-8000-00000000000b', firstName: 'Bea' },
]

describe.each(databases)('the service’s facts on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let store: ServiceFactsStore
  let editing: ServiceFactsEditing

  beforeAll(async () => {
    ;({ database, close } = await open())
    const clock = { now: () => friday }
    store = createPostgresServiceFacts(database.db, clock)
    editing = createPostgresServiceFactsEditing({ db: database.db, auditIn: (on) => createPostgresAudit(on, clock), clock })
  })
  afterAll(() => close())
  beforeEach(() => store.set(demoFacts))

  const audited = () => database.db.selectFrom('audit_log').orderBy('id').select(['account_name', 'details']).execute()
  const facts = async () => (await store.get()) ?? demoFacts

  test('what one changes and another changes is both kept, where it is not the same field', async () => {
    const was = await editing.read()
    await editing.change(ann, was, {
      ...was,
      phone: '01632 960 050',
      'opening.1': '10:00-12:00 13:00-16:00',
      'closedOn.2026-12-24': 'closed',
    })
    const { 'closedOn.2026-12-25': _, ...open } = was
    const outcome = await editing.change(bea, was, { ...open, parking: 'None.', 'opening.5': '', 'answerWithin.soon': '60' })
    const names = outcome.kind === 'changed' ? outcome.names.sort() : []
    expect(names).toEqual(['answerWithin.soon', 'closedOn.2026-12-25', 'opening.5', 'parking'])
    expect(await facts()).toEqual({
      ...demoFacts,
      phone: '01632 960 050',
      parking: 'None.',
      opening: [
        { days: [1], from: '10:00', to: '12:00' },
        { days: [1], from: '13:00', to: '16:00' },
        { days: [2, 3, 4], from: '09:00', to: '17:00' },
      ],
      closedOn: ['2026-12-24', ...demoFacts.closedOn.filter((day) => day !== '2026-12-25')],
      answerWithin: { now: 10, today: 120, soon: 60 },
    })
  })

  test('of the same field, who saves second is told what the other one made of it, and nothing of hers is written', async () => {
    const was = await editing.read()
    await editing.change(ann, was, { ...was, gown: 'There is one.' })
    const outcome = await editing.change(bea, was, { ...was, gown: 'Bring one.', late: 'Ring us.' })
    expect(outcome).toMatchObject({ kind: 'conflict', conflicts: [{ name: 'gown', now: 'There is one.', by: 'Ann' }] })
    expect(await facts()).toMatchObject({ gown: 'There is one.', late: demoFacts.late })
    const now = await editing.read()
    expect(await editing.change(bea, now, { ...now, gown: 'Bring one.' })).toMatchObject({ kind: 'changed' })
    expect((await facts()).gown).toBe('Bring one.')
  })

  test('of fifty who save at once, each another day, none is lost', async () => {
    const was = await editing.read()
    const days = Array.from({ length: 50 }, (_, index) => friday.plus({ years: 2, days: index }).toFormat('yyyy-MM-dd'))
    await Promise.all(days.map((day) => editing.change(ann, was, { ...was, [`closedOn.${day}`]: 'closed' })))
    expect((await facts()).closedOn).toEqual([...demoFacts.closedOn, ...days])
  })

  test('a practical that is emptied is said neutrally, and follows the words of later versions', async () => {
    const was = await editing.read()
    await editing.change(ann, was, { ...was, gown: '' })
    expect((await facts()).gown).toBe(neutralSentences.gown)
    expect((await editing.read()).gown).toBe('')
    const row = await database.db.selectFrom('service_facts').select('facts').executeTakeFirstOrThrow()
    expect(row.facts).not.toHaveProperty('gown')
  })

  test('what the schema does not take is not written, and not noted', async () => {
    const was = await editing.read()
    const before = await audited()
    await expect(editing.change(ann, was, { ...was, phone: '', parking: 'None.' })).rejects.toThrow()
    await expect(editing.change(ann, was, { ...was, 'opening.1': '17:00-09:00' })).rejects.toThrow()
    expect(await facts()).toEqual(demoFacts)
    expect(await audited()).toEqual(before)
  })

  test('which fields were changed is noted, not their values; what changes nothing is not', async () => {
    const was = await editing.read()
    expect(await editing.wouldChange(was, { ...was, phone: '1234' })).toMatchObject({ kind: 'changed', names: ['phone'] })
    expect(await editing.change(ann, was, was)).toEqual({ kind: 'same' })
    const before = (await audited()).length
    await editing.change(ann, was, { ...was, phone: '01632 960 051', 'closedOn.2030-01-01': 'closed', 'closedOn.2030-01-02': 'closed' })
    expect((await audited()).slice(before)).toEqual([{ account_name: 'Ann', details: { fields: 'phone closedOn' } }])
    expect(await editing.lastChange()).toMatchObject({ by: 'Ann', names: ['phone', 'closedOn'] })
  })
})
