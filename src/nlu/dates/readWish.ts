import type { DateTime } from 'luxon'
import { bankHolidays as englishBankHolidays } from './bankHolidays.ts'
import { clockRules } from './clockRules.ts'
import { dateRules, nearDayRules } from './dateRules.ts'
import { holidayRules } from './holidayRules.ts'
import { linkRules, openRules } from './linkRules.ts'
import { offerRules } from './offerRules.ts'
import { partOfDayRules } from './partOfDayRules.ts'
import { periodRules } from './periodRules.ts'
import { type Moment, momentOf, type Piece, type PieceReading } from './piece.ts'
import { plainWish } from './plainWish.ts'
import { resolveDates } from './resolveDates.ts'
import { compile, scan } from './scan.ts'
import { weekdayRules } from './weekdayRules.ts'
import type { WishReading } from './wish.ts'
import { wishOf } from './wishOf.ts'

export type { WishReading } from './wish.ts'

const rules = compile([
  ...dateRules,
  ...nearDayRules,
  ...offerRules,
  ...openRules,
  ...holidayRules,
  ...partOfDayRules,
  ...weekdayRules,
  ...periodRules,
  ...clockRules,
  ...linkRules,
])

/** Longer texts are no answer to "when". */
const LONGEST_READ = 2000
const MOST_READINGS = 3

/**
 * Reads when somebody can come. `now` and `offered`, the appointment that is talked about, are in the site's zone; `bankHolidays` gives
 * those of a year as ISO dates. Nothing is returned for a text that tells nothing of a day or time.
 */
export function readWish(text: string, now: DateTime, offered?: DateTime, bankHolidays = englishBankHolidays): WishReading | undefined {
  if (!now.isValid) return undefined
  const moment = momentOf(now, offered, bankHolidays)
  const pieces = resolveDates(scan(plainWish(text.slice(0, LONGEST_READ)), rules, moment), moment)
  const at = pieces.findIndex(({ kind }) => kind === 'unclear')
  if (at >= 0) return eachReading(pieces, at, moment)
  const wish = wishOf(pieces, moment)
  if (wish) return { kind: 'wish', wish }
  const past = pieces.find((piece) => piece.kind === 'past')
  return past && { kind: 'past', said: past.said }
}

/** Each thing that the unclear words may mean, with all else that was said. Of a second unclear piece the first reading is taken. */
function eachReading(pieces: Piece[], at: number, moment: Moment): WishReading | undefined {
  const unclear = pieces[at]
  const readings = (unclear?.kind === 'unclear' ? unclear.readings : []).slice(0, MOST_READINGS).flatMap((reading) => {
    const clear = pieces.flatMap((piece, i) =>
      i === at ? piecesOf(reading) : piece.kind === 'unclear' ? piecesOf(piece.readings[0]) : [piece],
    )
    const wish = wishOf(clear, moment)
    return wish ? [{ said: reading.said, wish }] : []
  })
  return readings.length > 0 ? { kind: 'unclear', readings } : undefined
}

function piecesOf(reading: PieceReading | undefined): Piece[] {
  const days: Piece[] = reading?.days ? [{ kind: 'days', days: reading.days }] : []
  return reading?.times ? [...days, { kind: 'times', times: reading.times }] : days
}
