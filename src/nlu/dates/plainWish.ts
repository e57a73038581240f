import { normalise } from '../normalise.ts'
import { fullShortDays } from './shortDays.ts'

/** Each line a word and the ways it is typed. */
const typed = `
tomorrow: 2moro 2morrow 2mrw 2mo tmrw tmr tmw tmoz tomo tomoz tomorro tommorow tommorrow tomorow tomorrows tomoro tmoro tmorrow tomozza
today: 2day tday
tonight: 2nite tonite 2night
yesterday: yday yest yesterdy
monday: mondy munday mon.
tuesday: tue tues teusday tuseday tusday tuesdy
wednesday: wed weds wensday wendsday wednesdy wedensday wednsday wednsdy
thursday: thu thur thurs thrusday thursdy thirsday
friday: fri frid fryday firday fridy
saturday: satday saterday satuday satdy
sunday: sundy
mondays: mons
tuesdays: tuesdys
thursdays: thurs'
fridays: fris
saturdays: sats
january: janurary janruary januray jan'
february: feburary febuary febury febr
september: sept sep
october: oct
november: nov
december: dec decmber
august: aug
july: jul
week: wk weeek
weeks: wks
weekend: wkend wknd w/e
weekends: wkends wknds
fortnight: fortnite 4tnite fortnights
morning: mornin morn mornig moring am.
mornings: morns
afternoon: arvo aft aftn afternon aftenoon afternoo
evening: eve evenin eves
before: b4 befor bfore befre
after: aftr afta
until: til till untill untl till
between: btwn btween inbetween betwen
next: nxt
weekday: wkday
weekdays: wkdays
christmas: xmas chrimbo crimbo crimbus christmass chrismas christams
because: cos coz cuz bcos bc becos
please: pls plz plse
appointment: appt apt apointment
possible: poss posible
earliest: earlist
school: skool
not: nt
and: n nd
or: ore
can: cn
cant: cannot carnt cannae cnt
`

const fullWords = new Map<string, string>()
for (const line of typed.trim().split('\n')) {
  const [full = '', ways = ''] = line.split(': ')
  for (const way of ways.split(' ')) fullWords.set(way, full)
}

/** Long words of which a slip is forgiven. "Easter" is not among them: it lies too near to "faster" and "eastern". */
const forgiving = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'september',
  'october',
  'november',
  'december',
  'tomorrow',
  'morning',
  'afternoon',
  'evening',
  'christmas',
  'fortnight',
  'weekend',
  'weekday',
]
const forgivingLists = forgiving.flatMap((word) => [word, `${word}s`])
const asTheyStand = new Set([...forgivingLists, 'mourning', 'moaning', 'sundry', 'warning', 'weekened', 'morningside'])

/** The text as the rules expect it: plain words without apostrophes, short forms in full, and only `. , - / :` left of the marks. */
export function plainWish(text: string): string {
  const plain = normalise(text)
    .replace(/o' ?clock|\bo clock\b/g, 'oclock')
    .replace(/'/g, '')
    .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
    .replace(/\bw\/c\b/g, 'week commencing')
    .replace(/\s&\s|&/g, ' and ')
    .replace(/[()[\]"]/g, ' , ')
    .replace(/[?!;…]+/g, ' . ')
    .replace(/(\d)(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/g, '$1 ')
    .replace(/[a-z\d]+(?:\/e\b)?/g, (word) => fullWord(word))
    .replace(/ +/g, ' ')
    .trim()
  return fullShortDays(plain)
}

function fullWord(word: string): string {
  const known = fullWords.get(word)
  if (known) return known
  if (word.length < 6 || asTheyStand.has(word)) return word
  return forgivingLists.find((meant) => isOneSlipFrom(word, meant)) ?? word
}

/** One letter left out, put in or changed, or two neighbours swapped; the first letter is right. */
function isOneSlipFrom(word: string, meant: string): boolean {
  if (word[0] !== meant[0] || Math.abs(word.length - meant.length) > 1) return false
  let same = 0
  while (same < word.length && word[same] === meant[same]) same++
  const [typed, left] = [word.slice(same), meant.slice(same)]
  const swapped = typed[0] === left[1] && typed[1] === left[0] && typed.slice(2) === left.slice(2)
  return typed.slice(1) === left.slice(1) || typed.slice(1) === left || typed === left.slice(1) || swapped
}
