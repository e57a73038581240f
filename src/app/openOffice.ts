import type { Audit } from '../audit/audit.ts'
import type { Place } from '../booking/appointment.ts'
import type { Diary } from '../booking/diary.ts'
import { readNhsNumber } from '../booking/nhsNumber.ts'
import { createOfferOthers } from '../booking/offerOthers.ts'
import type { Participants } from '../booking/participant.ts'
import { createPostgresAppointmentHistory } from '../booking/postgresAppointmentHistory.ts'
import { createPostgresClinics } from '../booking/postgresClinics.ts'
import { createPostgresConversationsOf } from '../booking/postgresConversationsOf.ts'
import { createPostgresLookAtPlace } from '../booking/postgresLookAtPlace.ts'
import { readOfficeWaiting } from '../booking/postgresOfficeWaiting.ts'
import { createPostgresPeopleNames } from '../booking/postgresPeopleNames.ts'
import { createPostgresReadReason } from '../booking/postgresReadReason.ts'
import { createPostgresRebookingOffers } from '../booking/postgresRebookingOffers.ts'
import { createPostgresRequestDesk } from '../booking/postgresRequestDesk.ts'
import { createPostgresRequests } from '../booking/postgresRequests.ts'
import { createStaffBooking } from '../booking/staffBooking.ts'
import { readSxNumber } from '../booking/sxNumber.ts'
import { callBacksRoutes } from '../consoles/staff/callBacksRoutes.ts'
import { clinicsCancelRoutes } from '../consoles/staff/clinicsCancelRoutes.ts'
import { clinicsRoutes } from '../consoles/staff/clinicsRoutes.ts'
import { lettersRoutes } from '../consoles/staff/lettersRoutes.ts'
import { peopleRoutes } from '../consoles/staff/peopleRoutes.ts'
import { personBookRoutes } from '../consoles/staff/personBookRoutes.ts'
import { personCancelRoutes } from '../consoles/staff/personCancelRoutes.ts'
import { createPersonFile } from '../consoles/staff/personFile.ts'
import { personRoutes } from '../consoles/staff/personRoutes.ts'
import { requestsRoutes } from '../consoles/staff/requestsRoutes.ts'
import type { ConsoleRoutes } from '../consoles/staff/visit.ts'
import { createPostgresCallBacks } from '../handoff/postgresCallBacks.ts'
import type { TellInChat } from '../handoff/tellInChat.ts'
import { createPostgresGivenContacts } from '../identity/postgresGivenContacts.ts'
import type { Clock } from '../kernel/clock.ts'
import { describeWish } from '../nlu/dates/describeWish.ts'
import { readWish } from '../nlu/dates/readWish.ts'
import { createPostgresLetterTasks } from '../outreach/postgresLetterTasks.ts'
import { createPostgresNoticeHistory } from '../outreach/postgresNoticeHistory.ts'
import { spokenTime } from '../outreach/spokenTime.ts'
import type { WordNotice } from '../outreach/wordNotice.ts'
import type { Stores } from './openStores.ts'

/** The one programme that is booked here. */
const PROGRAMME = 'breast'

type Deps = {
  stores: Pick<Stores, 'database' | 'sealer'>
  diary: Diary
  participants: Participants
  audit: Audit
  facts: () => Promise<{ timeZone: string }>
  /** Call it when an appointment is made or ended: what is told outside the chat follows. */
  appointmentChanged: () => Promise<void>
  words: WordNotice
  /** Absent: nobody is told of a cancelled clinic in the chat. */
  tellInChat?: TellInChat
  clock: Clock
}

/** What the office does in the console: people, their appointments, requests, letters, call-backs and clinics. */
export function openOffice({ stores: { database, sealer }, diary, participants, audit, clock, words, tellInChat, ...deps }: Deps) {
  const { db } = database
  const now = () => clock.now().toJSDate()
  const { facts, appointmentChanged } = deps
  const requests = createPostgresRequests({ db, sealer, clock })
  const desk = createPostgresRequestDesk({ db, sealer, clock })
  const callBacks = createPostgresCallBacks({ db, sealer, clock })
  const clinics = createPostgresClinics(db)
  const letters = createPostgresLetterTasks(db)
  const names = createPostgresPeopleNames(db, sealer)
  const conversationsOf = createPostgresConversationsOf(db)
  const booking = createStaffBooking({ diary, requests, appointmentChanged, now })
  const offerOthers = createOfferOthers({
    clinics,
    participants,
    diary,
    offers: createPostgresRebookingOffers(db),
    tell: tellInChat,
    words: offerWords,
    now,
  })
  const file = createPersonFile({
    participants,
    given: createPostgresGivenContacts(db, sealer),
    diary,
    history: createPostgresAppointmentHistory(db),
    notices: createPostgresNoticeHistory(db),
    conversationsOf,
    requests: desk,
    callBacks,
    readReason: createPostgresReadReason(db),
    audit,
    now,
  })
  const zone = async () => (await facts()).timeZone

  async function findPerson(typed: string) {
    const [nhs, sx] = [readNhsNumber(typed), readSxNumber(typed)]
    if (!nhs && !sx) return 'unreadable' as const
    return participants.find(PROGRAMME, nhs ? { nhs } : { sx: sx ?? '' })
  }

  const isConversation = async (id: string) =>
    (await db.selectFrom('conversations').where('id', '=', id).select('id').executeTakeFirst()) !== undefined

  return {
    routes: (routes: ConsoleRoutes) => [
      peopleRoutes({ routes, findPerson, audit }),
      personRoutes({ routes, file, audit, now }),
      personBookRoutes({ routes, file, booking, diary, lookAtPlace: createPostgresLookAtPlace(db), audit, now, readWish, describeWish }),
      personCancelRoutes({ routes, file, booking, audit }),
      requestsRoutes({ routes, desk, booking, diary, names, audit, now }),
      lettersRoutes({ routes, letters, participants, names, words, audit, now }),
      callBacksRoutes({ routes, callBacks, file, isConversation, audit, clock, zone }),
      clinicsRoutes({ routes, clinics, names, audit, clock, zone }),
      clinicsCancelRoutes({ routes, clinics, names, offerOthers, appointmentChanged, audit, clock, inChat: tellInChat !== undefined }),
    ],
    /** What waits, for the numbers in the navigation: one small query. */
    waiting: () => readOfficeWaiting(db, now()),
  }
}

/** What she is told in the chat whose clinic was cancelled. */
function offerWords(cancelled: Place, others: Place[]): { text: string; choices: string[] } {
  const when = (place: Place) => `${spokenTime(place)}, at ${place.site.name}`
  const sorry = `We are sorry. We have had to cancel your appointment on ${when(cancelled)}.`
  const free = others.length > 0 ? `These times are free at the moment:\n${others.map((place) => `• ${when(place)}`).join('\n')}` : ''
  return {
    text: [sorry, free, 'Shall we find you another time?'].filter(Boolean).join('\n\n'),
    choices: ['Book an appointment', 'Talk to a person'],
  }
}
