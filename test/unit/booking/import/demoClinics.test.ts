import { expect, test } from '@jest/globals'
import { DateTime } from 'luxon'
import { clinicColumns } from '../../../../src/booking/import/clinicRow.ts'
import { demoClinics } from '../../../../src/booking/import/demo/demoClinics.ts'
import { toCsv } from '../../../../src/booking/import/demo/toCsv.ts'
import { mergeSites } from '../../../../src/booking/import/mergeSites.ts'
import { planClinics } from '../../../../src/booking/import/planClinics.ts'
import { readClinics } from '../../../../src/booking/import/readClinics.ts'

test.each(['2026-11-27', '2026-12-24', '2027-02-27', '2027-03-20', '2027-10-20', '2028-02-29', '2026-12-06'])(
  "the demo's clinics can be made on %s",
  async (day) => {
    const today = DateTime.fromISO(day, { zone: 'Europe/London' })
    const clinics = demoClinics(today)
    const { rows, faults } = await readClinics([toCsv(clinicColumns, clinics)], today, () => {})
    const { sites, faults: ofSites } = mergeSites(rows, new Map())
    const plan = planClinics(rows, sites, new Map())
    expect([...faults, ...ofSites, ...plan.faults]).toEqual([])
    expect(plan.added.length).toBe(clinics.length)
    expect(sites.size).toBe(4)
    expect(rows.filter(({ status }) => status === 'cancelled')).toHaveLength(1)
    expect(rows.filter(({ siteCode, doubles }) => siteCode === 'DEMO-VAN' && doubles.length > 0).length).toBeGreaterThan(7)
  },
)
