import { DateTime } from 'luxon'
import type { Appointment } from '../../src/booking/appointment.ts'
import type { BookingTalk } from '../../src/conversation/bookingTalk.ts'
import type { Wish } from '../../src/nlu/dates/wish.ts'
import { PERSON } from '../choices.ts'
import { say } from '../say.ts'
import type { Said, Turn } from '../turn.ts'
import { endWalk } from '../walkThrough.ts'
import { readYesOrNo } from '../yesOrNo.ts'
import { bookChosen } from './bookChosen.ts'
import { CHANGE, KEEP, whenIn } from './bookingChoices.ts'
import { type BookingTurn, bookingTurn, endBooking } from './bookingTurn.ts'
import { askHowToCancel, readHowToCancel } from './cancelQuestion.ts'
import { handToStaff } from './handToStaff.ts'
import { askNeeds, askWhetherClear, readNeedsAnswer, readWhetherClear } from './needsQuestion.ts'
import { offer, offerAgain } from './offer.ts'
import { type Heard, hearWish, readOffer } from './readOffer.ts'
import { sayWhenAndWhere } from './sayWhen.ts'
import { tellWhere } from './tellWhere.ts'
import { askWho, readSinceChecked, readWho } from './whoQuestion.ts'

const ANY_TIME = { days: [], notDays: [], weekdays: [], notWeekdays: [], times: [], notTimes: [] }

/** Begins to talk about an appointment; what she has said of days and times so far counts. `before` is said first. */
export async function beginBooking(turn: Turn, goal: BookingTalk['goal'], text = '', before = ''): Promise<void> {
  const { deps, session, facts } = turn
  const { wish, needs, site } = session.booking ?? { wish: ANY_TIME }
  await endBooking(turn)
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

/** Asks what comes next, or does it: the first thing that is not known yet. */
export async function goOn(turn: Turn, before = ''): Promise<void> {
  const talk = turn.session.booking
  if (!talk) return
  const b = await bookingTurn(turn, talk)
  if (!b) return askWho(turn, talk, before)
  const { live, asked } = await b.appointments.of(b.person)
  if (b.person.staffOnly === 'deceased') return void (await handToStaff(b, 'deceased'))
  if (talk.goal === 'where') return tellWhere(b)
  if (toldOfSymptom(turn) && talk.goal !== 'cancel') return void (await handToStaff(b, 'symptom'))
  if (b.person.staffOnly && talk.goal !== 'cancel') return void (await handToStaff(b, b.person.staffOnly))
  if (talk.chosen && live?.placeId === talk.chosen.placeId) return bookChosen(b)
  if (talk.goal === 'cancel') return live || asked ? askHowToCancel(b, (live ?? asked) as Appointment, asked) : nothingToCancel(turn)
  if (talk.goal === 'book' && live) return askWhetherToChange(b, live)
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

/** A change in a breast is for a GP, and what becomes of her appointment for people. */
function toldOfSymptom({ session, deps }: Turn): boolean {
  if (!session.symptomSince) return false
  return deps.clock.now().diff(DateTime.fromISO(session.symptomSince), 'days').days < SYMPTOM_DAYS
}

/** Gives the talk about an appointment what was said. `unread`: it belongs to something else. */
export async function hearBooking(turn: Turn, said: Said): Promise<Heard> {
  const talk = turn.session.booking
  if (!talk) return 'unread'
  if (said.value === KEEP.value) {
    await leaveBooking(turn)
    return 'said'
  }
  const b = await bookingTurn(turn, talk)
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
  if (!b) return remindOfPage(turn)
  if (talk.asking === 'offer' && !talk.chosen) return offerAgain(b)
  await goOn(turn)
}

/** Goes back by one question; false when none is open. */
export async function goBackInBooking(turn: Turn): Promise<boolean> {
  const talk = turn.session.booking
  if (!talk) return false
  if (talk.asking === 'clear') delete talk.needs
  else delete talk.chosen
  await askBookingAgain(turn)
  return true
}

async function leaveBooking(turn: Turn): Promise<void> {
  const { deps, conversationId, context } = turn
  const person = await deps.appointments.personOf(conversationId)
  const live = person && (await deps.appointments.of(person)).live
  await endBooking(turn)
  const kept = live ? `You keep ${sayWhenAndWhere(live, deps.clock.now())}.` : 'Nothing has been booked.'
  await say(context, `All right. ${kept} You can come back to it here whenever you like.`, [PERSON])
}

async function remindOfPage({ context }: Turn): Promise<void> {
  await say(context, 'When you are ready, the link above takes you to the page. I carry on here as soon as you have been there.')
}

async function nothingToCancel(turn: Turn): Promise<void> {
  await endBooking(turn)
  await say(
    turn.context,
    'I can find no appointment for you that is still to come, so there is nothing to cancel. If a letter says otherwise, please ask for a person.',
    [PERSON],
  )
}

async function askWhetherToChange({ turn, talk }: BookingTurn, live: Appointment): Promise<void> {
  talk.asking = 'hasOne'
  await say(
    turn.context,
    `You have an appointment already: ${sayWhenAndWhere(live, turn.deps.clock.now())}. Would you like to change it?`,
    [CHANGE, KEEP],
  )
}

async function readWhetherToChange(b: BookingTurn, said: Said): Promise<Heard> {
  const answer = said.value === undefined ? readYesOrNo(said.text) : undefined
  if (answer === 'no') {
    await leaveBooking(b.turn)
    return 'said'
  }
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
