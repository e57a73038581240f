import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { auditCsv } from '../../src/audit/auditCsv.ts'
import type { AuditFilter, AuditKey, AuditReading } from '../../src/audit/auditReading.ts'
import { createPostgresAudit } from '../../src/audit/postgresAudit.ts'
import { createPostgresAuditReading } from '../../src/audit/postgresAuditReading.ts'
import type { Database } from '../../src/storage/postgres/database.ts'
import { databases } from '../support/databases.ts'
import { friday } from '../support/servicePages.ts'

const [ann, bea] = [
  { id: '00000000-0000-4000-8000-00000000000a', firstName: 'Ann' },
  { id: '00000000-0000-4000-8000-00000000000b', firstName: 'Bea' },
]

describe.each(databases)('the audit log on %s', (_name, open) => {
  let database: Database
  let close: () => Promise<void>
  let reading: AuditReading

  beforeAll(async () => {
    ;({ database, close } = await open())
    reading = createPostgresAuditReading(database.db)
    for (let minute = 0; minute < 30; minute++) {
      const audit = createPostgresAudit(database.db, { now: () => friday.plus({ minutes: minute }) })
      const account = [ann, bea, undefined][minute % 3]
      await audit.note({
        ...(account && { account }),
        action: minute % 2 ? 'conversation.read' : 'clinic.read',
        subject: { kind: minute % 2 ? 'conversation' : 'clinic', id: `s${minute % 5}` },
        details: { minute },
      })
    }
  })
  afterAll(() => close())

  async function all(filter: AuditFilter, limit = 4): Promise<number[]> {
    const minutes: number[] = []
    for (let before: AuditKey | undefined, more = true; more; ) {
      const page = await reading.page(filter, limit, before)
      expect(page.rows.length).toBe(page.more ? limit : page.rows.length)
      minutes.push(...page.rows.map(({ details }) => Number(details.minute)))
      before = page.rows.at(-1)
      more = page.more
    }
    return minutes
  }
  const those = (fits: (minute: number) => boolean) => Array.from({ length: 30 }, (_, minute) => 29 - minute).filter(fits)

  test('is read newest first, page by page, each row once', async () => {
    expect(await all({})).toEqual(those(() => true))
    expect(await all({}, 30)).toEqual(those(() => true))
  })

  test('rows of the same instant are not lost between two pages', async () => {
    const audit = createPostgresAudit(database.db, { now: () => friday.minus({ days: 1 }) })
    const entry = (minute: number) => ({ action: 'same.instant', subject: { kind: 'settings', id: 'x' } as const, details: { minute } })
    await audit.note(...[1, 2, 3, 4, 5, 6, 7].map(entry))
    expect((await all({ action: 'same.instant' }, 2)).sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('what was written meanwhile does not move what comes next', async () => {
    const first = await reading.page({ kind: 'clinic' }, 5)
    await createPostgresAudit(database.db, { now: () => friday.plus({ days: 1 }) }).note({
      action: 'clinic.read',
      subject: { kind: 'clinic', id: 'later' },
    })
    const next = await reading.page({ kind: 'clinic', until: friday.plus({ hours: 1 }).toJSDate() }, 5, first.rows.at(-1))
    expect(next.rows.map(({ details }) => details.minute)).toEqual([18, 16, 14, 12, 10])
  })

  test('is filtered by colleague, by the service itself, by action, subject and time', async () => {
    const at = (minute: number) => friday.plus({ minutes: minute }).toJSDate()
    expect(await all({ account: ann.id })).toEqual(those((minute) => minute % 3 === 0))
    expect(await all({ account: 'service', from: at(0), until: at(30) })).toEqual(those((minute) => minute % 3 === 2))
    expect(await all({ action: 'conversation.read' })).toEqual(those((minute) => minute % 2 === 1))
    expect(await all({ kind: 'clinic', subjectId: 's4' })).toEqual(those((minute) => minute % 2 === 0 && minute % 5 === 4))
    expect(await all({ from: at(10), until: at(12) })).toEqual([11, 10])
    expect(await all({ account: bea.id, action: 'clinic.read', from: at(5) })).toEqual(
      those((minute) => minute % 3 === 1 && minute % 2 === 0 && minute >= 5),
    )
    expect(await all({ action: 'no.such' })).toEqual([])
  })

  test('tells what there is to filter by', async () => {
    const { actions, kinds } = await reading.choices()
    expect(actions).toEqual(['clinic.read', 'conversation.read', 'same.instant'])
    expect(kinds).toEqual(['clinic', 'conversation', 'settings'])
  })

  test('as a file it has what the filter finds, and no spreadsheet takes it for a formula', async () => {
    const audit = createPostgresAudit(database.db, { now: () => friday.plus({ days: 2 }) })
    const whys = ['=1+1', '+44', '-1', '@SUM(A1)', '\t=1', 'She said "yes", then\nno', 'plain', '＝1']
    const subject = { kind: 'participant', id: 'p' } as const
    await audit.note(
      ...whys.map((why) => ({ account: { ...ann, firstName: '=cmd' }, action: 'participant.read', subject, why, details: { n: 1 } })),
    )
    let csv = ''
    for await (const piece of auditCsv(reading, { kind: 'participant' })) csv += piece
    expect(csv.startsWith('\uFEFFat,')).toBe(true)
    const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true })
    expect(rows.map(({ why }) => why).sort()).toEqual(["'=1+1", "'+44", "'-1", "'@SUM(A1)", "'\t=1", whys[5], 'plain', "'＝1"].sort())
    expect(rows[0]).toMatchObject({ at: '2026-11-29T10:30:00.000Z', account_id: ann.id, first_name: "'=cmd", details: '{"n":1}' })
  })

  test('a file is made of more than is read at a time', async () => {
    const audit = createPostgresAudit(database.db, { now: () => friday.plus({ days: 3 }) })
    const entry = { action: 'many.times', subject: { kind: 'settings', id: 'many' } as const }
    await audit.note(...Array.from({ length: 2_345 }, () => entry))
    const pieces: string[] = []
    for await (const piece of auditCsv(reading, { action: 'many.times' })) pieces.push(piece)
    expect(pieces).toHaveLength(4)
    expect(parse(pieces.join(''), { bom: true, columns: true })).toHaveLength(2_345)
  })
})
