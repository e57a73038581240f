import type { Appointments, Doing } from '../../dialogs/booking/appointments.ts'
import type { Appointment } from '../booking/appointment.ts'
import { windowsOf } from '../booking/availability.ts'
import type { Act } from '../booking/diary.ts'
import { findOffers } from '../booking/findOffers.ts'
import type { Participant } from '../booking/participant.ts'
import { createPostgresDiary } from '../booking/postgresDiary.ts'
import { createPostgresParticipants } from '../booking/postgresParticipants.ts'
import { createPostgresRequests } from '../booking/postgresRequests.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import { createPostgresCheckedPeople } from '../identity/postgresCheckedPeople.ts'
import { createPostgresCheckLinks } from '../identity/postgresCheckLinks.ts'
import type { Clock } from '../kernel/clock.ts'
import { combineWishes } from '../nlu/dates/combineWishes.ts'
import { describeWish } from '../nlu/dates/describeWish.ts'
import { readWish } from '../nlu/dates/readWish.ts'
import type { Stores } from './openStores.ts'

/** The one programme that is booked here. */
const PROGRAMME = 'breast'

/** What is told outside the chat about an appointment: planned when it is made or changed, and in what words she is told of that. */
export type Telling = {
  appointmentChanged(): Promise<void>
  toldBy(participant: Participant): Promise<string>
  calendarLink(appointment: Appointment): string
}

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  clock: Clock
  /** Where people reach the service. */
  address: { url: string }
  facts: () => Promise<ServiceFacts>
  telling: () => Telling
}

/** The diary, the invited people and who was checked, as the dialogs use them. */
export function openAppointments({ stores: { database, sealer }, clock, address, facts, telling }: Deps) {
  const { db } = database
  const diary = createPostgresDiary({ db, clock })
  const participants = createPostgresParticipants({ db, sealer })
  const requests = createPostgresRequests({ db, sealer, clock })
  const links = createPostgresCheckLinks(db, sealer)
  const people = createPostgresCheckedPeople(db)
  const now = () => clock.now().toJSDate()
  const act = ({ conversationId, eventKey }: Pick<Doing, 'conversationId' | 'eventKey'>, what: string): Act => ({
    key: `${eventKey}:${what}`,
    author: { kind: 'patient' },
    at: now(),
    conversationId,
  })

  /** An appointment that is over, of which nobody has said what became of it: it stands in nobody's way. */
  async function overButStanding(participantId: string): Promise<Appointment | undefined> {
    const all = await diary.of(participantId, PROGRAMME)
    return all.find(({ status, startsAt }) => (status === 'booked' || status === 'confirmed') && startsAt <= now())
  }

  const appointments: Appointments = {
    isOpen: async () => (await diary.sites(PROGRAMME)).length > 0,
    checkLink: async (conversationId) => `${address.url}/check/${await links.create(conversationId, now())}`,
    async personOf(conversationId) {
      const person = await people.current(conversationId, now())
      return person && participants.get(person.participantId)
    },
    forget: (conversationId) => people.drop(conversationId, now()),
    sites: () => diary.sites(PROGRAMME),
    offer({ participant, wish, ...wanted }) {
      const { outcode, lastSiteCode } = participant
      const home = { ...(outcode && { outcode }), ...(lastSiteCode && { lastSiteCode }) }
      return findOffers({ diary, now: now() }, { ...wanted, ...home, programme: PROGRAMME, when: wish })
    },
    letGo: (conversationId) => diary.letGo(conversationId),
    async of({ id }) {
      const all = await diary.of(id, PROGRAMME)
      const live = all.find(({ status, startsAt }) => (status === 'booked' || status === 'confirmed') && startsAt > now())
      const asked = all.find(({ status }) => status === 'asked')
      return { ...(live && { live }), ...(asked && { asked }) }
    },
    async book(doing, placeId, needs, replacing) {
      const asked = (await facts()).booking === 'request'
      const { participant } = doing
      const booking = { ...act(doing, 'book'), participantId: participant.id, programme: PROGRAMME, placeId, needs: [...needs], asked }
      const outcome = await diary.book(booking, replacing?.id ?? (await overButStanding(participant.id))?.id)
      if (outcome.kind !== 'booked') return outcome
      const { appointment } = outcome
      if (asked)
        await requests.add({
          key: `${booking.key}:confirm`,
          kind: 'confirmAppointment',
          conversationId: doing.conversationId,
          participantId: participant.id,
          appointmentId: appointment.id,
        })
      await requests.withdrawStale(participant.id)
      await telling().appointmentChanged()
      return outcome
    },
    async cancel(doing, appointmentId, reason) {
      if ((await diary.get(appointmentId))?.participantId !== doing.participant.id) return { kind: 'notLive' }
      const outcome = await diary.cancel(appointmentId, reason, act(doing, 'cancel'))
      if (outcome.kind !== 'cancelled') return outcome
      await requests.withdrawStale(doing.participant.id)
      await telling().appointmentChanged()
      return outcome
    },
    async request({ conversationId, eventKey, participant }, kind, details) {
      await requests.add({
        key: `${eventKey}:${kind}`,
        kind,
        conversationId,
        ...(participant && { participantId: participant.id }),
        ...(details && { details }),
      })
    },
    toldBy: (participant) => telling().toldBy(participant),
    calendarLink: (appointment) => telling().calendarLink(appointment),
    readWish,
    combineWishes,
    fits: (wish, at, timeZone) => windowsOf(wish, { from: at, until: new Date(at.getTime() + 60_000), timeZone }).length > 0,
    describeWish,
  }
  return { appointments, diary, participants, links, people }
}
