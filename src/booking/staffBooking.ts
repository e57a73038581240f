import type { Appointment, Author, Place } from './appointment.ts'
import type { BookOutcome, CancelOutcome, Diary, Window } from './diary.ts'
import { findOffers, type Offers, type Wanted } from './findOffers.ts'
import { fitOf, type Need } from './need.ts'
import type { Participant } from './participant.ts'
import type { Requests } from './request.ts'

/** The colleague who acts. `key`: of the form, so that sending it again changes nothing. */
export type StaffActing = { by: { id: string; firstName: string }; key: string }

export type StaffWanted = Pick<Wanted, 'when' | 'site' | 'needs'> & {
  participant: Participant
  /** Where she is checked now: what was offered to her there is free for her. */
  conversationId: string | undefined
  /** What the office keeps for itself too. */
  kept: boolean
}

/** sheAsked: staff do what she wants. officeMoved: the office could not keep the old time. */
export type ChangeReason = 'sheAsked' | 'officeMoved'

type Deps = {
  diary: Diary
  requests: Pick<Requests, 'withdrawStale'>
  /** What is told outside the chat is planned anew. */
  appointmentChanged: () => Promise<void>
  now: () => Date
}

const OFFERS = 9
const ALL_OF_A_DAY = 200
/** Held for by nobody: what a colleague looks at stays free until she books it. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** How staff find, make, change and end appointments for somebody, in the diary that the bot uses too. */
export function createStaffBooking({ diary, requests, appointmentChanged, now }: Deps) {
  async function find(search: Parameters<Diary['find']>[0], kept: boolean): Promise<Place[]> {
    const found = await Promise.all([diary.find(search), kept ? diary.find({ ...search, kept: true }) : []])
    const places = found.flat().sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    return (search.order === 'latest' ? places.reverse() : places).slice(0, search.limit)
  }

  /** What she had, or has that is over without anybody having said what became of it: it stands in nobody's way. */
  async function inTheWay(participant: Participant): Promise<Appointment | undefined> {
    const all = await diary.of(participant.id, participant.programme)
    return all.find(({ status, startsAt }) => (status === 'booked' || status === 'confirmed') && startsAt <= now())
  }

  async function changed(participantId: string): Promise<void> {
    await requests.withdrawStale(participantId)
    await appointmentChanged()
  }

  return {
    /** Places that suit, each in another half day or at another site. None is held. */
    offers({ participant, conversationId = nobody, kept, ...wanted }: StaffWanted): Promise<Offers> {
      const { outcode, lastSiteCode } = participant
      const home = { ...(outcode && { outcode }), ...(lastSiteCode && { lastSiteCode }) }
      const unheld = {
        ...diary,
        find: (search: Parameters<Diary['find']>[0]) => find(search, kept),
        hold: async (_: string, ids: number[]) => ids,
      }
      const request = { ...wanted, ...home, programme: participant.programme, conversationId, notSites: [], passed: [], count: OFFERS }
      return findOffers({ diary: unheld, now: now() }, request)
    },

    /** All that is free in a stretch of time, such as a day, by time. */
    async allIn(window: Window, { participant, conversationId = nobody, kept, site, needs }: Omit<StaffWanted, 'when'>): Promise<Place[]> {
      const sites = (await diary.sites(participant.programme)).filter(({ code }) => !site || code === site)
      const search = { windows: [window], siteIds: sites.map(({ id }) => id), fit: fitOf(needs), conversationId, limit: ALL_OF_A_DAY }
      return find({ ...search, order: 'earliest' }, kept)
    },

    /** Final at once. `replacing`: her live appointment, which ends with it, and why. */
    async book(
      { by, key }: StaffActing,
      participant: Participant,
      what: { placeId: number; needs: Need[]; conversationId?: string; replacing?: { id: string; reason: ChangeReason } },
    ): Promise<BookOutcome> {
      const { replacing, ...place } = what
      const booking = {
        ...place,
        key: `staff:${by.id}:${key}:book`,
        author: staff(by),
        at: now(),
        participantId: participant.id,
        programme: participant.programme,
        asked: false,
        mayBeKept: true,
        ...(replacing && { reason: replacing.reason }),
      }
      const outcome = await diary.book(booking, replacing?.id ?? (await inTheWay(participant))?.id)
      if (outcome.kind === 'booked') await changed(participant.id)
      return outcome
    },

    /** An appointment of hers; what is another's is not live. */
    async cancel({ by, key }: StaffActing, participantId: string, appointmentId: string, reason: string): Promise<CancelOutcome> {
      if ((await diary.get(appointmentId))?.participantId !== participantId) return { kind: 'notLive' }
      const outcome = await diary.cancel(appointmentId, reason, { key: `staff:${by.id}:${key}:cancel`, author: staff(by), at: now() })
      if (outcome.kind === 'cancelled') await changed(participantId)
      return outcome
    },

    /** What she asked for in the chat is made final, as the office's own system now has it. */
    async confirm(by: StaffActing['by'], requestId: string, appointmentId: string): Promise<BookOutcome> {
      const outcome = await diary.confirm(appointmentId, { key: `request:${requestId}:confirm`, author: staff(by), at: now() })
      if (outcome.kind === 'booked') await changed(outcome.appointment.participantId)
      return outcome
    },
  }
}

export type StaffBooking = ReturnType<typeof createStaffBooking>

const staff = ({ firstName }: { firstName: string }): Author => ({ kind: 'staff', name: firstName })
