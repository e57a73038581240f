import { DateTime } from 'luxon'
import type { Appointment } from '../../src/booking/appointment.ts'
import type { Participant, StaffOnly } from '../../src/booking/participant.ts'
import type { BookingTalk } from '../../src/conversation/bookingTalk.ts'
import type { Wish } from '../../src/nlu/dates/wish.ts'
import { PERSON } from '../choices.ts'
import { say, sayAtOnce } from '../say.ts'
import type { Said, Turn } from '../turn.ts'
import { endWalk } from '../walkThrough.ts'
import { readYesOrNo } from '../yesOrNo.ts'
import { bookChosen } from './bookChosen.ts'
import { CHANGE, KEEP, NEW_LINK, NO_LETTER, whenIn } from './bookingChoices.ts'
import { type BookingTurn, bookingTurn, endBooking } from './bookingTurn.ts'
import { askHowToCancel, readHowToCancel } from './cancelQuestion.ts'
import { handToStaff } from './handToStaff.ts'
import { leaveBooking } from './leaveBooking.ts'
import { askNeeds, askOtherNeed, askWhetherClear, readNeedsAnswer, readOtherNeed, readWhetherClear } from './needsQuestion.ts'
import { offer, offerAgain } from './offer.ts'
import { type Heard, hearWish, readOffer, takesNamed } from './readOffer.ts'
import { sayWhenAndWhere } from './sayWhen.ts'
import { tellWhere } from './tellWhere.ts'
import { askWho, readSinceChecked, readWho } from './whoQuestion.ts'

const ANY_TIME = { days: [], notDays: [], weekdays: [], notWeekdays: [], times: [], notTimes: [] }

/** Begins to talk about an appointment; what she has said of days and times so far counts. `before` is said first. */
export async function beginBooking(turn: Turn, goal: BookingTalk['goal'], text = '', before = ''): Promise<void> {
  const { deps, session, facts } = turn
  const { wish, needs, site } = session.booking ?? { wish: ANY_TIME }
  await endBooking(turn)
  await turn.dialogs.cancelAllDialogs()
  endWalk(turn)
  const reading = text ? deps.appointments.readWish(text, deps.clock.now().setZone(facts.timeZone)) : undefined
  session.booking = {
    goal,
    wish: reading?.kind === 'wish' ? deps.appointments.combineWishes(wish, reading.wish) : wish,
    ...(needs && { needs }),
    ...(site && { site }),
    notSites: [],
    shown: [],
    passed: [],
  }
  await goOn(turn, before)
}

const LONGEST_PAUSE_HOURS = 24

/** A talk that was left a day ago is over: what she writes now is something new. */
export async function endOldBooking(turn: Turn): Promise<void> {
  const { session, deps } = turn
  if (!session.booking || !session.lastSeenAt) return
  if (deps.clock.now().diff(DateTime.fromISO(session.lastSeenAt), 'hours').hours >= LONGEST_PAUSE_HOURS) await endBooking(turn)
}

/** Asks what comes next, or does it: the first thing that is not known yet. */
export async function goOn(turn: Turn, before = ''): Promise<void> {
  const talk = turn.session.booking
  if (!talk) return
  const b = await bookingTurn(turn, talk)
  if (!b) return askWho(turn, talk, before)
  const { live, asked } = await b.appointments.of(b.person)
  if (b.person.staffOnly === 'deceased') return void (await handToStaff(b, 'deceased'))
  if (talk.goal === 'where') return tellWhere(b)
  const why = offersPlaces(talk) && mayNotBook(turn, b.person)
  if (why) return void (await handToStaff(b, why))
  if (talk.chosen && live?.placeId === talk.chosen.placeId) return bookChosen(b)
  if (talk.goal === 'cancel') return live || asked ? askHowToCancel(b, (live ?? asked) as Appointment, asked) : nothingToCancel(turn)
  if (talk.goal === 'book' && live) return askWhetherToChange(b, live, before)
  if (talk.goal === 'change' && !live && !asked && !talk.chosen) {
    talk.goal = 'book'
    return offer(b, { before: `${before} I can find no appointment for you that is still to come, but I can book one.`.trim() })
  }
  const kept =
    talk.goal === 'change' && live
      ? `Your appointment is ${sayWhenAndWhere(live, turn.deps.clock.now())}. You keep it until the new one is certain.`
      : ''
  if (!talk.chosen) return offer(b, { before: [before, kept].filter(Boolean).join(' ') })
  if (!talk.needs) return askNeeds(b)
  if (!talk.clear) return askWhetherClear(b)
  await bookChosen(b)
}

const SYMPTOM_DAYS = 90

const offersPlaces = ({ goal }: BookingTalk): boolean => goal === 'book' || goal === 'change'

/** Why a bot leaves her appointment to people: a change in a breast is for a GP first; and what is on record. */
function mayNotBook({ session, deps }: Turn, { staffOnly }: Participant): StaffOnly | 'symptom' | undefined {
  const told = session.symptomSince && deps.clock.now().diff(DateTime.fromISO(session.symptomSince), 'days').days < SYMPTOM_DAYS
  return told ? 'symptom' : staffOnly
}

/** Gives the talk about an appointment what was said. `unread`: it belongs to something else. */
export async function hearBooking(turn: Turn, said: Said): Promise<Heard> {
  const talk = turn.session.booking
  if (!talk) return 'unread'
  if (said.value === KEEP.value) return leaveBooking(turn)
  const b = await bookingTurn(turn, talk)
  const why = b && offersPlaces(talk) && mayNotBook(turn, b.person)
  if (b && why) return handToStaff(b, why)
  if (!b && talk.asking !== 'who' && (said.value !== undefined || readYesOrNo(said.text))) {
    await askWho(turn, talk)
    return 'said'
  }
  const reading = talk.readings?.[whenIn(said.value) ?? -1]
  if (b && reading) return takeReading(b, reading.wish)
  const heard = b ? await hearQuestion(b, said) : await readWho(turn, talk, said)
  if (heard === 'goOn') await goOn(turn)
  return heard
}

async function hearQuestion(b: BookingTurn, said: Said): Promise<Heard> {
  switch (b.talk.asking) {
    case 'who':
      return readSinceChecked(b, said)
    case 'hasOne':
      return readWhetherToChange(b, said)
    case 'cancel':
      return readHowToCancel(b, said)
    case 'needs':
      return readOr(b, said, readNeedsAnswer)
    case 'otherNeed':
      return readOtherNeed(b, said)
    case 'clear':
      return readOr(b, said, readWhetherClear)
    default:
      return readOffer(b, said)
  }
}

/** What she meant, of the days that her words could mean. */
async function takeReading(b: BookingTurn, wish: Wish): Promise<Heard> {
  const { talk, appointments } = b
  if (talk.goal === 'cancel' || talk.asking === 'hasOne') talk.goal = 'change'
  if (takesNamed(b, wish, true)) {
    await goOn(b.turn)
    return 'goOn'
  }
  talk.wish = appointments.combineWishes(talk.wish, wish)
  await offer(b)
  return 'said'
}

/** A tap on an earlier offer, or another day in words, is heard at the later questions too: one answer can be changed without starting again. */
async function readOr(b: BookingTurn, said: Said, read: (b: BookingTurn, said: Said) => Promise<Heard>): Promise<Heard> {
  const heard = await read(b, said)
  return heard === 'unread' ? readOffer(b, said) : heard
}

/** Asks the open question again. */
export async function askBookingAgain(turn: Turn): Promise<void> {
  const talk = turn.session.booking
  if (!talk) return
  const b = await bookingTurn(turn, talk)
  if (!b) return talk.asking === 'who' ? remindOfPage(turn) : askWho(turn, talk)
  if (talk.asking === 'offer' && !talk.chosen) return offerAgain(b)
  if (talk.asking === 'otherNeed') return askOtherNeed(b)
  await goOn(turn)
}

/** Goes back by one question; false when none is open. */
export async function goBackInBooking(turn: Turn): Promise<boolean> {
  const talk = turn.session.booking
  if (!talk) return false
  if (talk.asking === 'clear') delete talk.needs
  else {
    delete talk.chosen
    talk.asking = 'offer'
  }
  await askBookingAgain(turn)
  return true
}

async function remindOfPage({ context }: Turn): Promise<void> {
  await sayAtOnce(context, 'When you are ready, the link above takes you to the page. I carry on here as soon as you have been there.', [
    NEW_LINK,
    NO_LETTER,
    PERSON,
  ])
}

async function nothingToCancel(turn: Turn): Promise<void> {
  await endBooking(turn)
  await say(
    turn.context,
    'I can find no appointment for you that is still to come, so there is nothing to cancel. If a letter says otherwise, please ask for a person.',
    [PERSON],
  )
}

async function askWhetherToChange({ turn, talk }: BookingTurn, live: Appointment, before: string): Promise<void> {
  talk.asking = 'hasOne'
  await say(
    turn.context,
    `${before && `${before} `}You have an appointment already: ${sayWhenAndWhere(live, turn.deps.clock.now())}. Would you like to change it?`,
    [CHANGE, KEEP],
  )
}

async function readWhetherToChange(b: BookingTurn, said: Said): Promise<Heard> {
  const answer = said.value === undefined ? readYesOrNo(said.text) : undefined
  if (answer === 'no') return leaveBooking(b.turn)
  if (said.value === CHANGE.value || answer === 'yes') {
    b.talk.goal = 'change'
    return 'goOn'
  }
  if (said.value !== undefined) return 'unread'
  b.talk.goal = 'change'
  const heard = await hearWish(b, said.text)
  if (heard === 'unread') b.talk.goal = 'book'
  return heard
}
