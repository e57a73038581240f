/** Minutes after midnight from 9:42, 09.42 or a spreadsheet's 09:42:00; undefined when it is no time of day. */
export function readTime(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/.exec(text) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return Number(hour) * 60 + Number(minute)
}

/** 582 is 09:42. */
export const showTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
