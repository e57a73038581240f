import { expect, test } from '@jest/globals'
import { bankHolidays } from '../../../../src/booking/import/demo/bankHolidays.ts'

// As GOV.UK lists them.
test.each([
  [2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']],
  [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
  [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
  [2022, ['01-03', '04-15', '04-18', '05-02', '05-30', '08-29', '12-26', '12-27']],
])('the bank holidays of %s', (year, days) => expect(bankHolidays(year).sort()).toEqual(days.map((day) => `${year}-${day}`)))
