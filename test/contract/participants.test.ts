import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { importParticipants } from '../../src/booking/import/importParticipants.ts'
import { createPostgresParticipants } from '../../src/booking/postgresParticipants.ts'
import { createSealer } from '../../src/kernel/sealer.ts'
import { databases } from '../support/databases.ts'

const clock = { now: () => DateTime.fromISO('2026-11-27T12:00:00Z').toUTC() }
const [oldKey, newKey] = ['o'.repeat(32), 'n'.repeat(32)]
const sealer = createSealer([oldKey])
const file = `programme,nhs_number,sx_number,name,date_of_birth,mobile,postcode,invited_on,needs,language,staff_only
,999 000 0018,DEM100001,Ada Example,14/05/1976,07700 900101,ZZ1 1AB,2026-11-20,implants;stepFree,ur,other
cervical,999 000 0018,,Ada Example,14/05/1976,,,,,,
,,DEM100014,Nora Example,1964-04-03,,,,,,
`

describe.each(databases)('participants in %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    opened = await open()
    await importParticipants({ db: opened.database.db, sealer, clock }, [file])
  }, 120_000)
  afterAll(() => opened.close())
  const participants = (keys = [oldKey]) => createPostgresParticipants({ db: opened.database.db, sealer: createSealer(keys) })

  test('she is found by either number, and has what was imported', async () => {
    const ada = await participants().find('breast', { nhs: '9990000018' })
    expect(ada).toEqual({
      id: expect.any(String),
      programme: 'breast',
      details: {
        name: 'Ada Example',
        dateOfBirth: '1976-05-14',
        nhsNumber: '9990000018',
        sxNumber: 'DEM100001',
        mobile: '+447700900101',
        postcode: 'ZZ1 1AB',
      },
      outcode: 'ZZ1',
      invitedOn: '2026-11-20',
      needs: ['implants', 'stepFree'],
      language: 'ur',
      staffOnly: 'other',
    })
    expect(await participants().find('breast', { sx: 'DEM100001' })).toEqual(ada)
    expect(await participants().get(ada?.id ?? '')).toEqual(ada)
  })

  test('each programme has its own people', async () => {
    const [breast, cervical] = await Promise.all([
      participants().find('breast', { nhs: '9990000018' }),
      participants().find('cervical', { nhs: '9990000018' }),
    ])
    expect(cervical?.id).not.toBe(breast?.id)
    expect(await participants().find('cervical', { sx: 'DEM100001' })).toBeUndefined()
  })

  test('one number is not taken for the other', async () => {
    expect(await participants().find('breast', { sx: '9990000018' })).toBeUndefined()
    expect(await participants().find('breast', { nhs: 'DEM100001' })).toBeUndefined()
  })

  test('nobody is found by a number that nobody has', async () => {
    expect(await participants().find('breast', { nhs: '9990000026' })).toBeUndefined()
    expect(await participants().get(randomUUID())).toBeUndefined()
  })

  test('what the old key hashed and sealed is found when SECRET_KEY has changed', async () => {
    expect((await participants([newKey, oldKey]).find('breast', { nhs: '9990000018' }))?.details.name).toBe('Ada Example')
    expect(await participants([newKey]).find('breast', { nhs: '9990000018' })).toBeUndefined()
  })

  test('when SECRET_KEY has changed, the same file still changes nothing', async () => {
    const again = await importParticipants({ db: opened.database.db, sealer: createSealer([newKey, oldKey]), clock }, [file])
    expect(again).toMatchObject({ kind: 'imported', people: { added: 0, changed: 0, unchanged: 3 } })
  })

  test('the database holds no name, number, contact or date of birth to read', async () => {
    const rows = await opened.database.db.selectFrom('participants').selectAll().execute()
    const text = JSON.stringify(rows)
    for (const word of ['Ada Example', 'Nora Example', '9990000018', 'DEM100001', '7700900101', '1976-05-14', 'ZZ1 1AB'])
      expect(text).not.toContain(word)
  })

  test('the details of one do not open as those of another', async () => {
    const { db } = opened.database
    const [one, other] = await db.selectFrom('participants').select(['id', 'details']).orderBy('id').execute()
    await db
      .updateTable('participants')
      .set({ details: one?.details ?? '' })
      .where('id', '=', other?.id ?? '')
      .execute()
    await expect(participants().get(other?.id ?? '')).rejects.toThrow()
  })
})
