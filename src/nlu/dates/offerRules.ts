import { dayInWords, oneDay, weekOf } from './calendar.ts'
import { addDays } from './intervals.ts'
import { ABOUT } from './namedTime.ts'
import type { Moment, Piece, Rule } from './piece.ts'
import { DAY_END } from './wish.ts'
import { count, countOf, weekday, weekdayNumber } from './words.ts'

type Offer = NonNullable<Moment['offered']>
const fromOffer = (pattern: string, read: (found: (string | undefined)[], offer: Offer, moment: Moment) => Piece[] | undefined): Rule => ({
  pattern,
  read: (found, moment) => (moment.offered ? read(found, moment.offered, moment) : undefined),
})
const thatDay = '(?:(?:on )?(?:that|the same|same) (?:same )?day)'
const bit = '(?:a )?(?:bit|little|little bit|slightly|tad|touch|lot|much)'

/** What is said in view of the appointment that is talked about. */
export const offerRules: Rule[] = [
  fromOffer(`(?:at )?(?:the )?same time(?:,)?(?: but)?(?: on)?(?: the)? ${weekday}(?!s)(?! week| next)`, ([, name], offer, moment) => [
    ...on(inWeekOf(offer.day, weekdayNumber(name), moment.today)),
    ...timed(offer.minute, offer.minute + ABOUT),
  ]),
  fromOffer('(?:at )?(?:the )?same time(?: of (?:the )?day)?', (_, offer) => timed(offer.minute, offer.minute + ABOUT)),
  fromOffer(`(?:half an|½ an) hour (later|after|earlier|before)`, ([, way], offer) => shifted(offer, 30, way)),
  fromOffer(
    `${count} (hours?|minutes|mins) (later|after|earlier|before|sooner)(?: that day| on the same day)?`,
    ([, number, unit = '', way], offer) => shifted(offer, /^h/.test(unit) ? countOf(number) * 60 : countOf(number), way),
  ),
  fromOffer(`(?:the )?same day(?:,)? (?:the )?(next|following) week`, (_, offer) => on(addDays(offer.day, 7))),
  fromOffer(
    `${count} (days?|weeks?)(?: or so)? (later|after|earlier|before|sooner)(?! (?:the |\\d|[a-z]+day|christmas|easter))`,
    ([, number, unit = '', way = ''], offer, { today }) => {
      const day = addDays(offer.day, countOf(number) * (/^w/.test(unit) ? 7 : 1) * (isLater(way) ? 1 : -1))
      return day < today ? undefined : on(day)
    },
  ),
  fromOffer(
    '(?:the )?(?:week after|following week|week later)(?! (?:next|the |\\d|[a-z]+day|christmas|easter|that one))(?: that)?',
    (_, offer, { today }) => [{ kind: 'days', days: [notBefore(today, weekOf(addDays(offer.day, 7)))] }],
  ),
  fromOffer(
    '(?:the )?(?:week before|previous week|week earlier)(?! (?:next|the |\\d|[a-z]+day|christmas|easter))(?: that)?',
    (_, offer, { today }) => {
      const week = weekOf(addDays(offer.day, -7))
      return week.to < today ? undefined : [{ kind: 'days', days: [notBefore(today, week)] }]
    },
  ),
  fromOffer('(?:the )?(?:same|that)(?: same)? week', (_, offer, { today }) => [
    { kind: 'days', days: [notBefore(today, weekOf(offer.day))] },
  ]),
  fromOffer(
    '(?:the )?(?:day after|next day|following day|day later)(?! (?:tomorrow|the |my |i |we |\\d|[a-z]+day|christmas|boxing|easter|new))(?: that)?',
    (_, offer) => on(addDays(offer.day, 1)),
  ),
  fromOffer(
    '(?:the )?(?:day before|previous day|day earlier)(?! (?:yesterday|the |my |i |we |\\d|[a-z]+day|christmas|easter|new))(?: that)?',
    (_, offer, { today }) => (addDays(offer.day, -1) < today ? undefined : on(addDays(offer.day, -1))),
  ),
  fromOffer(
    `${thatDay}(?:,)?(?: but)?(?: just)?(?: ${bit})? (later|earlier)(?: on)?|(?:${bit} )?(later|earlier)(?: on)? (?:that|the same|on the same|in the) day`,
    ([, a, b], offer) => [...on(offer.day), ...(beyond(offer, a ?? b) ?? [])],
  ),
  fromOffer(thatDay, (_, offer) => on(offer.day)),
  fromOffer('(?:the )?other days?(?: please)?|(?:(?:a|another) )(?:different )?(?:day|date)|a different (?:day|date)', (_, offer) => [
    { kind: 'not' },
    ...on(offer.day),
    { kind: 'stop' },
  ]),
  fromOffer('(?:a|another) (?:different )?time', () => undefined),
  fromOffer('(?:a |any )?(later|earlier|sooner)(?: on)? (?:in|that|the same) (?:the )?week', ([, way = ''], offer, { today }) => {
    const week = weekOf(offer.day)
    const days = isLater(way)
      ? { from: addDays(offer.day, 1), to: week.to }
      : notBefore(today, { from: week.from, to: addDays(offer.day, -1) })
    return days.from > days.to ? undefined : [{ kind: 'days', days: [days] }]
  }),
  fromOffer(`(?:an? |any |${bit} )*(later|earlier)(?: on)? times?|(?:an? |any )?times? (?:${bit} )?(later|earlier)`, ([, a, b], offer) =>
    beyond(offer, a ?? b),
  ),
  fromOffer(
    `(?:an? |any |${bit} )*(later|earlier|sooner) (?:dates?|days?)|(?:${bit} )?(sooner)(?: one| appointment| slot)?(?! than)`,
    ([, a, b], offer, { today }) => aside(offer, a ?? b, today),
  ),
  fromOffer(
    '(?:is |thats |its |that is |this is )*too (early|late)(?: in the (day|morning|afternoon|evening))?',
    ([, way, inDay], offer, { today }) =>
      inDay ? beyond(offer, way === 'early' ? 'later' : 'earlier') : eitherWay(offer, way === 'early' ? 'later' : 'earlier', today),
  ),
  fromOffer('(?:is |thats |its |that is |this is )*too soon', (_, offer, { today }) => aside(offer, 'later', today)),
  fromOffer('(?:is |thats |its )*too (?:far (?:off|away|ahead)|long to wait|far in the future)', (_, offer, { today }) =>
    aside(offer, 'earlier', today),
  ),
  fromOffer(
    `(?:anything|something|any|one|slots?|appointments?|an|a|${bit}|make it|be|go|do|move it|have|want|need|bring it)(?: ${bit})? (later|earlier)(?! than| (?:in|on|that|next|this|morning|afternoon|today|next))(?: one| slots?| appointments?| on| please)?|^(later|earlier)(?: please| one| on)?$`,
    ([, a, b], offer, { today }) => eitherWay(offer, a ?? b, today),
  ),
]

const isLater = (way = ''): boolean => way === 'later' || way === 'after'
const on = (day: string): Piece[] => [{ kind: 'days', days: [oneDay(day)] }]
const timed = (from: number, to: number): Piece[] => [{ kind: 'times', times: [{ from, to: Math.min(to, DAY_END) }] }]
const notBefore = (today: string, { from, to }: { from: string; to: string }) => ({ from: from < today && to >= today ? today : from, to })

function inWeekOf(day: string, weekday: number, today: string): string {
  const found = addDays(weekOf(day).from, weekday - 1)
  return found < today ? addDays(found, 7) : found
}

function shifted(offer: Offer, minutes: number, way?: string): Piece[] | undefined {
  const minute = offer.minute + (isLater(way) ? minutes : -minutes)
  return minute < 0 || minute >= DAY_END ? undefined : [...on(offer.day), ...timed(minute, minute + ABOUT)]
}

function beyond({ minute }: Offer, way?: string): Piece[] | undefined {
  if (isLater(way)) return minute + 1 < DAY_END ? timed(minute + 1, DAY_END) : undefined
  return minute > 0 ? timed(0, minute) : undefined
}

function aside({ day }: Offer, way: string | undefined, today: string): Piece[] | undefined {
  if (isLater(way)) return [{ kind: 'days', days: [{ from: addDays(day, 1), to: '9999-12-31' }] }]
  return day > today ? [{ kind: 'days', days: [{ from: today, to: addDays(day, -1) }] }] : undefined
}

/** "Anything later?" may ask for another hour or another day. */
function eitherWay(offer: Offer, way: string | undefined, today: string): Piece[] | undefined {
  const [days, times] = [aside(offer, way, today)?.[0], beyond(offer, way)?.[0]]
  if (days?.kind !== 'days' || times?.kind !== 'times') return times ? [...on(offer.day), times] : undefined
  const day = dayInWords(offer.day, today)
  return [
    {
      kind: 'unclear',
      readings: [
        { said: `${isLater(way) ? 'later' : 'earlier'} on ${day}`, days: [oneDay(offer.day)], times: times.times },
        { said: `a day ${isLater(way) ? 'after' : 'before'} ${day}`, days: days.days },
      ],
    },
  ]
}
