import type { Contacts, NoticeKind, Via } from './notice.ts'
import type { NoticeHistory } from './noticeHistory.ts'
import { waysFor } from './waysFor.ts'
import type { WordNotice } from './wordNotice.ts'

/** A notice as the demo shows it. `to`: the end of the number or address. */
export type ShownNotice = { at: Date; timeZone: string; kind: NoticeKind; via: Via; to?: string; subject?: string; text: string }

type Deps = { history: Pick<NoticeHistory, 'demo'>; contactsOf: (participantId: string) => Promise<Contacts>; words: WordNotice }

const SHOWN = 50

/** What the demo would have sent, newest first, in the words of today. */
export function createShownNotices({ history, contactsOf, words }: Deps): () => Promise<ShownNotice[]> {
  return async () => {
    const records = await history.demo(SHOWN)
    return Promise.all(
      records.map(async ({ kind, via = 'letter', settledAt, dueAt, appointment }) => {
        const { sms, email } = await words(kind, appointment)
        const contacts = await contactsOf(appointment.participantId)
        const way = waysFor({ kind, startsAt: appointment.startsAt }, contacts, dueAt).find((one) => one.via === via)
        return {
          at: settledAt ?? dueAt,
          timeZone: appointment.site.timeZone,
          kind,
          via,
          ...(way && way.via !== 'letter' ? { to: ending(way.to) } : {}),
          ...(via === 'sms' ? { text: sms } : { subject: email.subject, text: email.body }),
        }
      }),
    )
  }
}

function ending(to: string): string {
  return to.includes('@') ? `…@${to.split('@').at(-1)}` : `…${to.slice(-3)}`
}
