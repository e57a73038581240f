/** Days from one to another, both included, as ISO dates in the site's zone. */
export type Days = { from: string; to: string }

/** Minutes after midnight; `to` is excluded. */
export type Times = { from: number; to: number }

/** When somebody can come, as far as they have said. Days are ISO dates in the site's zone, both ends included; times are minutes after midnight, `to` excluded. */
export type Wish = {
  /** Any of these; empty: any day. What has no end goes on to `LAST_DAY`. */
  days: Days[]
  /** Days that do not suit. */
  notDays: Days[]
  /** ISO weekdays (1 Monday .. 7 Sunday) that suit; empty: any. Where days are named too, both must hold. */
  weekdays: number[]
  notWeekdays: number[]
  /** Any of these times of day; empty: any. */
  times: Times[]
  notTimes: Times[]
  /**
   * Days with hours of their own, e.g. "Tuesday morning or Thursday after 4": each alternative is a complete wish; empty: just this one.
   * What does not suit stands beside them and holds for all.
   */
  alternatives?: Wish[]
  /** Prefers the earliest or the latest that fits; e.g. "as soon as possible", "as late as you can". */
  order?: 'earliest' | 'latest'
  /** What was said to be open: "any day", "any time". It takes back what was said before; see `combineWishes`. */
  lifts?: ('days' | 'times')[]
}

export const LAST_DAY = '9999-12-31'

export const DAY_END = 24 * 60

export const anyTime: Wish = { days: [], notDays: [], weekdays: [], notWeekdays: [], times: [], notTimes: [] }

export type WishReading =
  | { kind: 'wish'; wish: Wish }
  /** What was said can mean two things, or contradicts itself. Each reading with the words to ask with; at most three. */
  | { kind: 'unclear'; readings: { said: string; wish: Wish }[] }
  /** A day that is over. */
  | { kind: 'past'; said: string }
