import { DateTime } from 'luxon'
import type { Site } from '../../src/booking/site.ts'
import type { Wish } from '../../src/nlu/dates/wish.ts'
import { PERSON } from '../choices.ts'
import { plainWords } from '../plainWords.ts'
import { say } from '../say.ts'
import type { Said } from '../turn.ts'
import { readYesOrNo } from '../yesOrNo.ts'
import { OTHER_DAY, OTHER_PLACE, OTHER_TIME, siteChoice, siteIn, takenBy, whenChoice } from './bookingChoices.ts'
import type { BookingTurn } from './bookingTurn.ts'
import { leaveChoice, offer, offerAgain } from './offer.ts'
import { shortName } from './shortName.ts'

const ALTERNATIVES = 3
const MOST_SITES = 8

/** What became of what she said: it asks for what comes next; all is said; or it was none of what could be understood here. */
export type Heard = 'goOn' | 'said' | 'unread'

/** What she says to what is shown: yes, no, another day, time or place, or when she can come in her own words. */
export async function readOffer(b: BookingTurn, said: Said): Promise<Heard> {
  const { appointments } = b
  const taken = takenBy(said.value)
  if (taken !== undefined) return choose(b, taken)
  const sites = await appointments.sites()
  switch (said.value) {
    case OTHER_DAY.value:
      return otherDay(b)
    case OTHER_TIME.value:
      return otherTime(b)
    case OTHER_PLACE.value:
      return askWhichPlace(b, sites)
  }
  const tapped = siteIn(said.value)
  if (tapped !== undefined)
    return otherPlace(
      b,
      sites.find(({ code }) => code === tapped),
    )
  if (said.value !== undefined) return 'unread'
  return readWords(b, said.text, sites)
}

/** In her own words; a day or time before a bare yes or no, since "yes but after 4" asks for something else. */
async function readWords(b: BookingTurn, text: string, sites: Site[]): Promise<Heard> {
  const words = plainWords(text)
  const named = siteNamed(words, sites)
  if (named && REFUSES.test(words)) return notThere(b, named)
  const heard = await hearWish(b, text, named)
  if (heard !== 'unread') return heard
  if (named) return otherPlace(b, named)
  if (OTHER_DAYS.test(words)) return otherDay(b)
  if (OTHER_TIMES.test(words)) return otherTime(b)
  if (OTHER_PLACES.test(words)) return askWhichPlace(b, sites)
  // Where she has seen no question, a bare yes or no is no answer to ours.
  const answer = b.talk.asking && (readYesOrNo(text) ?? (TAKES_IT.test(words) ? 'yes' : undefined))
  if (answer === 'yes' && b.talk.shown.length === 1) return choose(b, b.talk.shown[0]?.placeId)
  if (answer === 'yes') return offerShownAgain(b)
  if (answer === 'no' || DOES_NOT_SUIT.test(words)) return otherDay(b)
  return 'unread'
}

const REFUSES = /\b(?:not|no|dont|cant|cannot|but|except|too far|instead of)\b/
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
      talk.asking = 'offer'
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
      if (takesNamed(b, reading.wish, SAYS_YES.test(plainWords(text)))) return 'goOn'
      talk.wish = appointments.combineWishes(talk.wish, reading.wish)
      if (site) wantSite(b, site)
      await offer(b, { count: isNarrow(reading.wish) ? 1 : ALTERNATIVES })
      return 'said'
  }
}

const SAYS_YES = /\b(?:yes|yeah|yep|ok|okay|please|fine|great|perfect|that one)\b/

/**
 * She names the day of a place that is shown: that is the one she takes, where she says yes to it or picks it out of several. What fits her
 * words is not passed by.
 */
export function takesNamed({ talk, appointments, turn }: BookingTurn, wish: Wish, isSure: boolean): boolean {
  const meant = talk.shown.filter(({ startsAt }) => appointments.fits(wish, new Date(startsAt), turn.facts.timeZone))
  const [only, ...others] = meant
  const isOneDay = wish.days.length === 1 && wish.days[0]?.from === wish.days[0]?.to
  if (only && others.length === 0 && isOneDay && (isSure || talk.shown.length > 1)) {
    talk.chosen = only
    return true
  }
  talk.shown = talk.shown.filter((place) => !meant.includes(place))
  return false
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
  talk.wish = {
    ...talk.wish,
    days: talk.wish.days.filter(({ from, to }) => from !== to),
    notDays: [...talk.wish.notDays, ...days.map((day) => ({ from: day, to: day }))].slice(-30),
  }
  await offer(b, { count: ALTERNATIVES })
  return 'said'
}

async function otherTime(b: BookingTurn): Promise<Heard> {
  await offer(b, { count: ALTERNATIVES })
  return 'said'
}

async function askWhichPlace(b: BookingTurn, sites: Site[]): Promise<Heard> {
  const { turn, talk } = b
  talk.asking = 'offer'
  delete talk.chosen
  const today = turn.deps.clock.now().setZone(turn.facts.timeZone).toISODate() ?? ''
  const there = sites.filter(({ lastDay }) => !lastDay || lastDay >= today)
  await say(
    turn.context,
    `Which place would you like? Tap it, or write its name.\n\n${there.map(({ name, kind }) => `• ${name}${kind === 'van' ? ' (van)' : ''}`).join('\n')}`,
    [...there.slice(0, MOST_SITES).map(({ name, code }) => siteChoice(shortName(name), code)), leaveChoice(b)],
  )
  return 'said'
}

async function otherPlace(b: BookingTurn, site: Site | undefined): Promise<Heard> {
  if (!site) return 'unread'
  wantSite(b, site)
  await offer(b)
  return 'said'
}

async function offerShownAgain(b: BookingTurn): Promise<Heard> {
  if (b.talk.asking !== 'offer' || b.talk.chosen) return 'unread'
  await offerAgain(b)
  return 'said'
}

function wantSite({ talk }: BookingTurn, { code }: Site): void {
  talk.site = code
  talk.notSites = talk.notSites.filter((other) => other !== code)
}

async function notThere(b: BookingTurn, site: Site): Promise<Heard> {
  const { talk } = b
  talk.notSites = [...new Set([...talk.notSites, site.code])]
  if (talk.site === site.code) delete talk.site
  await offer(b, { count: ALTERNATIVES })
  return 'said'
}

/** The site that the words name: by its whole name, or by a word that no other site's name has ("the hospital", "Leek"). */
function siteNamed(words: string, sites: Site[]): Site | undefined {
  const said = new Set(words.split(' '))
  const whole = sites.find(({ name }) => words.includes(plainWords(name)))
  return whole ?? sites.find((site) => ownWords(site, sites).some((word) => said.has(word)))
}

function ownWords({ name }: Site, sites: Site[]): string[] {
  const others = new Set(sites.flatMap((other) => (other.name === name ? [] : plainWords(other.name).split(' '))))
  return plainWords(name)
    .split(' ')
    .filter((word) => word.length > 3 && !others.has(word))
}
