import { DateTime } from 'luxon'

export const programmeWords: Record<string, string> = {
  general: 'General',
  breast: 'Breast',
  cervical: 'Cervical',
  bowel: 'Bowel',
  aaa: 'AAA',
  diabetic_eye: 'Eyes',
  lung: 'Lung',
}

/** "73 of 100": of many, how many of a hundred; of fewer than that, the counts themselves. */
export function ofHundred(count: number, all: number): { count: number; of: number } {
  return all > 100 ? { count: Math.round((100 * count) / all), of: 100 } : { count, of: all }
}

export const hundredWords = (count: number, all: number): string => {
  const shown = ofHundred(count, all)
  return `${shown.count} of ${shown.of}`
}

/** "1,234". */
export const countWords = (count: number): string => new Intl.NumberFormat('en-GB').format(count)

export const percentWords = (share: number): string => `${Math.round(share * 100)}%`

/** "2 Dec" of an ISO date. */
export const shortDay = (day: string): string => DateTime.fromISO(day, { zone: 'utc' }).setLocale('en-GB').toFormat('d LLL')

/** How a pack fares beside the other of the two, in hundredths. */
export function besideWords(which: 'live' | 'draft', share: number, other: number): string {
  const [it, its] = which === 'draft' ? ['the draft', 'what is live'] : ['what is live', 'the draft']
  const more = Math.round(share * 100) - Math.round(other * 100)
  if (more === 0) return `Of 100, ${it} and ${its} read as many rightly.`
  return `Of 100, ${it} reads ${more > 0 ? `${more} more` : `${-more} fewer`} rightly than ${its}.`
}

/** What a calibration means for whoever relies on how sure the bot is. */
export function calibrationWords(calibration: number): string {
  const off = Math.max(1, Math.round(calibration * 100))
  const begin = `How sure it is and how often it is right differ by ${off} in 100 on average.`
  if (calibration <= 0.06) return `${begin} It knows well how sure it may be.`
  if (calibration <= 0.12) return `${begin} That will do: what it is sure of is mostly right.`
  return `${begin} That is a lot: how sure it is says little at the moment. More examples help.`
}
