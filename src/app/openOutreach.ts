import type { Participant, Participants } from '../booking/participant.ts'
import type { Settings } from '../config/settings.ts'
import { noticesPageRoutes } from '../consoles/patient/noticesPageRoutes.ts'
import type { ServiceFacts } from '../content/serviceFactsSchema.ts'
import type { Handle } from '../http/handle.ts'
import type { RateLimit } from '../http/rateLimit.ts'
import { createPostgresGivenContacts } from '../identity/postgresGivenContacts.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { createCalendarLinks } from '../outreach/calendarLinks.ts'
import { calendarRoutes } from '../outreach/calendarRoutes.ts'
import { demoSender } from '../outreach/demoSender.ts'
import { keepReceipt } from '../outreach/keepReceipt.ts'
import type { Contacts } from '../outreach/notice.ts'
import { createNoticeChores } from '../outreach/noticeChores.ts'
import { createNotifyClient } from '../outreach/notifyClient.ts'
import { notifyRoutes } from '../outreach/notifyRoutes.ts'
import { createNotifySender } from '../outreach/notifySender.ts'
import { createPostgresNoticeHistory } from '../outreach/postgresNoticeHistory.ts'
import { createPostgresNoticeReceipts } from '../outreach/postgresNoticeReceipts.ts'
import { createPostgresNoticeStops } from '../outreach/postgresNoticeStops.ts'
import { createPostgresNotices } from '../outreach/postgresNotices.ts'
import { createShownNotices } from '../outreach/shownNotices.ts'
import { createTelling } from '../outreach/telling.ts'
import { createWordNotice } from '../outreach/wordNotice.ts'
import type { Stores } from './openStores.ts'

type Deps = {
  settings: Settings
  stores: Pick<Stores, 'database' | 'sealer'>
  participants: Pick<Participants, 'get'>
  facts: () => Promise<ServiceFacts>
  /** Where people reach the service. */
  address: { url: string }
  clock: Clock
  log: Log
}

/** What is told outside the chat: planned, sent, and what became of it. */
export function openOutreach({ settings, stores: { database, sealer }, participants, facts, address, clock, log }: Deps) {
  const { notify } = settings
  const notices = createPostgresNotices(database.db)
  const stops = createPostgresNoticeStops(database.db, sealer)
  const links = createCalendarLinks(sealer.deriveKeys('calendar-link'))
  const words = createWordNotice({
    facts,
    get publicUrl() {
      return address.url
    },
    links,
  })
  const isDemo = database.exclusive && !notify
  // Without Notify nobody can be texted: on a database of real people everything is a letter then.
  const reaches = isDemo || notify !== undefined
  const givenBy = createPostgresGivenContacts(database.db, sealer)
  const contactsOf = async (participantId: string): Promise<Contacts> =>
    reaches ? { ...contactsIn(await participants.get(participantId)), ...(await givenBy(participantId)) } : {}
  const sender = notify
    ? createNotifySender(createNotifyClient(notify), { sms: notify.smsTemplate, email: notify.emailTemplate })
    : demoSender
  const work = createNoticeChores({ notices, stops, contactsOf, sender, words, clock, log })
  const receipts = createPostgresNoticeReceipts(database.db)
  const history = createPostgresNoticeHistory(database.db)

  return {
    ...work,
    words,
    telling: createTelling({
      contactsOf,
      stops,
      sendSoon: work.sendSoon,
      links,
      get publicUrl() {
        return address.url
      },
    }),
    routes: ({ handle, limit }: { handle: Handle; limit: RateLimit }) => [
      calendarRoutes({ links, notices, handle, limit, clock }),
      noticesPageRoutes({
        isDemo,
        facts,
        shown: createShownNotices({ history, contactsOf, words }),
        handle,
        limit,
      }),
      ...(notify?.callbackToken
        ? [
            notifyRoutes({
              token: notify.callbackToken,
              keepReceipt: (receipt) => keepReceipt({ receipts, contactsOf, sendSoon: work.sendSoon, clock, log }, receipt),
              stops,
              handle,
              limit,
              clock,
              log,
            }),
          ]
        : []),
    ],
  }
}

const contactsIn = (participant: Participant | undefined): Contacts => {
  const { mobile, email } = participant?.details ?? {}
  return { ...(mobile && { mobile }), ...(email && { email }) }
}
