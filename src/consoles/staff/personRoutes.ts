import type { Audit } from '../../audit/audit.ts'
import type { Appointment } from '../../booking/appointment.ts'
import { AppError } from '../../kernel/errors.ts'
import { callBackState } from './callBacksWords.ts'
import { readWhy } from './peopleRoutes.ts'
import { field, idIn, query, shownFaults } from './personFields.ts'
import type { PersonFile } from './personFile.ts'
import {
  changeWords,
  channelWords,
  needWords,
  noticeCodeWords,
  noticeKindWords,
  noticeStatusWords,
  readReasons,
  staffOnlyWords,
  statusWords,
  viaWords,
} from './personWords.ts'
import { requestKindWords, requestStatusWords } from './requestsWords.ts'
import type { ConsoleRoutes, Visit } from './visit.ts'

type Deps = { routes: ConsoleRoutes; file: PersonFile; audit: Audit; now: () => Date }

const banners: Record<string, string> = {
  booked: 'It is booked. She is told by the notice that goes out by itself.',
  changed: 'It is changed, and the old time is free again. She is told by the notice that goes out by itself.',
  cancelled: 'It is cancelled, and the time is free again.',
}

/** `/staff/people/:id`: all that is known of somebody, for whoever has said why. */
export function personRoutes({ routes, file, audit, now }: Deps) {
  async function show(visit: Visit): Promise<void> {
    const person = await file.admit(visit)
    if (!person) return
    const known = await file.everything(person)
    const current = known.conversations.find((one) => one.current)
    await visit.page('person.njk', {
      person,
      ...known,
      current,
      banner: banners[query(visit, 'done')],
      say: current && known.live ? sayOf(known.live, query(visit, 'done')) : undefined,
      needs: person.needs.map((need) => needWords[need]),
      warning: person.staffOnly && staffOnlyWords[person.staffOnly],
      mayBook: person.staffOnly !== 'deceased',
      changes: known.history.map((change) => ({ ...change, words: changeWords(change) })),
      notices: known.notices.map((notice) => ({
        ...notice,
        kindWords: noticeKindWords[notice.kind],
        statusWords: noticeStatusWords(notice.status, notice.via),
        viaWords: notice.via && viaWords[notice.via],
        why: noticeCodeWords(notice.code),
      })),
      requests: known.requests.map((one) => ({
        ...one,
        kindWords: requestKindWords[one.kind],
        statusWords: requestStatusWords[one.status],
      })),
      callBacks: known.callBacks.map((one) => ({ ...one, state: callBackState(one, now()) })),
      statusWords,
      channelWords,
    })
  }

  async function giveReason(visit: Visit): Promise<void> {
    const id = idIn(visit)
    if (!(await file.brief(id))) throw new AppError('NOT_FOUND')
    const { why, faults } = readWhy(visit.form)
    const home = `/staff/people/${id}`
    const next = field(visit.form, 'next', 200)
    const to = next === home || next.startsWith(`${home}/`) ? next : home
    if (!why) return visit.page('personWhy.njk', { id, reasons: readReasons, next: to, ...shownFaults(faults) }, 400)
    const subject = { kind: 'participant', id } as const
    await audit.note({ account: visit.account, action: 'participant.reason', subject, why })
    visit.seeOther(to)
  }

  const all = [routes.get('/staff/people/:id', 'staff', show), routes.post('/staff/people/:id/why', 'staff', giveReason)]
  return (server: Parameters<(typeof all)[number]>[0]) => {
    for (const route of all) route(server)
  }
}

/** What a colleague may want to say in the conversation: she reads it over and sends it herself. */
function sayOf({ startsAt, site }: Appointment, done: string): object | undefined {
  return done === 'booked' || done === 'changed' ? { startsAt, site } : undefined
}
