import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { combineWishes } from '../../../../src/nlu/dates/combineWishes.ts'
import { readWish } from '../../../../src/nlu/dates/readWish.ts'
import { anyTime, type Wish } from '../../../../src/nlu/dates/wish.ts'
import { at, day, days, either, notDays, notTimes, notWeekdays, times, weekdays, wish } from './wishes.ts'

const afterFour = times('16:00', '24:00')
const morning = times('00:00', '12:00')

describe('what is said next', () => {
  test.each<[string, Partial<Wish>, Partial<Wish>, Partial<Wish>]>([
    ['days replace days', day('2026-12-01'), day('2026-12-03'), day('2026-12-03')],
    ['weekdays replace days', day('2026-12-01'), weekdays(6), weekdays(6)],
    ['days leave the times', { ...day('2026-12-01'), ...afterFour }, day('2026-12-03'), { ...day('2026-12-03'), ...afterFour }],
    ['times replace times', { ...day('2026-12-01'), ...afterFour }, morning, { ...day('2026-12-01'), ...morning }],
    ['what does not suit adds up', notWeekdays(1), notDays('2026-12-12'), { ...notWeekdays(1), ...notDays('2026-12-12') }],
    ['weekdays that do not suit add up', notWeekdays(5), notWeekdays(1), notWeekdays(1, 5)],
    [
      'a named day lifts its exclusion',
      notDays('2026-12-10', '2026-12-14'),
      day('2026-12-12'),
      {
        ...day('2026-12-12'),
        notDays: [
          { from: '2026-12-10', to: '2026-12-11' },
          { from: '2026-12-13', to: '2026-12-14' },
        ],
      },
    ],
    ['a named day lifts the exclusion of its weekday', notWeekdays(1, 2), day('2026-12-07'), { ...day('2026-12-07'), ...notWeekdays(2) }],
    ['a named weekday lifts its exclusion', notWeekdays(1, 2), weekdays(1), { ...weekdays(1), ...notWeekdays(2) }],
    [
      'a week lifts nothing',
      notDays('2026-12-09'),
      days('2026-12-07', '2026-12-13'),
      { ...days('2026-12-07', '2026-12-13'), ...notDays('2026-12-09') },
    ],
    [
      'a day that does not suit is not wanted any more',
      day('2026-12-01', '2026-12-03'),
      notDays('2026-12-01'),
      { ...day('2026-12-03'), ...notDays('2026-12-01') },
    ],
    ['a weekday that does not suit is not wanted any more', weekdays(1, 2), notWeekdays(1), { ...weekdays(2), ...notWeekdays(1) }],
    [
      'a time that suits lifts its exclusion',
      notTimes('00:00', '12:00'),
      times('10:00', '12:00'),
      { ...times('10:00', '12:00'), ...notTimes('00:00', '10:00') },
    ],
    [
      'any day lifts all of days',
      { ...weekdays(1), ...notDays('2026-12-12'), ...notWeekdays(2), ...afterFour },
      { lifts: ['days'] },
      afterFour,
    ],
    ['any time lifts all of times', { ...weekdays(1), ...afterFour, ...notTimes('17:00', '24:00') }, { lifts: ['times'] }, weekdays(1)],
    ['whenever lifts everything', { ...weekdays(1), ...notWeekdays(2), ...afterFour }, { lifts: ['days', 'times'] }, {}],
    ['any day but one', { ...weekdays(1), ...notWeekdays(2) }, { ...notWeekdays(5), lifts: ['days'] }, notWeekdays(5)],
    ['a preference stays', { order: 'earliest' }, weekdays(6), { ...weekdays(6), order: 'earliest' }],
    ['a preference replaces another', { order: 'earliest' }, { order: 'latest' }, { order: 'latest' }],
    [
      'alternatives replace days and times',
      { ...day('2026-12-01'), ...afterFour },
      either(weekdays(1), morning),
      either(weekdays(1), morning),
    ],
    [
      'a time holds for each alternative',
      either(day('2026-12-01'), { ...day('2026-12-03'), ...morning }),
      afterFour,
      {
        ...afterFour,
        ...either({ ...day('2026-12-01'), ...afterFour }, { ...day('2026-12-03'), ...afterFour }),
      },
    ],
    ['a day replaces alternatives', either(day('2026-12-01'), morning), day('2026-12-04'), day('2026-12-04')],
  ])('%s', (_, before, next, together) => expect(combineWishes(wish(before), wish(next))).toEqual(wish(together)))
})

test('a talk of several messages comes to one wish', () => {
  const said = ['not mondays', 'after 4', 'not the 8th either', 'next week', 'mornings then', 'monday 7th is ok after all']
  const together = said.reduce((before, text) => {
    const reading = readWish(text, at('2026-11-27T10:00'))
    return reading?.kind === 'wish' ? combineWishes(before, reading.wish) : before
  }, anyTime)
  expect(together).toEqual(wish({ ...day('2026-12-07'), ...morning, ...notDays('2026-12-08') }))
})

test('nothing said changes nothing', () => {
  const parts = [day('2026-12-01'), weekdays(1, 6), afterFour, notDays('2026-12-12'), notWeekdays(2), notTimes('12:00', '14:00')]
  fc.assert(
    fc.property(fc.subarray(parts), (some) => {
      const before = wish(Object.assign({}, ...some))
      expect(combineWishes(before, anyTime)).toEqual(before)
      expect(combineWishes(combineWishes(anyTime, before), before).days).toEqual(before.days)
    }),
  )
})
