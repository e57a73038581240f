import { DateTime } from 'luxon'
import type { Site } from '../../src/booking/site.ts'
import type { Wish } from '../../src/nlu/dates/wish.ts'
import { PERSON } from '../choices.ts'
import { plainWords } from '../plainWords.ts'
import { say } from '../say.ts'
import type { Said } from '../turn.ts'
import { readYesOrNo } from '../yesOrNo.ts'
import { BOOK_IT, KEEP, OTHER_DAY, OTHER_PLACE, OTHER_TIME, siteChoice, siteIn, takenBy, whenChoice } from './bookingChoices.ts'
import type { BookingTurn } from './bookingTurn.ts'
import { offer } from './offer.ts'
import { shortName } from './shortName.ts'

const ALTERNATIVES = 3

/** What became of what she said: it asks for what comes next; all is said; or it was none of what could be understood here. */
export type Heard = 'goOn' | 'said' | 'unread'

/** What she says to what is shown: yes, no, another day, time or place, or when she can come in her own words. */
export async function readOffer(b: BookingTurn, said: Said): Promise<Heard> {
  const { talk, appointments } = b
  const taken = takenBy(said.value)
  if (taken !== undefined) return choose(b, taken)
  const sites = await appointments.sites()
  switch (said.value) {
    case BOOK_IT.value:
      return choose(b, talk.shown[0]?.placeId)
    case OTHER_DAY.value:
      return otherDay(b)
    case OTHER_TIME.value:
      return otherTime(b)
    case OTHER_PLACE.value:
      return askWhichPlace(b, sites)
  }
  const tapped = siteIn(said.value)
  if (tapped !== undefined) return otherPlace(b, sites[tapped])
  if (said.value !== undefined) return 'unread'
  return readWords(b, said.text, sites)
}

/** In her own words; a day or time before a bare yes or no, since "yes but after 4" asks for something else. */
async function readWords(b: BookingTurn, text: string, sites: Site[]): Promise<Heard> {
  const words = plainWords(text)
  const named = siteNamed(words, sites)
  if ((await hearWish(b, text, named)) === 'said') return 'said'
  if (named) return otherPlace(b, named)
  if (OTHER_DAYS.test(words)) return otherDay(b)
  if (OTHER_TIMES.test(words)) return otherTime(b)
  if (OTHER_PLACES.test(words)) return askWhichPlace(b, sites)
  const answer = readYesOrNo(text) ?? (TAKES_IT.test(words) ? 'yes' : undefined)
  if (answer === 'yes' && b.talk.shown.length === 1) return choose(b, b.talk.shown[0]?.placeId)
  if (answer === 'yes') return offerShownAgain(b)
  if (answer === 'no' || DOES_NOT_SUIT.test(words)) return otherDay(b)
  return 'unread'
}

const TAKES_IT =
  /^(?:(?:ok|okay|yes|yeah|lovely|great|perfect|brilliant|fine|that) )*(?:thats? (?:fine|great|perfect|good|lovely|ok|okay|brilliant|suits(?: me)?|works(?: for me)?|will do)|(?:ill|i will) (?:take|have) (?:it|that)|book (?:it|that|me in)|go for it|go ahead|suits me|perfect|lovely|great|do it|please book(?: it)?|change it|move it)(?: please| thanks| thank you| then)*$/
const OTHER_DAYS =
  /^(?:(?:have you |is there |got )?(?:any|an)?(?:other|another) (?:day|date)s?|different (?:day|date)s?|other days please)(?: please)?$/
const OTHER_TIMES = /^(?:(?:have you |is there |got )?(?:any|an)?(?:other|another) times?|different times?)(?: please)?$/
const OTHER_PLACES =
  /\b(?:other|another|different) (?:place|site|venue|location|clinic|van)s?\b|\b(?:somewhere|anywhere) (?:else|nearer|closer)\b|\btoo far\b/
const DOES_NOT_SUIT =
  /\b(?:cant|cannot|can not|wont|doesnt|does not|not) (?:do|make|manage|work|suit|good|any good|come)\b|\bno good\b|\bim (?:away|working|busy)\b/

/** Keeps what she says of days and times beside what she has said before. */
export async function hearWish(b: BookingTurn, text: string, site?: Site): Promise<Heard> {
  const { turn, talk, appointments } = b
  const { context, deps } = turn
  const [first] = talk.shown
  const zone = turn.facts.timeZone
  const now = deps.clock.now().setZone(zone)
  const reading = appointments.readWish(text, now, first && DateTime.fromISO(first.startsAt, { zone }))
  switch (reading?.kind) {
    case undefined:
      return 'unread'
    case 'past':
      await say(context, `${reading.said} is over. Which day would suit you?`, [OTHER_DAY, PERSON])
      return 'said'
    case 'unclear':
      talk.readings = reading.readings
      await say(
        context,
        'Which of these do you mean?',
        reading.readings.map(({ said }, index) => whenChoice(said, index)),
      )
      return 'said'
    case 'wish':
      talk.wish = appointments.combineWishes(talk.wish, reading.wish)
      if (site) talk.site = site.code
      await offer(b, { count: isNarrow(reading.wish) ? 1 : ALTERNATIVES })
      return 'said'
  }
}

/** One day with a time: one offer answers it. */
const isNarrow = ({ days, times, order }: Wish): boolean =>
  order !== undefined || (days.length === 1 && days[0]?.from === days[0]?.to && times.length > 0)

async function choose(b: BookingTurn, placeId: number | undefined): Promise<Heard> {
  const chosen = b.talk.shown.find((place) => place.placeId === placeId)
  if (!chosen) {
    await offer(b, { before: 'I am sorry, that one is no longer kept for you.' })
    return 'said'
  }
  b.talk.chosen = chosen
  return 'goOn'
}

async function otherDay(b: BookingTurn): Promise<Heard> {
  const { talk, turn } = b
  const days = talk.shown.flatMap(({ startsAt }) => DateTime.fromISO(startsAt, { zone: turn.facts.timeZone }).toISODate() ?? [])
  const named = talk.wish.days.length > 0
  talk.wish = {
    ...talk.wish,
    ...(named && { days: [] }),
    notDays: [...talk.wish.notDays, ...days.map((day) => ({ from: day, to: day }))].slice(-30),
  }
  await offer(b, { count: ALTERNATIVES })
  return 'said'
}

async function otherTime(b: BookingTurn): Promise<Heard> {
  await offer(b, { count: ALTERNATIVES })
  return 'said'
}

async function askWhichPlace({ turn, talk }: BookingTurn, sites: Site[]): Promise<Heard> {
  talk.asking = 'offer'
  await say(
    turn.context,
    `Which place would you like?\n\n${sites.map(({ name, kind }) => `• ${name}${kind === 'van' ? ' (van)' : ''}`).join('\n')}`,
    [...sites.slice(0, 8).map(({ name }, index) => siteChoice(shortName(name), index)), KEEP],
  )
  return 'said'
}

async function otherPlace(b: BookingTurn, site: Site | undefined): Promise<Heard> {
  if (!site) return 'unread'
  b.talk.site = site.code
  b.talk.notSites = b.talk.notSites.filter((code) => code !== site.code)
  await offer(b)
  return 'said'
}

async function offerShownAgain({ turn }: BookingTurn): Promise<Heard> {
  await say(turn.context, 'Which one would you like? Tap it, or write its number.')
  return 'said'
}

/** The site whose name, or its first word of some length, is among the words. */
function siteNamed(words: string, sites: Site[]): Site | undefined {
  return sites.find(({ name }) => {
    const whole = plainWords(name)
    const [first = ''] = whole.split(' ').filter((word) => word.length > 4)
    return (
      words.includes(whole) ||
      (sites.filter((other) => plainWords(other.name).includes(first)).length === 1 &&
        first !== '' &&
        new RegExp(`\\b${first}\\b`).test(words))
    )
  })
}
