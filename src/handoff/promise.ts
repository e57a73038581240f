import { DateTime } from 'luxon'
import type { AnswerPromise, Urgency } from './escalation.ts'
import { type OpeningHours, openingsFrom } from './openings.ts'

/** `answerWithin`: within so many minutes of opening time a person answers, by urgency. */
export type AnswerTimes = OpeningHours & { answerWithin: Record<Urgency, number> }

/** Promised are times that can be said. */
const QUARTER_MINUTES = 15

/**
 * By when a person answers who has `minutes` of opening time for it from `now` on: then rounded up to a quarter of an hour, but not past
 * the end of that opening. Undefined where the openings of the next three weeks are not enough. Pure arithmetic.
 */
export function promiseFor(hours: OpeningHours, now: DateTime, minutes: number): Date | undefined {
  const end = afterOpenMinutes(hours, now, minutes)
  if (!end) return undefined
  const [span] = openingsFrom(hours, end.minus({ milliseconds: 1 }))
  const said = roundedUp(end)
  return (span && said > span.to ? span.to : said).toJSDate()
}

/** The instant by which the team will have been there for so many minutes. */
export function afterOpenMinutes(hours: OpeningHours, now: DateTime, minutes: number): DateTime | undefined {
  let left = minutes * 60_000
  for (const { from, to } of openingsFrom(hours, now)) {
    const begins = from > now ? from : now.setZone(hours.timeZone)
    const length = to.toMillis() - begins.toMillis()
    if (left <= length) return begins.plus({ milliseconds: left })
    left -= length
  }
  return undefined
}

/** A promise as it may be told. */
export function toldPromise(hours: OpeningHours, now: DateTime, at: Date | undefined): AnswerPromise {
  if (!at) return { kind: 'unknown' }
  const day = (instant: DateTime) => instant.setZone(hours.timeZone).startOf('day')
  const openings = openingsFrom(hours, now)
  const next = openings.find(({ from }) => day(from) > day(now))
  const isNextOpenDay = next !== undefined && day(next.from).equals(day(DateTime.fromJSDate(at)))
  return { kind: 'by', at, isNextOpenDay }
}

function roundedUp(at: DateTime): DateTime {
  const over = (at.minute % QUARTER_MINUTES) * 60_000 + at.second * 1000 + at.millisecond
  return over === 0 ? at : at.plus({ milliseconds: QUARTER_MINUTES * 60_000 - over })
}
