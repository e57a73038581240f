import type { Audit } from '../../audit/audit.ts'
import type { Appointment } from '../../booking/appointment.ts'
import type { AppointmentHistory } from '../../booking/appointmentHistory.ts'
import type { ConversationsOf } from '../../booking/conversationsOf.ts'
import type { Diary } from '../../booking/diary.ts'
import type { Participant, Participants } from '../../booking/participant.ts'
import type { ReadReason } from '../../booking/readReason.ts'
import type { RequestDesk } from '../../booking/requestDesk.ts'
import type { CallBacks } from '../../handoff/callBack.ts'
import type { FindGivenContacts } from '../../identity/givenContacts.ts'
import { AppError } from '../../kernel/errors.ts'
import type { NoticeHistory } from '../../outreach/noticeHistory.ts'
import { idIn, oneOf, query } from './personFields.ts'
import { readReasons } from './personWords.ts'
import type { Visit } from './visit.ts'

type Deps = {
  participants: Pick<Participants, 'get'>
  given: FindGivenContacts
  diary: Pick<Diary, 'of'>
  history: AppointmentHistory
  notices: Pick<NoticeHistory, 'of'>
  conversationsOf: ConversationsOf
  requests: Pick<RequestDesk, 'list'>
  callBacks: Pick<CallBacks, 'of'>
  readReason: ReadReason
  audit: Audit
  now: () => Date
}

const REQUESTS = 20

/** What is known of somebody, for a colleague who has said why she looks; each look is in the audit log. */
export function createPersonFile(deps: Deps) {
  const { participants, diary, conversationsOf, readReason, audit, now } = deps

  /** As the link says that led here, or as she said on a page about the same person a little while ago. */
  async function reasonOf(visit: Visit, id: string): Promise<{ why: string; action: string } | undefined> {
    const told = oneOf(query(visit, 'why'), Object.keys(readReasons) as (keyof typeof readReasons)[])
    if (told) return { why: told, action: 'participant.opened' }
    const why = await readReason(visit.account.id, id, now())
    return why === undefined ? undefined : { why, action: 'participant.read' }
  }

  /** Her appointments as they count: a live one that is over stands in nobody's way. */
  async function appointmentsOf(participant: Participant) {
    const all = await diary.of(participant.id, participant.programme)
    const live = all.find(({ status, startsAt }) => (status === 'booked' || status === 'confirmed') && startsAt > now())
    const asked = all.find(({ status }) => status === 'asked')
    return { all, ...(live && { live }), ...(asked && { asked }) }
  }

  return {
    appointmentsOf,

    /** Who it is about. Without a reason the page that asks for one is sent, and undefined returned. NOT_FOUND for nobody. */
    async admit(visit: Visit): Promise<Participant | undefined> {
      const id = idIn(visit)
      const participant = await participants.get(id)
      if (!participant) throw new AppError('NOT_FOUND')
      const reason = await reasonOf(visit, id)
      if (!reason) {
        await visit.page('personWhy.njk', {
          id,
          reasons: readReasons,
          next: visit.req.method === 'GET' ? visit.req.getPath() : '',
        })
        return undefined
      }
      await audit.note({ account: visit.account, subject: { kind: 'participant', id }, ...reason })
      return participant
    },

    /** Where she is checked at the moment, if she is. */
    async currentConversation(participantId: string): Promise<string | undefined> {
      return (await conversationsOf(participantId, now())).find(({ current }) => current)?.id
    },

    /** Her name and number, for a form about her. */
    brief: (participantId: string) => participants.get(participantId),

    async everything(participant: Participant) {
      const { id } = participant
      const [appointments, given, history, conversations, requests, callBacks] = await Promise.all([
        appointmentsOf(participant),
        deps.given(id),
        deps.history(id),
        conversationsOf(id, now()),
        deps.requests.list({ participantId: id }, REQUESTS),
        deps.callBacks.of(id),
      ])
      const notices = await Promise.all(
        appointments.all.map(async (appointment) => withNotices(appointment, await deps.notices.of(appointment.id))),
      )
      return { ...appointments, given, history, conversations, requests, callBacks, notices: notices.flat() }
    },
  }
}

export type PersonFile = ReturnType<typeof createPersonFile>

const withNotices = (appointment: Appointment, notices: Awaited<ReturnType<NoticeHistory['of']>>) =>
  notices.map((notice) => ({ ...notice, appointment }))
