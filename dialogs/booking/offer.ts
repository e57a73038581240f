import type { Place } from '../../src/booking/appointment.ts'
import type { ShownPlace } from '../../src/conversation/bookingTalk.ts'
import type { Choice } from '../../src/conversation/session.ts'
import { PERSON } from '../choices.ts'
import { say } from '../say.ts'
import { KEEP, LEAVE, OTHER_DAY, OTHER_PLACE, OTHER_TIME, takeChoice } from './bookingChoices.ts'
import type { BookingTurn } from './bookingTurn.ts'
import { placeLines } from './offerWords.ts'
import { sayWhenAndWhere, shortWhen } from './sayWhen.ts'

/** So many at most are shown side by side. */
const SHOWN = 3

/** Looks for places as she wants them, holds them, and offers them: one to say yes to, or several that differ. `before` is said first. */
export async function offer(b: BookingTurn, { count = 1, before = '' } = {}): Promise<void> {
  const { turn, talk, appointments, person } = b
  const { context, facts } = turn
  talk.asking = 'offer'
  delete talk.chosen
  delete talk.readings
  talk.passed = [...new Set([...talk.passed, ...talk.shown.map(({ placeId }) => placeId)])].slice(-50)
  const { wish, site, notSites, passed } = talk
  const needs = talk.needs ?? person.needs
  const wanted = { conversationId: turn.conversationId, participant: person, wish, notSites, needs, passed, ...(site && { site }) }
  const offers = await appointments.offer({ ...wanted, count })
  if (offers.kind === 'none') {
    talk.shown = []
    return say(
      context,
      `${before ? `${before} ` : ''}I have no appointment to offer at the moment. I can pass this to the team, who may have others, or you can ring ${facts.phone} (${facts.hours}).`,
      [PERSON, leaveChoice(b)],
    )
  }
  talk.shown = offers.places.map(shown)
  const asWished =
    offers.kind === 'nearest' ? `I am sorry, I have nothing ${await whatWasWished(b, offers.places)}. The nearest I have is this.` : ''
  await show(b, offers.places, [before, asWished].filter(Boolean).join(' '))
}

/** What nothing was found for: the place she named where none of these is there, else the days and times. */
async function whatWasWished({ turn, talk, appointments }: BookingTurn, places: Place[]): Promise<string> {
  const named = talk.site && (await appointments.sites()).find(({ code }) => code === talk.site)
  if (named && places.every(({ site }) => site.code !== named.code)) return `at ${named.name}`
  const { wish } = talk
  const says = [wish.days, wish.weekdays, wish.notWeekdays, wish.times, wish.notTimes, wish.alternatives ?? []].some(
    (part) => part.length > 0,
  )
  return says ? `for ${appointments.describeWish({ ...wish, notDays: [] }, turn.deps.clock.now())}` : 'else like that'
}

/** Asks again about what is shown, after something else was talked about. */
export async function offerAgain(b: BookingTurn): Promise<void> {
  const { turn, talk, appointments } = b
  const sites = await appointments.sites()
  const places = talk.shown.flatMap(({ placeId, startsAt, site }): Place[] => {
    const found = sites.find(({ code }) => code === site)
    return found ? [{ placeId, startsAt: new Date(startsAt), site: found, double: false }] : []
  })
  const now = turn.deps.clock.now().toJSDate()
  if (places.length === 0 || places.some(({ startsAt }) => startsAt <= now)) return offer(b)
  await show(b, places, turn.context.responded ? 'Back to your appointment.' : '')
}

async function show(b: BookingTurn, places: Place[], before: string): Promise<void> {
  const { turn, talk } = b
  const now = turn.deps.clock.now()
  const [only, ...others] = places
  if (!only) return
  const opening = before ? `${before}\n\n` : ''
  const asks = talk.goal === 'change' ? 'Shall I change your appointment to this one?' : 'Shall I book it for you?'
  if (others.length === 0)
    return say(turn.context, `${opening}I can offer you:\n\n${placeLines(only, now)}\n\n${asks}`, [
      takeChoice(talk.goal === 'change' ? 'Yes, change it' : 'Yes, book it', only.placeId),
      OTHER_DAY,
      OTHER_TIME,
      OTHER_PLACE,
      leaveChoice(b),
    ])
  const listed = places.map((place) => `• ${sayWhenAndWhere(place, now)}`).join('\n')
  await say(
    turn.context,
    `${opening}Which of these would suit you?\n\n${listed}\n\nOr tell me what does, such as “after 4”, “not Mondays” or “week after next”.`,
    [...places.slice(0, SHOWN).map((place) => takeChoice(shortWhen(place), place.placeId)), OTHER_DAY, OTHER_PLACE, leaveChoice(b)],
  )
}

export const leaveChoice = ({ talk }: BookingTurn): Choice => (talk.goal === 'change' ? KEEP : LEAVE)

const shown = ({ placeId, startsAt, site }: Place): ShownPlace => ({ placeId, startsAt: startsAt.toISOString(), site: site.code })
