import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import type { DateTime } from 'luxon'
import type { Clock } from '../../../kernel/clock.ts'
import type { Sealer } from '../../../kernel/sealer.ts'
import type { Tables } from '../../../storage/postgres/tables.ts'
import { clinicColumns } from '../clinicRow.ts'
import { importClinics } from '../importClinics.ts'
import type { ImportOutcome } from '../importOutcome.ts'
import { importParticipants } from '../importParticipants.ts'
import { participantColumns, participantsShape } from '../participantRow.ts'
import { readCsv } from '../readCsv.ts'
import { bankHolidays } from './bankHolidays.ts'
import { demoClinics, healthCentre } from './demoClinics.ts'
import { demoMissedBefore, demoOthers, demoWomen } from './demoPeople.ts'
import { toCsv } from './toCsv.ts'

const examples = fileURLToPath(new URL('../../../../demo/participants.csv', import.meta.url))

/**
 * Fills a database without sites with an invented diary and invented people, as of today. Returns whether it did. demo/README.md lists
 * who is there.
 */
export async function seedDemoDiary(db: Kysely<Tables>, sealer: Sealer, clock: Clock): Promise<boolean> {
  if (await db.selectFrom('sites').select('id').executeTakeFirst()) return false
  const today = clock.now().setZone('Europe/London').startOf('day')
  const clinics = demoClinics(today)
  const women = demoWomen(await readExamples(), clinics, today)
  const people = [demoMissedBefore(women, today), [...women, ...demoOthers(clinics, women, today)]]

  return await db.transaction().execute(async (trx) => {
    const made = await importClinics({ db: trx, clock }, [toCsv(clinicColumns, clinics)])
    // Another process is about it.
    if (made.kind === 'busy') return false
    mustBeImported(made)
    await closeOnBankHolidays(trx, today)
    for (const rows of people) mustBeImported(await importParticipants({ db: trx, sealer, clock }, [toCsv(participantColumns, rows)]))
    return true
  })
}

async function readExamples() {
  const rows = []
  const fault = () => {
    throw new Error('demo/participants.csv cannot be read.')
  }
  for await (const { values } of readCsv(createReadStream(examples), participantsShape, fault)) rows.push(values)
  return rows
}

async function closeOnBankHolidays(trx: Kysely<Tables>, today: DateTime): Promise<void> {
  const { id } = await trx.selectFrom('sites').select('id').where('code', '=', healthCentre).executeTakeFirstOrThrow()
  const days = [today.year, today.year + 1].flatMap(bankHolidays)
  await trx
    .insertInto('closed_days')
    .values(days.map((day) => ({ day, site_id: id, reason: 'Bank holiday' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function mustBeImported(outcome: ImportOutcome<unknown>): void {
  if (outcome.kind === 'imported') return
  const [first] = outcome.kind === 'refused' ? outcome.faults : []
  throw new Error(`The demo cannot be imported: line ${first?.line} ${first?.column ?? ''} ${first?.reason ?? outcome.kind}`)
}
