import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readWish } from '../../../../src/nlu/dates/readWish.ts'
import type { Wish } from '../../../../src/nlu/dates/wish.ts'
import { at, day, days, either, eitherTime, notDays, notTimes, notWeekdays, times, weekdays, wish } from './wishes.ts'

const friday = at('2026-11-27T10:00')
const tuesdayAtTen = at('2026-12-08T10:00')
const morning = times('00:00', '12:00')
const afternoon = times('12:00', '17:00')
const evening = times('17:00', '24:00')

/** What a person wants, said on Friday 27 November 2026 at ten. */
const onFriday: Record<string, [string, Partial<Wish>][]> = {
  'a day by its distance': [
    ['today', day('2026-11-27')],
    ['tonight', { ...day('2026-11-27'), ...evening }],
    ['this afternoon', { ...day('2026-11-27'), ...afternoon }],
    ['tomorrow', day('2026-11-28')],
    ['2moro', day('2026-11-28')],
    ['tmrw plz', day('2026-11-28')],
    ['tommorow', day('2026-11-28')],
    ['the day after tomorrow', day('2026-11-29')],
    ['a week today', day('2026-12-04')],
    ['a week tomorrow', day('2026-12-05')],
    ['in 10 days', day('2026-12-07')],
  ],
  'a week or more': [
    ['this week', days('2026-11-27', '2026-11-29')],
    ['next week', days('2026-11-30', '2026-12-06')],
    ['nxt wk', days('2026-11-30', '2026-12-06')],
    ['the coming week', days('2026-11-28', '2026-12-04')],
    ['week after next', days('2026-12-07', '2026-12-13')],
    ["in two weeks' time", days('2026-12-07', '2026-12-13')],
    ['in 2 weeks', days('2026-12-07', '2026-12-13')],
    ['in a fortnight', days('2026-12-07', '2026-12-13')],
    ['within the next 2 weeks', days('2026-11-27', '2026-12-11')],
    ['early next week', days('2026-11-30', '2026-12-02')],
    ['the week of the 7th', days('2026-12-07', '2026-12-13')],
    ['week commencing 7th december', days('2026-12-07', '2026-12-13')],
    ['w/c 7 dec', days('2026-12-07', '2026-12-13')],
    ['could i come in the week after the 14th', days('2026-12-21', '2026-12-27')],
    ['this weekend', days('2026-11-28', '2026-11-29')],
    ['not next week the week after', { ...days('2026-12-07', '2026-12-13'), ...notDays('2026-11-30', '2026-12-06') }],
  ],
  'a weekday': [
    ['tuesday', day('2026-12-01')],
    ['wendsday', day('2026-12-02')],
    ['satuday', day('2026-11-28')],
    ['sat', day('2026-11-28')],
    ['sat or sun', day('2026-11-28', '2026-11-29')],
    ['mon/tue', day('2026-11-30', '2026-12-01')],
    ['this Thursday', day('2026-12-03')],
    ['next Thursday', day('2026-12-03')],
    ['next monday', day('2026-11-30')],
    ['next Friday', day('2026-12-04')],
    ['this friday', day('2026-11-27')],
    ['Tuesday week', day('2026-12-08')],
    ['a week on Friday', day('2026-12-04')],
    ['week on monday', day('2026-12-07')],
    ['fortnight on Tuesday', day('2026-12-15')],
    ['2 weeks on tuesday', day('2026-12-15')],
    ['thursday next week', day('2026-12-03')],
    ['Tuesday or Wednesday next week', day('2026-12-01', '2026-12-02')],
    ['next week tuesday or wednesday', day('2026-12-01', '2026-12-02')],
    ['monday to thursday next week', day('2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03')],
    ['first monday in january', day('2027-01-04')],
  ],
  'weekdays in general': [
    ['any Saturday', weekdays(6)],
    ['have you anything on a saturday', weekdays(6)],
    ['only saturdays', weekdays(6)],
    ['saturday appointments?', weekdays(6)],
    ['Mondays or Wednesdays', weekdays(1, 3)],
    ['Mon-Thu', weekdays(1, 2, 3, 4)],
    ['weekdays only', weekdays(1, 2, 3, 4, 5)],
    ['weekend', weekdays(6, 7)],
    ['do you do weekends', weekdays(6, 7)],
    ['thursdays are best', weekdays(4)],
    ['i dont work mondays', weekdays(1)],
    ['a Monday in January', { ...day('2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25') }],
    ['a saturday after the 14th', { ...weekdays(6), ...days('2026-12-15') }],
  ],
  'a date': [
    ['the 12th', day('2026-12-12')],
    ['on the 12', day('2026-12-12')],
    ['the 25th', day('2026-12-25')],
    ['the 27th', day('2026-11-27')],
    ['12 Dec', day('2026-12-12')],
    ['12th of december', day('2026-12-12')],
    ['9th of decemeber', day('2026-12-09')],
    ['December 12th', day('2026-12-12')],
    ['12/12', day('2026-12-12')],
    ['12.12.26', day('2026-12-12')],
    ['12/12/2026', day('2026-12-12')],
    ['12-12-2026', day('2026-12-12')],
    ['2026-12-12', day('2026-12-12')],
    ['1/2/27', day('2027-02-01')],
    ['3rd of jan', day('2027-01-03')],
    ['3rd of november', day('2027-11-03')],
    ['Saturday 12th', day('2026-12-12')],
    ['Tuesday 12th', day('2027-01-12')],
    ['friday the 4th', day('2026-12-04')],
    ['wed 9th dec', day('2026-12-09')],
    ['friday 18', day('2026-12-18')],
    ['the 3rd or the 4th', day('2026-12-03', '2026-12-04')],
    ['the 3rd, 4th or 5th of december', day('2026-12-03', '2026-12-04', '2026-12-05')],
    ['14th or 15th of january', day('2027-01-14', '2027-01-15')],
    ['29 feb', day('2028-02-29')],
    ['the first of march', day('2027-03-01')],
    ['4th of may', day('2027-05-04')],
  ],
  'a month or part of it': [
    ['in January', days('2027-01-01', '2027-01-31')],
    ['in may', days('2027-05-01', '2027-05-31')],
    ['sometime in february', days('2027-02-01', '2027-02-28')],
    ['next month', days('2026-12-01', '2026-12-31')],
    ['end of the month', days('2026-11-27', '2026-11-30')],
    ['end of december', days('2026-12-25', '2026-12-31')],
    ['beginning of January', days('2027-01-01', '2027-01-10')],
    ['first week of january', days('2027-01-01', '2027-01-07')],
    ['last week of january', days('2027-01-25', '2027-01-31')],
    ['mid december', days('2026-12-11', '2026-12-20')],
    ['late january', days('2027-01-22', '2027-01-31')],
    ['in 3 months', days('2027-02-27', '2027-03-12')],
    ['in the spring', days('2027-03-01', '2027-05-31')],
  ],
  'a holiday': [
    ['after Christmas', days('2026-12-27')],
    ['before xmas', days('2026-11-27', '2026-12-24')],
    ['between Christmas and New Year', days('2026-12-27', '2026-12-31')],
    ['in the new year', days('2027-01-02', '2027-01-31')],
    ['after new year', days('2027-01-02')],
    ['christmas eve', day('2026-12-24')],
    ['new years eve', day('2026-12-31')],
    ['the week after christmas', days('2026-12-28', '2027-01-03')],
    ['after easter', days('2027-03-30')],
    ['good friday', day('2027-03-26')],
    ['easter monday', day('2027-03-29')],
    ['week before easter', days('2027-03-15', '2027-03-21')],
    ['bank holiday Monday', day('2026-12-28')],
  ],
  'from when or until when': [
    ['before I go away on the 20th', days('2026-11-27', '2026-12-19')],
    ['before the 12', days('2026-11-27', '2026-12-11')],
    ['not until after the 20th', days('2026-12-21')],
    ['not before the 14th', days('2026-12-14')],
    ['not until the 14th', days('2026-12-14')],
    ['after the 20th of january 2027', days('2027-01-21')],
    ['back on the 3rd', days('2026-12-03')],
    ['i get back from spain on the 3rd', days('2026-12-03')],
    ['when i come back on the 3rd', days('2026-12-03')],
    ['im away until the 14th', days('2026-12-15')],
    ['from the 14th', days('2026-12-14')],
    ['until the 18th', days('2026-11-27', '2026-12-18')],
    ['could it be after the 14th jan as im on holiday til then', days('2027-01-15')],
    ['by friday', days('2026-11-27', '2026-12-04')],
    ['between the 4th and the 9th', days('2026-12-04', '2026-12-09')],
    ['from the 14th to the 18th', days('2026-12-14', '2026-12-18')],
    ['14-18 december', days('2026-12-14', '2026-12-18')],
    ['28th to the 3rd of january', days('2026-12-28', '2027-01-03')],
  ],
  'what does not suit': [
    ['any day but Friday', { ...notWeekdays(5), lifts: ['days'] }],
    ['every day except tuesdays', { ...notWeekdays(2), lifts: ['days'] }],
    ['any day apart from tuesday and wednesday', { ...notWeekdays(2, 3), lifts: ['days'] }],
    ['not Mondays', notWeekdays(1)],
    ['not tuesdays or fridays', notWeekdays(2, 5)],
    ["i can't make thursdays", notWeekdays(4)],
    ['i work mondays and tuesdays', notWeekdays(1, 2)],
    ['fridays im at work', notWeekdays(5)],
    ['i look after my grandchildren on tuesdays', notWeekdays(2)],
    ['Not Tuesday, Thursday would be fine', { ...day('2026-12-03'), ...notWeekdays(2) }],
    ['not tomorrow', notDays('2026-11-28')],
    ['not the 12th', notDays('2026-12-12')],
    ['im away next week', notDays('2026-11-30', '2026-12-06')],
    ['away from the 4th to the 9th', notDays('2026-12-04', '2026-12-09')],
    ['on holiday 4th to 9th december', notDays('2026-12-04', '2026-12-09')],
    ['no mornings', notTimes('00:00', '12:00')],
    ['i cant do mornings', notTimes('00:00', '12:00')],
    ['mornings but not mondays', { ...morning, ...notWeekdays(1) }],
    ['i cant do tuesday but wednesday is fine', { ...day('2026-12-02'), ...notWeekdays(2) }],
    ['tuesday isnt good, wednesday is better', { ...day('2026-12-02'), ...notWeekdays(2) }],
    ['not monday mornings', either(notWeekdays(1), { ...weekdays(1), ...notTimes('00:00', '12:00') })],
    ['cant do tuesdays before 10', either(notWeekdays(2), { ...weekdays(2), ...notTimes('00:00', '10:00') })],
  ],
  'a part of the day': [
    ['in the morning', morning],
    ['morning', morning],
    ['afternoon please', afternoon],
    ['evenings', evening],
    ['lunchtime', times('12:00', '14:00')],
    ['after lunch', times('13:00', '24:00')],
    ['late afternoon', times('15:30', '17:30')],
    ['first thing', times('00:00', '09:30')],
    ['last thing', times('16:00', '24:00')],
    ['end of the day', times('16:00', '24:00')],
    ['school hours', times('09:15', '15:00')],
    ['after work', times('17:00', '24:00')],
    ['before work', times('00:00', '09:00')],
    ['after the school run', times('09:30', '24:00')],
    ['after I drop the kids off', times('09:30', '24:00')],
  ],
  'a time': [
    ['before 3', times('00:00', '15:00')],
    ['by 3', times('00:00', '15:00')],
    ['b4 11', times('00:00', '11:00')],
    ['after 4', times('16:00', '24:00')],
    ['after three', times('15:00', '24:00')],
    ['after 1400', times('14:00', '24:00')],
    ['4 onwards', times('16:00', '24:00')],
    ['from half past 3', times('15:30', '24:00')],
    ['4ish', times('15:30', '16:30')],
    ['around 10', times('09:30', '10:30')],
    ['about half ten', times('10:00', '11:00')],
    ['half ten', times('10:30', '11:00')],
    ['quarter to 5', times('16:45', '17:15')],
    ['quarter past nine', times('09:15', '09:45')],
    ['5 to 3', times('14:55', '15:25')],
    ['twenty to 4', times('15:40', '16:10')],
    ['10.30', times('10:30', '11:00')],
    ['1030am', times('10:30', '11:00')],
    ['at 1030', times('10:30', '11:00')],
    ['16:00', times('16:00', '16:30')],
    ['at 1', times('13:00', '13:30')],
    ["three o'clock", times('15:00', '15:30')],
    ['9 oclock in the morning', times('09:00', '09:30')],
    ['noon', times('12:00', '12:30')],
    ['midday', times('12:00', '12:30')],
    ['between 10 and 12', times('10:00', '12:00')],
    ['between half 9 and 11', times('09:30', '11:00')],
    ['between 2 and 4pm', times('14:00', '16:00')],
    ['10-12', times('10:00', '12:00')],
    ['9 til 3', times('09:00', '15:00')],
    ['9-5', times('09:00', '17:00')],
    ['7-9', times('07:00', '09:00')],
    ['not before 11', times('11:00', '24:00')],
    ['i cant come before 10', times('10:00', '24:00')],
    ['im not free until 3', times('15:00', '24:00')],
    ['not after 3', times('00:00', '15:01')],
    ['no later than 2', times('00:00', '14:01')],
    ['im working until 5', times('17:00', '24:00')],
    ['i finish work at 4', times('16:00', '24:00')],
    ['i need to leave by 2', times('00:00', '14:00')],
    ['i have to pick the kids up at 3', times('00:00', '15:00')],
    ['the earliest i can do is 10', times('10:00', '24:00')],
    ['the latest I can do is half 2', times('00:00', '14:31')],
    ['before 10 or after 3', eitherTime(['00:00', '10:00'], ['15:00', '24:00'])],
    ['after 3 and before 5', times('15:00', '17:00')],
  ],
  'a day and a time': [
    ['tmrw afternoon', { ...day('2026-11-28'), ...afternoon }],
    ['weds am', { ...day('2026-12-02'), ...morning }],
    ['tuesday pm', { ...day('2026-12-01'), ...times('12:00', '24:00') }],
    ['thurs 4pm', { ...day('2026-12-03'), ...times('16:00', '16:30') }],
    ['tuesday 3', { ...day('2026-12-01'), ...times('15:00', '15:30') }],
    ['tomorrow at 2.30', { ...day('2026-11-28'), ...times('14:30', '15:00') }],
    ['7/12 at 10', { ...day('2026-12-07'), ...times('10:00', '10:30') }],
    ['Mon 7 Dec 10:15', { ...day('2026-12-07'), ...times('10:15', '10:45') }],
    ['Tuesday. After 4', { ...day('2026-12-01'), ...times('16:00', '24:00') }],
    ['weekday evenings', { ...weekdays(1, 2, 3, 4, 5), ...evening }],
    ['tuesdays after 3 and before 5', { ...weekdays(2), ...times('15:00', '17:00') }],
    ['10 or 11 on tuesday', { ...day('2026-12-01'), ...eitherTime(['10:00', '10:30'], ['11:00', '11:30']) }],
    ['Monday or Tuesday afternoon', { ...day('2026-11-30', '2026-12-01'), ...afternoon }],
    ['mornings on tuesday or thursday', { ...day('2026-12-01', '2026-12-03'), ...morning }],
    ['a saturday morning after the 14th', { ...weekdays(6), ...days('2026-12-15'), ...morning }],
    ['any time next week', { ...days('2026-11-30', '2026-12-06'), lifts: ['times'] }],
  ],
  'days with hours of their own': [
    [
      'Tuesday morning or Thursday after 4',
      either({ ...day('2026-12-01'), ...morning }, { ...day('2026-12-03'), ...times('16:00', '24:00') }),
    ],
    ['tuesday morning or thursday', either({ ...day('2026-12-01'), ...morning }, day('2026-12-03'))],
    [
      'monday, tuesday morning or thursday afternoon',
      either({ ...day('2026-11-30', '2026-12-01'), ...morning }, { ...day('2026-12-03'), ...afternoon }),
    ],
    ['evenings or weekends', either(evening, weekdays(6, 7))],
    ['I work Monday to Friday so it needs to be a weekend or after 5', either(weekdays(6, 7), evening)],
  ],
  'what comes first, and what is open': [
    ['asap', { order: 'earliest' }],
    ['as soon as possible', { order: 'earliest' }],
    ['the earliest you have', { order: 'earliest' }],
    ['first available', { order: 'earliest' }],
    ['as late as possible', { order: 'latest' }],
    ['whenever', { lifts: ['days', 'times'] }],
    ["I don't mind", { lifts: ['days', 'times'] }],
    ['any time', { lifts: ['times'] }],
    ['any day is fine', { lifts: ['days'] }],
  ],
  'a change of what she has': [
    ['move my appointment from tuesday to thursday', day('2026-12-03')],
    ['my appointment is on the 8th can I come on the 10th', day('2026-12-10')],
    ['instead of the 8th can I have the 10th', day('2026-12-10')],
  ],
}

describe.each(Object.entries(onFriday))('on Friday 27 November %s is read', (_, table) => {
  test.each(table)('from "%s"', (text, said) => expect(readWish(text, friday)).toEqual({ kind: 'wish', wish: wish(said) }))
})

describe('the clock decides', () => {
  test.each<[string, string, Partial<Wish>]>([
    ['friday', '2026-11-27T18:30', day('2026-12-04')],
    ['tomorrow', '2026-11-27T23:59', day('2026-11-28')],
    ['before christmas', '2026-12-24T09:00', day('2026-12-24')],
    ['tomorrow', '2026-12-24T09:00', day('2026-12-25')],
    ['the 2nd', '2026-12-24T09:00', day('2027-01-02')],
    ['next week', '2026-12-24T09:00', days('2026-12-28', '2027-01-03')],
    ['after new year', '2026-12-30T12:00', days('2027-01-02')],
    ['after christmas', '2026-12-30T12:00', days('2026-12-30')],
    ['between christmas and new year', '2026-12-30T12:00', days('2026-12-30', '2026-12-31')],
    ['next month', '2026-12-30T12:00', days('2027-01-01', '2027-01-31')],
    ['1 jan', '2026-12-30T12:00', day('2027-01-01')],
    ['tomorrow', '2026-10-24T12:00', day('2026-10-25')],
    ['in 2 days', '2026-10-24T23:30', day('2026-10-26')],
    ['a week today', '2026-10-24T00:30', day('2026-10-31')],
    ['tomorrow', '2027-03-27T23:30', day('2027-03-28')],
    ['the day after tomorrow', '2027-03-27T12:00', day('2027-03-29')],
    ['next week', '2027-03-27T12:00', days('2027-03-29', '2027-04-04')],
    ['tomorrow', '2028-02-28T12:00', day('2028-02-29')],
    ['end of february', '2028-02-28T12:00', days('2028-02-28', '2028-02-29')],
    ['a week tomorrow', '2028-02-28T12:00', day('2028-03-07')],
    ['the 31st', '2028-02-28T12:00', day('2028-03-31')],
    ['monday', '2026-11-29T22:00', day('2026-11-30')],
    ['next week', '2026-11-29T22:00', days('2026-11-30', '2026-12-06')],
    ['this week', '2026-11-29T22:00', day('2026-11-29')],
  ])('%s, said at %s', (text, now, said) => expect(readWish(text, at(now))).toEqual({ kind: 'wish', wish: wish(said) }))
})

describe('with an appointment on Tuesday 8 December at ten in mind', () => {
  test.each<[string, Partial<Wish>]>([
    ['a week later', day('2026-12-15')],
    ['same time on Thursday', { ...day('2026-12-10'), ...times('10:00', '10:30') }],
    ['an hour earlier', { ...day('2026-12-08'), ...times('09:00', '09:30') }],
    ['half an hour later', { ...day('2026-12-08'), ...times('10:30', '11:00') }],
    ['the day after', day('2026-12-09')],
    ['that day but later', { ...day('2026-12-08'), ...times('10:01', '24:00') }],
    ['same day next week', day('2026-12-15')],
    ['a later time', times('10:01', '24:00')],
    ['sooner', days('2026-11-27', '2026-12-07')],
    ["I can't do tuesday", notDays('2026-12-08')],
  ])('"%s" is counted from it', (text, said) => expect(readWish(text, friday, tuesdayAtTen)).toEqual({ kind: 'wish', wish: wish(said) }))

  test('"anything later" may be another hour or another day', () => {
    expect(readWish('anything later?', friday, tuesdayAtTen)).toEqual({
      kind: 'unclear',
      readings: [
        { said: 'later on Tuesday 8 December', wish: wish({ ...day('2026-12-08'), ...times('10:01', '24:00') }) },
        { said: 'a day after Tuesday 8 December', wish: wish(days('2026-12-09')) },
      ],
    })
  })
})

describe('it is asked what was meant by', () => {
  const said = (text: string, now = friday) => {
    const reading = readWish(text, now)
    return reading?.kind === 'unclear' ? reading.readings.map((one) => [one.said, one.wish]) : reading
  }

  test.each<[string, string, [string, string][]]>([
    [
      'Thursday 12th',
      '2026-11-27T10:00',
      [
        ['Thursday 10 December', '2026-12-10'],
        ['Saturday 12 December', '2026-12-12'],
      ],
    ],
    [
      'friday',
      '2026-11-27T10:00',
      [
        ['today, Friday', '2026-11-27'],
        ['Friday 4 December', '2026-12-04'],
      ],
    ],
    [
      'next thursday',
      '2026-11-24T10:00',
      [
        ['Thursday 26 November', '2026-11-26'],
        ['Thursday 3 December', '2026-12-03'],
      ],
    ],
    [
      'next monday',
      '2026-11-29T22:00',
      [
        ['Monday 30 November', '2026-11-30'],
        ['Monday 7 December', '2026-12-07'],
      ],
    ],
    [
      '31 november',
      '2026-11-27T10:00',
      [
        ['Monday 30 November', '2026-11-30'],
        ['Tuesday 1 December', '2026-12-01'],
      ],
    ],
  ])('%s, said at %s', (text, now, readings) =>
    expect(said(text, at(now))).toEqual(readings.map(([words, iso]) => [words, wish(day(iso))])),
  )

  test('"Thursday 10" where the 10th is a Thursday, and ten may be the hour', () => {
    expect(said('thursday 10')).toEqual([
      ['Thursday 10 December', wish(day('2026-12-10'))],
      ['Thursday 3 December at 10am', wish({ ...day('2026-12-03'), ...times('10:00', '10:30') })],
    ])
  })

  test('"next weekend" on a Friday', () => {
    expect(said('next weekend')).toEqual([
      ['the weekend of Saturday 28 November', wish(days('2026-11-28', '2026-11-29'))],
      ['the weekend of Saturday 5 December', wish(days('2026-12-05', '2026-12-06'))],
    ])
  })
})

describe('a day that is over is named as past', () => {
  test.each([
    ['yesterday', 'yesterday'],
    ['20th of november', 'Friday 20 November'],
    ['3 november 2026', 'Tuesday 3 November'],
    ['my last one was on 3rd of november', 'Tuesday 3 November'],
    ['last tuesday', 'last tuesday'],
  ])('%s', (text, said) => expect(readWish(text, friday)).toEqual({ kind: 'past', said }))
})

describe('nothing of a day or time is told by', () => {
  test.each(
    `hello|does it hurt?|I'm 52|im 52 years old|I'm a 52 year old woman|2 kids|I have 2 kids|4 of us are coming|WSB201960|my number is WSB201960
call me on 07700 900123|07700900123|+44 7700 900 123|my nhs number is 943 476 5919|bus 9|which bus? the 9|it costs £3.30 to park|is parking £10
can I sit in the sun|can I sat in the sun|I sat in the sun|I sat down and cried|may I come with my sister|may i ask something|it may hurt|may I come
one second|just a second|my second mammogram|second time I'm asking|monitor|mon ami|I march on regardless|women's march|24/7|pain was 9/10
8 out of 10|half term|CV4 7AL|I live at 7 Church Road|room 12|size 16|size 10-12|I wear a 36 DD|dob 12/12/1960|date of birth 3.5.58
born on 12/12/1960|I found a lump 2 weeks ago|last week I got a letter|good morning|good afternoon|Morning all|morning, can i ask something
thanks, have a good weekend|have a nice day|see you later|happy new year|merry christmas|my name is June|April is my daughter|im jan
in 1998 I had cancer|between 50 and 70|women aged 50-70|every 3 years|I've had 3 mammograms|how long does it take, 10 minutes?
takes 10-15 minutes|it's been 5 years|after 2 children|after 3 biopsies|100%|I am 71 or over|is it 1 or 2 pictures|two of my sisters
half of it|what time do you open|what day is it|yes|no|ok thanks|1|2|12|the first one|the 2nd one|number 3|first mammogram|ref 12345678
temperature of 38.5|the sun is out|do I need sun cream after|my mum had it at 42|stage 2|step 1 to step 2|after the test|what happens next
anything later|a week later`
      .split(/[|\n]/)
      .concat('', '👍'),
  )('"%s"', (text) => expect(readWish(text, friday)).toBeUndefined())
})

test('the bank holidays of a year can be given', () => {
  const proclaimed = (year: number) => (year === 2026 ? ['2026-12-14'] : [])
  expect(readWish('bank holiday monday', friday, undefined, proclaimed)).toEqual({ kind: 'wish', wish: wish(day('2026-12-14')) })
})

describe('whatever is written', () => {
  const words =
    'not before after tuesday sat next week the 12th 31 feb 3 10.30 - / or and , . until from can cant any day time morning later a fortnight half past to between christmas 29/2 £ away may'.split(
      ' ',
    )
  const text = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((said) => said.join(' ')),
  )
  const clock = fc.integer({ min: 0, max: 3 * 365 * 24 }).map((hours) => at('2026-01-01T00:30').plus({ hours }))
  const offer = fc.option(clock, { nil: undefined })
  const wishesOf = (reading: ReturnType<typeof readWish>): Wish[] => {
    const all = reading?.kind === 'wish' ? [reading.wish] : reading?.kind === 'unclear' ? reading.readings.map((one) => one.wish) : []
    return all.flatMap((one) => [one, ...(one.alternatives ?? [])])
  }

  test('it is read without a fault, the same each time, and every interval has its start before its end', () => {
    fc.assert(
      fc.property(text, clock, offer, (said, now, offered) => {
        const reading = readWish(said, now, offered)
        expect(readWish(said, now, offered)).toEqual(reading)
        for (const one of wishesOf(reading)) {
          for (const { from, to } of [...one.days, ...one.notDays]) expect([from <= to, from.length, to.length]).toEqual([true, 10, 10])
          for (const { from, to } of [...one.times, ...one.notTimes]) expect(from >= 0 && from < to && to <= 1440).toBe(true)
        }
        if (reading?.kind === 'unclear') expect(reading.readings.length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 500 },
    )
  })

  test.each(['a ', '1', '1 ', 'not before ', 'the 12th or ', 'next week ', 'a '.repeat(3), '- ', 'i go '])(
    '2,000 characters of "%s" are read at once',
    (part) => {
      const begun = performance.now()
      readWish(part.repeat(2000).slice(0, 2000), friday, tuesdayAtTen)
      expect(performance.now() - begun).toBeLessThan(1000)
    },
  )
})
