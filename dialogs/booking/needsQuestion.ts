import type { Need } from '../../src/booking/need.ts'
import { plainWords } from '../plainWords.ts'
import { say } from '../say.ts'
import type { Said } from '../turn.ts'
import { readYesOrNo } from '../yesOrNo.ts'
import { NEED_CHOICES, NONE_OF_THEM, NOTHING, ONE_OF_THEM } from './bookingChoices.ts'
import type { BookingTurn } from './bookingTurn.ts'
import { handToStaff } from './handToStaff.ts'
import { offer } from './offer.ts'
import { isForStaff, readNeeds } from './readNeeds.ts'
import type { Heard } from './readOffer.ts'

/** What asks for another kind of place: a double slot, or a site that can do it. */
const DECIDES_PLACE: Need[] = ['longer', 'stepFree', 'implants', 'device']

export async function askNeeds({ turn, talk }: BookingTurn): Promise<void> {
  talk.asking = 'needs'
  await say(turn.context, 'Is there anything that would help you at the visit? You need not say why.', [NOTHING, ...NEED_CHOICES])
}

/** Keeps what would help, beside what is on record; where it takes another kind of place, one is looked for. */
export async function readNeedsAnswer(b: BookingTurn, said: Said): Promise<Heard> {
  if (said.value === undefined && isForStaff(said.text)) return handToStaff(b, 'other')
  const tapped = NEED_CHOICES.find(({ value }) => value === said.value)
  const none = said.value === NOTHING.value || (said.value === undefined && readYesOrNo(said.text) === 'no')
  const named = tapped ? [tapped.need] : said.value === undefined ? readNeeds(said.text) : []
  if (!none && named.length === 0) return 'unread'
  const heard = await keepNeeds(b, named)
  if (tapped?.need !== 'other') return heard
  await askOtherNeed(b)
  return 'said'
}

export async function askOtherNeed({ turn, talk }: BookingTurn): Promise<void> {
  talk.asking = 'otherNeed'
  await say(turn.context, 'Please write in a few words what would help. The team reads it before you come.', [NOTHING])
}

/** What would help, in her own words, for the team to read; what we know in it decides the place too. */
export async function readOtherNeed(b: BookingTurn, said: Said): Promise<Heard> {
  if (said.value === NOTHING.value || (said.value === undefined && readYesOrNo(said.text) === 'no')) return 'goOn'
  if (said.value !== undefined) return 'unread'
  if (isForStaff(said.text)) return handToStaff(b, 'other')
  await b.appointments.request(b.doing, 'need', said.text)
  return keepNeeds(b, readNeeds(said.text))
}

/** Adds needs to what is known; says so where that changes the place. */
async function keepNeeds(b: BookingTurn, named: Need[]): Promise<Heard> {
  const { talk, person } = b
  const before = talk.needs ?? person.needs
  talk.needs = [...new Set([...before, ...named])]
  const changes = named.some((need) => DECIDES_PLACE.includes(need) && !before.includes(need))
  if (!changes) return 'goOn'
  await offer(b, { before: 'Thank you, I have noted that. It takes a place that suits, so I have looked again.' })
  return 'said'
}

/** What speaks against a mammogram now: staff look first. */
export async function askWhetherClear({ turn, talk }: BookingTurn): Promise<void> {
  talk.asking = 'clear'
  await say(
    turn.context,
    'One last question. Is any of these true for you?\n\n• You are pregnant, may be, or are breastfeeding.\n• You have had a mammogram in the last six months.\n• Both your breasts have been removed.\n• A breast clinic is looking after you, or you are in the very high risk programme.',
    [NONE_OF_THEM, ONE_OF_THEM],
  )
}

export async function readWhetherClear(b: BookingTurn, { text, value }: Said): Promise<Heard> {
  const answer = value === undefined ? readYesOrNo(text) : undefined
  if (value === ONE_OF_THEM.value || answer === 'yes' || (value === undefined && isForStaff(text))) return handToStaff(b, 'other')
  const denies = value === undefined && /^(?:no|none|nope)\b/.test(plainWords(text))
  if (value !== NONE_OF_THEM.value && answer !== 'no' && !denies) return 'unread'
  b.talk.clear = true
  return 'goOn'
}
