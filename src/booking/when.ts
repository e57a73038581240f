/** Days from one to another, both included, as ISO dates in the site's zone. */
type Days = { from: string; to: string }

/** Minutes after midnight on the clock on the wall; `to` is excluded. */
type Times = { from: number; to: number }

/** When somebody can come. An empty list: any. Weekdays are ISO numbers, 1 is Monday. */
export type When = {
  days: Days[]
  notDays: Days[]
  weekdays: number[]
  notWeekdays: number[]
  times: Times[]
  notTimes: Times[]
  /** Any of these, each complete; what stands beside them holds for all. */
  alternatives?: When[]
}
