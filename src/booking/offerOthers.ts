import type { Place } from './appointment.ts'
import type { Affected, Clinics } from './clinic.ts'
import type { Diary } from './diary.ts'
import { findOffers } from './findOffers.ts'
import type { Participants } from './participant.ts'
import type { RebookingOffers } from './rebookingOffers.ts'
import type { When } from './when.ts'

type Message = { key: string; text: string; choices: readonly string[] }

type Deps = {
  clinics: Pick<Clinics, 'affected'>
  participants: Pick<Participants, 'get'>
  diary: Pick<Diary, 'sites' | 'find' | 'get'>
  offers: RebookingOffers
  /** Absent: nobody is told in the chat. */
  tell: ((conversationId: string, message: Message) => Promise<{ kind: 'queued' | 'notNow' }>) | undefined
  words: (cancelled: Place, others: Place[]) => Pick<Message, 'text' | 'choices'>
  now: () => Date
}

export type OfferedToAll = { told: number; notInChat: number }

const OTHERS = 3
const anyTime: When & { order: 'earliest' } = {
  days: [],
  notDays: [],
  weekdays: [],
  notWeekdays: [],
  times: [],
  notTimes: [],
  order: 'earliest',
}
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Tells everybody whose clinic was cancelled, and who has no other appointment yet, which times are free: in the chat, where she is there.
 * The others have been told by their notice how to get another one. Doing it again tells only those who were not told in the chat.
 */
export function createOfferOthers({ clinics, participants, diary, offers, tell, words, now }: Deps) {
  async function others({ participantId }: Affected, needs: Parameters<typeof findOffers>[1]['needs']): Promise<Place[]> {
    const person = await participants.get(participantId)
    if (!person || person.staffOnly === 'deceased') return []
    const unheld = { ...diary, hold: async (_: string, ids: number[]) => ids }
    const { outcode, lastSiteCode, programme } = person
    const home = { ...(outcode && { outcode }), ...(lastSiteCode && { lastSiteCode }) }
    const wanted = { programme, when: anyTime, needs, ...home, conversationId: nobody, notSites: [], passed: [], count: OTHERS }
    const found = await findOffers({ diary: unheld, now: now() }, wanted)
    return found.kind === 'none' ? [] : found.places
  }

  async function offerTo(affected: Affected, by: { id: string; firstName: string }): Promise<'told' | 'notInChat' | 'before'> {
    const cancelled = await diary.get(affected.appointmentId)
    if (!cancelled) return 'before'
    const places = await others(affected, cancelled.needs)
    const ids = places.map(({ placeId }) => placeId)
    if (!(await offers.begin(affected.appointmentId, ids, by, now()))) return 'before'
    const { conversationId } = affected
    const message = { key: `clinic-cancelled:${affected.appointmentId}`, ...words(cancelled, places) }
    const told = tell && conversationId ? await tell(conversationId, message) : { kind: 'notNow' as const }
    await offers.end(affected.appointmentId, told.kind === 'queued' ? 'chat' : 'nowhere')
    return told.kind === 'queued' ? 'told' : 'notInChat'
  }

  return async (clinicId: string, by: { id: string; firstName: string }): Promise<OfferedToAll> => {
    const waiting = (await clinics.affected(clinicId, now())).filter(({ rebooked, offer }) => !rebooked && offer?.via !== 'chat')
    const outcomes: string[] = []
    for (const affected of waiting) outcomes.push(await offerTo(affected, by))
    const count = (kind: string) => outcomes.filter((outcome) => outcome === kind).length
    return { told: count('told'), notInChat: count('notInChat') }
  }
}

export type OfferOthers = ReturnType<typeof createOfferOthers>
