import type { DateTime } from 'luxon'
import type { Days, Times } from './wish.ts'

/** What stands before a day or time and says how it bounds the wish. */
export type Limit =
  | 'before'
  | 'after'
  | 'from'
  | 'until'
  | 'notAfter'
  | 'by'
  | 'between'
  | 'around'
  | 'at'
  | 'weekOf'
  | 'weekAfter'
  | 'weekBefore'
  | 'dayBefore'
  | 'dayAfter'

/** One of the things that was perhaps meant, and the words to ask with. */
export type PieceReading = { said: string; days?: Days[]; times?: Times[] }

/** A run of words that means one thing. */
export type Piece =
  /** A day by its number; without a month it is the next one to come. */
  | { kind: 'date'; day: number; month?: number; year?: number }
  | { kind: 'days'; days: Days[] }
  | { kind: 'unclear'; readings: PieceReading[] }
  | { kind: 'past'; said: string }
  /** `each`: all of them, as in "Mondays" and "any Monday". */
  | { kind: 'weekday'; weekday: number; each: boolean }
  | { kind: 'weekdays'; weekdays: number[] }
  | { kind: 'times'; times: Times[]; limit?: 'lower' | 'upper' }
  | { kind: 'clock'; minute: number; bare: boolean; loose?: boolean }
  /** A number that may be a clock time, if what is around it says so. */
  | { kind: 'number'; value: number; inWords: boolean; mayBeTime: boolean }
  | { kind: 'any'; of: ('days' | 'times')[] }
  | { kind: 'order'; order: 'earliest' | 'latest' }
  | { kind: 'limit'; limit: Limit }
  | { kind: 'not' }
  /** Away or at work: what follows does not suit, and "until" is when that ends. */
  | { kind: 'busy' }
  /** "… is no good": what was said just before does not suit. */
  | { kind: 'unsuitable' }
  /** The appointment as it is, or what it shall not be any more: "my appointment is on …", "instead of …". */
  | { kind: 'old' }
  /** "can", "only": what follows suits again. */
  | { kind: 'free' }
  /** "… is better": what was said just before suits. */
  | { kind: 'suits' }
  | { kind: 'or' | 'and' | 'to' | 'comma' | 'stop' | 'onwards' }
  | { kind: 'word' }

/** What a rule may need to know: `today` is an ISO date, `minute` the time of day. */
export type Moment = {
  today: string
  minute: number
  offered: { day: string; minute: number } | undefined
  bankHolidays: (year: number) => string[]
}

/** `pattern` is tried where a word begins, and must end where one ends. A reading of `undefined` lets the next rule try. */
export type Rule = { pattern: string; read: (found: (string | undefined)[], moment: Moment) => Piece[] | undefined }

export function momentOf(now: DateTime, offered: DateTime | undefined, bankHolidays: Moment['bankHolidays']): Moment {
  return {
    today: now.toISODate() ?? '',
    minute: minuteOf(now),
    offered: offered?.isValid ? { day: offered.toISODate() ?? '', minute: minuteOf(offered) } : undefined,
    bankHolidays,
  }
}

const minuteOf = (time: DateTime): number => time.hour * 60 + time.minute
