import { describe, expect, test } from '@jest/globals'
import { describeWish } from '../../../../src/nlu/dates/describeWish.ts'
import type { Wish } from '../../../../src/nlu/dates/wish.ts'
import { at, day, days, either, eitherTime, notDays, notTimes, notWeekdays, times, weekdays, wish } from './wishes.ts'

describe('a wish is said as', () => {
  test.each<[string, Partial<Wish>]>([
    ['any time', {}],
    ['any time', { lifts: ['days', 'times'] }],
    ['today', day('2026-11-27')],
    ['tomorrow', day('2026-11-28')],
    ['Tuesday 8 December', day('2026-12-08')],
    ['Wednesday 3 November 2027', day('2027-11-03')],
    ['Tuesday 1 December or Thursday 3 December', day('2026-12-01', '2026-12-03')],
    ['the week of Monday 7 December', days('2026-12-07', '2026-12-13')],
    ['January 2027', days('2027-01-01', '2027-01-31')],
    ['from Monday 14 December', days('2026-12-14')],
    ['until Friday 18 December', days('2026-11-27', '2026-12-18')],
    ['from Friday 4 December to Wednesday 9 December', days('2026-12-04', '2026-12-09')],
    ['Saturdays', weekdays(6)],
    ['Mondays, Tuesdays or Fridays', weekdays(1, 2, 5)],
    ['weekdays', weekdays(1, 2, 3, 4, 5)],
    ['weekends', weekdays(6, 7)],
    ['Mondays in January 2027', { ...weekdays(1), ...days('2027-01-01', '2027-01-31') }],
    ['Saturdays from Tuesday 15 December', { ...weekdays(6), ...days('2026-12-15') }],
    ['in the morning', times('00:00', '12:00')],
    ['in the afternoon', times('12:00', '17:00')],
    ['in the evening', times('17:00', '24:00')],
    ['before 10am', times('00:00', '10:00')],
    ['after 4pm', times('16:00', '24:00')],
    ['after midday', times('12:00', '24:00')],
    ['after 10am', times('10:01', '24:00')],
    ['no later than 2pm', times('00:00', '14:01')],
    ['between 9.15am and 3pm', times('09:15', '15:00')],
    ['at about 10.30am', times('10:30', '11:00')],
    ['before 10am or after 3pm', eitherTime(['00:00', '10:00'], ['15:00', '24:00'])],
    ['after 4pm, not on Mondays', { ...times('16:00', '24:00'), ...notWeekdays(1) }],
    ['not on Saturday 12 December', notDays('2026-12-12')],
    ['not in the week of Monday 30 November', notDays('2026-11-30', '2026-12-06')],
    ['not in the morning', notTimes('00:00', '12:00')],
    ['not on Mondays, not after 4pm', { ...notWeekdays(1), ...notTimes('16:00', '24:00') }],
    ['as soon as possible', { order: 'earliest' }],
    ['Saturdays, as late as possible', { ...weekdays(6), order: 'latest' }],
    [
      'Tuesday 1 December in the morning or Thursday 3 December after 4pm',
      either({ ...day('2026-12-01'), ...times('00:00', '12:00') }, { ...day('2026-12-03'), ...times('16:00', '24:00') }),
    ],
    [
      'any time but not on Mondays, or Mondays but not in the morning',
      either(notWeekdays(1), { ...weekdays(1), ...notTimes('00:00', '12:00') }),
    ],
  ])('"%s"', (words, said) => expect(describeWish(wish(said), at('2026-11-27T10:00'))).toBe(words))
})
