/** Clinics are by day: a bare hour from 1 to 7 is in the afternoon, one from 8 to 12 before or at noon. */
export function minuteOfDay(hour: number, minute: number, half?: string): number | undefined {
  if (hour > 23 || minute > 59) return undefined
  if (half === 'am') return (hour === 12 ? 0 : hour) * 60 + minute
  if (half === 'pm') return (hour < 12 ? hour + 12 : hour) * 60 + minute
  return (hour >= 1 && hour <= 7 ? hour + 12 : hour) * 60 + minute
}

/** The start of a range, seen from its end: "7-9" begins in the morning, "8 to 10pm" in the evening. */
export function startOfRange(start: number, startIsBare: boolean, end: number, endIsBare: boolean): number {
  if (!startIsBare) return start
  if (start >= end) return start >= 12 * 60 ? start - 12 * 60 : start
  return !endIsBare && end > 12 * 60 && start + 12 * 60 < end && start < 12 * 60 ? start + 12 * 60 : start
}
